import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Appeal, AppealOutcome } from './appeal.entity.js';
import { LiftSanction } from '../sanctions/lift-sanction.js';
import { MatterAudit } from '../matters/matter-audit.js';
import { MatterStageTransitions } from '../matters/matter-stage-transitions.js';
import { Matter } from '../matters/matter.entity.js';
import { Notice } from '../notices/notice.entity.js';

/** Decides appeals. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly record: MatterAudit,
    private readonly lifting: LiftSanction,
    private readonly stages: MatterStageTransitions,
  ) {}

  /** Upholds or lifts the act, and notifies the appellant with this text. */
  decide(viewer: Viewer, id: string, outcome: AppealOutcome, words: string): Promise<Appeal> {
    return this.db.write(async () => {
      const appeal = await this.access.load(Appeal, id, viewer, 'hear');
      if (!appeal.matterId) throw new NotFound();
      const matter = await this.access.load(Matter, appeal.matterId, viewer, 'readFile');
      const heard = { outcome, decidedAt: this.clock.now(), heardById: viewer.accountId };
      await this.db.repo(Appeal).save(Object.assign(appeal, heard));
      const notice = await this.db.repo(Notice).findOneByOrFail({ id: appeal.noticeId });
      if (outcome === AppealOutcome.lifted) await this.lifting.lift(notice);
      await this.lifting.notify(notice, outcome, words);
      const { accountId: toldId } = notice;
      await this.record.write(viewer, matter, 'hearAppeal', { reason: outcome, toldId });
      await this.stages.afterAppealDecided(matter.id);
      return appeal;
    });
  }
}
