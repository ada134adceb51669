import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { pageNewestFirst } from '#access/page-newest-first.js';
import { Database, isDuplicate } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Page } from '#kernel/pagination.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Introduction, IntroductionState } from './introduction.entity.js';
import { Suggestion } from './suggestions/suggestion.entity.js';
import { visibleIntroductionState } from './introduction-rules.js';
import {
  IntroductionAccepted,
  IntroductionDeclined,
  IntroductionWithdrawn,
} from './introductions.events.js';

export enum IntroductionSide {
  asker = 'asker',
  asked = 'asked',
  introducer = 'introducer',
}

const COLUMN_OF: Record<IntroductionSide, string> = {
  asker: 'asker_id',
  asked: 'asked_id',
  introducer: 'introducer_id',
};

@Injectable()
export class IntroductionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly alliances: AlliancesService,
  ) {}

  read(viewer: Viewer, id: string): Promise<Introduction> {
    return this.access.load(Introduction, id, viewer, 'read');
  }

  /** Introductions of the viewer as recipient, as requester or as introducer (only waiting ones), newest first. */
  list(viewer: Viewer, side: IntroductionSide, after?: string | null): Promise<Page<Introduction>> {
    const isOpen = side === IntroductionSide.introducer ? 'it.expires_at > :now' : 'true';
    const query = this.access
      .list(Introduction, viewer)
      .andWhere(`it.${COLUMN_OF[side]} = :me`, { me: viewer.accountId })
      .andWhere(isOpen, { now: this.clock.now() });
    return pageNewestFirst(query, after);
  }

  /** How many introductions and suggestions wait for the viewer to answer or to pass on. */
  async countWaiting(viewer: Viewer): Promise<number> {
    const open = (action: string) =>
      this.access
        .list(Introduction, viewer, action)
        .andWhere('it.expires_at > :now', { now: this.clock.now() })
        .getCount();
    const suggested = this.access.list(Suggestion, viewer, 'agree').getCount();
    return (await open('accept')) + (await open('pass')) + (await suggested);
  }

  /** The state that this viewer may see. */
  stateFor(viewer: Viewer, introduction: Introduction): IntroductionState {
    const isAsker = introduction.askerId === viewer.accountId;
    return visibleIntroductionState(introduction, isAsker, this.clock.now());
  }

  /** Accepts a request, which makes the two members allies. Also accepts an open request in the other direction. */
  accept(viewer: Viewer, id: string): Promise<Introduction> {
    return this.db.write(async () => {
      await this.lockSides(id);
      const introduction = await this.answer(viewer, id, 'accept', IntroductionState.accepted);
      await this.alliances.start(introduction.askerId, introduction.askedId);
      await this.settle(introduction.askedId, introduction.askerId);
      await this.events.record(IntroductionAccepted, introductionEventData(introduction));
      return introduction;
    });
  }

  /** Declines a request. The requester is not notified and sees no change. */
  decline(viewer: Viewer, id: string): Promise<Introduction> {
    return this.db.write(async () => {
      const introduction = await this.answer(viewer, id, 'decline', IntroductionState.declined);
      await this.events.record(IntroductionDeclined, introductionEventData(introduction));
      return introduction;
    });
  }

  withdraw(viewer: Viewer, id: string): Promise<Introduction> {
    return this.db.write(async () => {
      const introduction = await this.access.load(Introduction, id, viewer, 'withdraw');
      if (introduction.expiresAt <= this.clock.now()) throw new Conflict('introduction.ended');
      introduction.state = IntroductionState.withdrawn;
      await this.db.repo(Introduction).save(introduction);
      await this.events.record(IntroductionWithdrawn, introductionEventData(introduction));
      return introduction;
    });
  }

  /** Removes the text of a reported request and withdraws it, unless it was already accepted. */
  async takeAway(id: string): Promise<void> {
    this.db.assertWriting();
    const taken = { note: '', state: IntroductionState.withdrawn };
    await this.db.repo(Introduction).update({ id, state: Not(IntroductionState.accepted) }, taken);
    await this.db
      .repo(Introduction)
      .update({ id, state: IntroductionState.accepted }, { note: '' });
  }

  /** Withdraws the open requests of an account whose membership ended. */
  async withdrawAllOf(askerId: string): Promise<void> {
    this.db.assertWriting();
    const { waiting, declined, withdrawn } = IntroductionState;
    const open = { askerId, state: In([waiting, declined]) };
    await this.db.repo(Introduction).update(open, { state: withdrawn });
  }

  /** Locks both accounts in a fixed order, so that concurrent acceptances and blocks run one after the other. */
  private async lockSides(id: string): Promise<void> {
    if (!isId(id)) throw new NotFound();
    await this.db.query(
      `select 1 from account where id in (select unnest(array[asker_id, asked_id])
         from introduction where id = $1) order by id for update`,
      [id],
    );
  }

  /** Accepts open requests between two members who became allies by another way. */
  async settleBetween(a: string, b: string): Promise<void> {
    this.db.assertWriting();
    await this.settle(a, b);
    await this.settle(b, a);
  }

  private async settle(askerId: string, askedId: string): Promise<void> {
    const { waiting, declined, accepted } = IntroductionState;
    const open = { askerId, askedId, state: In([waiting, declined]) };
    const answered = { state: accepted, answeredAt: this.clock.now() };
    await this.db.repo(Introduction).update(open, answered);
  }

  private async answer(viewer: Viewer, id: string, action: string, state: IntroductionState) {
    const introduction = await this.access.load(Introduction, id, viewer, action);
    if (introduction.expiresAt <= this.clock.now()) throw new Conflict('introduction.ended');
    introduction.state = state;
    introduction.answeredAt = this.clock.now();
    return this.db.repo(Introduction).save(introduction);
  }
}

export const introductionEventData = (introduction: Introduction) => {
  const { id, askerId, askedId, introducerId, passedAt, lapsedAt } = introduction;
  const introducer = lapsedAt ? null : introducerId;
  return { introductionId: id, askerId, askedId, withId: passedAt ? askedId : introducer };
};

/** Turns a violated unique constraint into Conflict: an open request exists already. */
export function throwDuplicateIntroductionAsConflict(error: unknown): never {
  if (isDuplicate(error)) throw new Conflict('introduction.open');
  throw error;
}
