import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Appeal } from './appeal.entity.js';
import { MatterStageTransitions } from '../matters/matter-stage-transitions.js';
import { Notice } from '../notices/notice.entity.js';

/** Files and reads appeals against acts of moderation. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly stages: MatterStageTransitions,
  ) {}

  /**
   * Appeals the act of a notice: once, within twenty days of the notice. The matter returns to the queue for moderators
   * who did not decide the act.
   */
  appeal(viewer: Viewer, noticeId: string, words: string): Promise<Notice> {
    return this.db.write(async () => {
      const notice = await this.access.load(Notice, noticeId, viewer, 'appeal');
      const { matterId } = notice;
      if (!matterId) throw new Conflict('account.gone');
      const appeals = this.db.repo(Appeal);
      const { accountId } = viewer;
      const made = { noticeId, accountId, matterId, words, createdAt: this.clock.now() };
      await appeals.save(appeals.create(made));
      await this.stages.appeal(matterId);
      return notice;
    });
  }

  /** The appeal against this notice if the viewer may read it, else null. */
  async of(viewer: Viewer, { id: noticeId }: Notice): Promise<Appeal | null> {
    const query = this.access.list(Appeal, viewer);
    return query.andWhere('it.notice_id = :noticeId', { noticeId }).getOne();
  }
}
