import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Appeal } from './appeal.entity.js';
import { MatterStages } from '../matters/matter-stages.js';
import { Notice } from '../notices/notice.entity.js';

/** The asking again of an act, by whoever was told of it. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly stages: MatterStages,
  ) {}

  /** Once, within twenty days of being told. The matter goes to the desk again, to others than those who decided. */
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

  /** The viewer's appeal against what a notice tells, or, of a matter in hand, its person's; null without one. */
  async of(viewer: Viewer, { id: noticeId }: Notice): Promise<Appeal | null> {
    const query = this.access.list(Appeal, viewer);
    return query.andWhere('it.notice_id = :noticeId', { noticeId }).getOne();
  }
}
