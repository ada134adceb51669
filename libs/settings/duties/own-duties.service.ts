import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { PasswordConfirmationsService } from '#members/sessions/password-confirmations.service.js';
import { DutiesService } from '#members/duties.service.js';
import { Duty } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { DutyAuditEntries } from './duty-audit-entries.js';

/** Changes that holders make to their own duties without approval. */
@Injectable()
export class OwnDutiesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly confirmations: PasswordConfirmationsService,
    private readonly duties: DutiesService,
    private readonly records: DutyAuditEntries,
  ) {}

  list(viewer: Viewer): Promise<Duty[]> {
    return this.duties.of(viewer.accountId);
  }

  /**
   * Lays a duty down. The last holder of a duty may do this too. Applications may then pause, and administrators are
   * notified. Requires a recent password confirmation.
   */
  async layDown(viewer: Viewer, id: string): Promise<void> {
    await this.confirmations.assertFresh(viewer);
    await this.db.write(async () => {
      const duty = await this.access.load(Duty, id, viewer, 'layDown');
      await this.duties.take(duty);
      await this.records.say(viewer, 'layDown', duty);
    });
  }

  /** Sets the name under which administrators know the viewer. */
  async nameHolder(viewer: Viewer, knownAs: string): Promise<Duty[]> {
    await this.db.write(async () => {
      for (const { id } of await this.list(viewer)) {
        await this.access.load(Duty, id, viewer, 'nameHolder');
      }
      await this.duties.nameHolder(viewer.accountId, knownAs);
    });
    return this.list(viewer);
  }
}
