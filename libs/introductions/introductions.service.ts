import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database, isDuplicate } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { decodeCursor, type Page, pageSize, toPage } from '#kernel/page.js';
import { AlliancesService } from '#members/alliances.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Introduction, IntroductionState } from './introduction.entity.js';
import { shownState } from './introduction-rules.js';
import {
  IntroductionAccepted,
  IntroductionDeclined,
  IntroductionWithdrawn,
} from './introductions.events.js';

export type Side = 'asker' | 'asked';

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

  /** Newest first: those asked of the viewer, or those that the viewer asked. */
  async list(viewer: Viewer, side: Side, after?: string | null): Promise<Page<Introduction>> {
    const size = pageSize(null);
    const query = this.access
      .list(Introduction, viewer)
      .andWhere(side === 'asker' ? 'it.asker_id = :me' : 'it.asked_id = :me', {
        me: viewer.accountId,
      })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(size + 1);
    if (after) {
      const [createdAt, id] = decodeCursor(after, 2);
      query.andWhere('(it.created_at, it.id) < (:createdAt, :id)', { createdAt, id });
    }
    const rows = await query.getMany();
    return toPage(rows, size, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** How many wait for the viewer's answer. */
  countWaiting(viewer: Viewer): Promise<number> {
    return this.access
      .list(Introduction, viewer, 'accept')
      .andWhere('it.expires_at > :now', { now: this.clock.now() })
      .getCount();
  }

  /** What this viewer is shown of its state. */
  stateFor(viewer: Viewer, introduction: Introduction): IntroductionState {
    const isAsker = introduction.askerId === viewer.accountId;
    return shownState(introduction, isAsker, this.clock.now());
  }

  /** Both said yes: they are allies from here on. */
  accept(viewer: Viewer, id: string): Promise<Introduction> {
    return this.db.write(async () => {
      const introduction = await this.answer(viewer, id, 'accept', IntroductionState.accepted);
      await this.alliances.start(introduction.askerId, introduction.askedId);
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

  private async answer(viewer: Viewer, id: string, action: string, state: IntroductionState) {
    const introduction = await this.access.load(Introduction, id, viewer, action);
    if (introduction.expiresAt <= this.clock.now()) throw new Conflict('introduction.ended');
    introduction.state = state;
    introduction.answeredAt = this.clock.now();
    return this.db.repo(Introduction).save(introduction);
  }
}

export const sidesOf = ({ id, askerId, askedId }: Introduction) => ({
  introductionId: id,
  askerId,
  askedId,
});

/** An ask that is open already is a conflict, not a failure. */
export function asConflict(error: unknown): never {
  if (isDuplicate(error)) throw new Conflict('introduction.open');
  throw error;
}
