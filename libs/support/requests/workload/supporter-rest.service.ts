import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from '../case-audit.js';
import { SupportAssignmentService } from '../support-assignment.service.js';
import { Supporter } from '../supporter.entity.js';
import { WorkloadService } from './workload.service.js';
import type { SupportWorkload } from './workload.view.js';

/** The rest of supporters: one they choose, and one after an urgent case. Only the supporter knows of it. */
@Injectable()
export class SupporterRestService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly assignment: SupportAssignmentService,
    private readonly load: WorkloadService,
    private readonly record: CaseAudit,
  ) {}

  async workload(viewer: Viewer): Promise<SupportWorkload> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    await this.assignment.sweep();
    return this.load.workloadOf(viewer.accountId);
  }

  /**
   * Returns everything that the viewer holds to the queue and lets them claim nothing until they end the rest. Their
   * requesters are notified as if the supporter had given the case back.
   */
  async start(viewer: Viewer): Promise<void> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    await this.assignment.sweep();
    await this.db.write(async () => {
      await this.lock(viewer);
      await this.record.workNameOf(viewer);
      if (await this.load.isResting(viewer.accountId)) return;
      await this.update(viewer, { restingSince: this.clock.now() });
      await this.assignment.releaseAll(viewer);
    });
  }

  /** Ends the chosen rest and the one after an urgent case. */
  async end(viewer: Viewer): Promise<void> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    await this.db.write(async () => {
      await this.lock(viewer);
      await this.update(viewer, { restingSince: null, urgentRestEndsAt: null });
    });
  }

  /** Waits for the viewer's claims, and makes them wait. */
  private lock({ accountId }: Viewer): Promise<unknown> {
    return this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
  }

  private async update({ accountId }: Viewer, change: Partial<Supporter>): Promise<void> {
    await this.db.repo(Supporter).update({ accountId }, change);
  }
}
