import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MatterAudit } from '../matters/matter-audit.js';
import { MatterStageTransitions } from '../matters/matter-stage-transitions.js';
import { Matter, MatterStage } from '../matters/matter.entity.js';
import { Notice, NoticeKind } from '../notices/notice.entity.js';
import { Sanction } from './sanction.entity.js';

/** Withdraws a warning or a talk before it is delivered. Only the audit shows the withdrawal. */
@Injectable()
export class UndoNotice {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly stages: MatterStageTransitions,
    private readonly record: MatterAudit,
  ) {}

  undo(viewer: Viewer, noticeId: string): Promise<void> {
    return this.db.write(async () => {
      const { matterId, sanctionId, kind } = await this.access.load(
        Notice,
        noticeId,
        viewer,
        'undo',
      );
      if (!matterId) throw new NotFound();
      const matter = await this.access.load(Matter, matterId, viewer, 'readFile');
      await this.db.repo(Notice).delete(noticeId);
      if (sanctionId) await this.db.repo(Sanction).delete(sanctionId);
      const isWaiting = kind === NoticeKind.talk && matter.stage === MatterStage.waiting;
      if (isWaiting) await this.stages.put(matter, MatterStage.inHand);
      await this.record.write(viewer, matter, 'undo');
    });
  }
}
