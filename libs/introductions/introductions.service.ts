import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { newestFirst } from '#access/newest-first.js';
import { Database, isDuplicate } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Page } from '#kernel/page.js';
import { AlliancesService } from '#members/ties/alliances.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Introduction, IntroductionState } from './introduction.entity.js';
import { Suggestion } from './suggestions/suggestion.entity.js';
import { shownState } from './introduction-rules.js';
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

  /** Newest first: those asked of the viewer, those that the viewer asked, or those that wait to be passed on by them. */
  list(viewer: Viewer, side: IntroductionSide, after?: string | null): Promise<Page<Introduction>> {
    const isOpen = side === IntroductionSide.introducer ? 'it.expires_at > :now' : 'true';
    const query = this.access
      .list(Introduction, viewer)
      .andWhere(`it.${COLUMN_OF[side]} = :me`, { me: viewer.accountId })
      .andWhere(isOpen, { now: this.clock.now() });
    return newestFirst(query, after);
  }

  /** How many wait for the viewer: for their answer, to be passed on by them, or as a suggestion. */
  async countWaiting(viewer: Viewer): Promise<number> {
    const open = (action: string) =>
      this.access
        .list(Introduction, viewer, action)
        .andWhere('it.expires_at > :now', { now: this.clock.now() })
        .getCount();
    const suggested = this.access.list(Suggestion, viewer, 'agree').getCount();
    return (await open('accept')) + (await open('pass')) + (await suggested);
  }

  /** What this viewer is shown of its state. */
  stateFor(viewer: Viewer, introduction: Introduction): IntroductionState {
    const isAsker = introduction.askerId === viewer.accountId;
    return shownState(introduction, isAsker, this.clock.now());
  }

  /** Both said yes: they are allies from here on, and an open one the other way round has its answer too. */
  accept(viewer: Viewer, id: string): Promise<Introduction> {
    return this.db.write(async () => {
      await this.lockSides(id);
      const introduction = await this.answer(viewer, id, 'accept', IntroductionState.accepted);
      await this.alliances.start(introduction.askerId, introduction.askedId);
      await this.settle(introduction.askedId, introduction.askerId);
      await this.events.record(IntroductionAccepted, sidesOf(introduction));
      return introduction;
    });
  }

  /** Silent: nothing that reaches the asker changes. */
  decline(viewer: Viewer, id: string): Promise<Introduction> {
    return this.db.write(async () => {
      const introduction = await this.answer(viewer, id, 'decline', IntroductionState.declined);
      await this.events.record(IntroductionDeclined, sidesOf(introduction));
      return introduction;
    });
  }

  withdraw(viewer: Viewer, id: string): Promise<Introduction> {
    return this.db.write(async () => {
      const introduction = await this.access.load(Introduction, id, viewer, 'withdraw');
      if (introduction.expiresAt <= this.clock.now()) throw new Conflict('introduction.ended');
      introduction.state = IntroductionState.withdrawn;
      await this.db.repo(Introduction).save(introduction);
      await this.events.record(IntroductionWithdrawn, sidesOf(introduction));
      return introduction;
    });
  }

  /** Takes the words of a reported one away and ends it, for both. */
  async takeAway(id: string): Promise<void> {
    this.db.assertWriting();
    const taken = { note: '', state: IntroductionState.withdrawn };
    await this.db.repo(Introduction).update({ id, state: Not(IntroductionState.accepted) }, taken);
    await this.db
      .repo(Introduction)
      .update({ id, state: IntroductionState.accepted }, { note: '' });
  }

  /** Whoever asked is gone: nobody answers them any more. */
  async withdrawAllOf(askerId: string): Promise<void> {
    this.db.assertWriting();
    const { waiting, declined, withdrawn } = IntroductionState;
    const open = { askerId, state: In([waiting, declined]) };
    await this.db.repo(Introduction).update(open, { state: withdrawn });
  }

  /** Two who accept each other at once, or block meanwhile, come one after the other. */
  private async lockSides(id: string): Promise<void> {
    if (!isId(id)) throw new NotFound();
    await this.db.query(
      `select 1 from account where id in (select unnest(array[asker_id, asked_id])
         from introduction where id = $1) order by id for update`,
      [id],
    );
  }

  /** What is open between two who became allies another way has its answer. */
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

export const sidesOf = (introduction: Introduction) => {
  const { id, askerId, askedId, introducerId, passedAt, lapsedAt } = introduction;
  const introducer = lapsedAt ? null : introducerId;
  return { introductionId: id, askerId, askedId, withId: passedAt ? askedId : introducer };
};

/** An ask that is open already is a conflict, not a failure. */
export function asConflict(error: unknown): never {
  if (isDuplicate(error)) throw new Conflict('introduction.open');
  throw error;
}
