import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { NoticeDelivery } from './notice-delivery.js';
import { MatterAudit } from '../matters/matter-audit.js';
import { MatterStageTransitions } from '../matters/matter-stage-transitions.js';
import { Matter, MatterStage } from '../matters/matter.entity.js';
import { type Notice, NoticeKind } from './notice.entity.js';
import { NOTICE_UNDO_PERIOD } from '../sanctions/apply-sanction.js';

/** Sends a message from moderation to the reported member, who may answer it once. */
@Injectable()
export class SendAnswerableNotice {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly record: MatterAudit,
    private readonly stages: MatterStageTransitions,
    private readonly notices: NoticeDelivery,
  ) {}

  /** Sends the message. The matter then waits for the answer. */
  talk(viewer: Viewer, matterId: string, words: string): Promise<Notice> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, matterId, viewer, 'talk');
      await this.stages.put(matter, MatterStage.waiting);
      await this.record.write(viewer, matter, 'talk');
      return this.notices.send({
        accountId: matter.reportedId,
        matterId,
        sanctionId: null,
        kind: NoticeKind.talk,
        reason: null,
        words,
        shownFrom: this.clock.in(NOTICE_UNDO_PERIOD),
      });
    });
  }
}
