import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MatterStageTransitions } from '../matters/matter-stage-transitions.js';
import { Notice } from './notice.entity.js';

const MAX_SHOWN = 50;

/** Reads and answers the viewer's own notices. */
@Injectable()
export class OwnNoticesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly stages: MatterStageTransitions,
  ) {}

  /** Lists the viewer's notices, newest first, at most 50. */
  list(viewer: Viewer): Promise<Notice[]> {
    return this.own(viewer)
      .orderBy('it.shown_from', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(MAX_SHOWN)
      .getMany();
  }

  read(viewer: Viewer, id: string): Promise<Notice> {
    return this.access.load(Notice, id, viewer, 'read');
  }

  /** How many notices the viewer has not opened. */
  countUnseen(viewer: Viewer): Promise<number> {
    return this.own(viewer).andWhere('it.seen_at is null').getCount();
  }

  /** Marks the notice as seen, if the viewer is its recipient. */
  async see(viewer: Viewer, id: string): Promise<Notice> {
    await this.read(viewer, id);
    const unseen = { id, accountId: viewer.accountId, seenAt: IsNull() };
    await this.db.repo(Notice).update(unseen, { seenAt: this.clock.now() });
    return this.read(viewer, id);
  }

  /**
   * Answers a talk, once, and continues its matter. Throws Conflict if the matter is closed, because no moderator would
   * read the answer.
   */
  answer(viewer: Viewer, id: string, answer: string): Promise<Notice> {
    return this.db.write(async () => {
      const notice = await this.access.load(Notice, id, viewer, 'answer');
      const { matterId } = notice;
      if (!matterId || !(await this.stages.answer(matterId))) throw new Conflict('notice.closed');
      const answered = { answer, answeredAt: this.clock.now() };
      await this.db.repo(Notice).save(Object.assign(notice, answered));
      return notice;
    });
  }

  private own(viewer: Viewer) {
    const me = { me: viewer.accountId };
    return this.access.list(Notice, viewer).andWhere('it.account_id = :me', me);
  }
}
