import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { ConfirmationsService } from '#members/sessions/confirmations.service.js';
import { DutiesService } from '#members/duties.service.js';
import { Duty } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { DutyRecords } from './duty-records.js';

/** What holders do with their own duties, alone and at once. */
@Injectable()
export class OwnDuties {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly confirmations: ConfirmationsService,
    private readonly duties: DutiesService,
    private readonly records: DutyRecords,
  ) {}

  list(viewer: Viewer): Promise<Duty[]> {
    return this.duties.of(viewer.accountId);
  }

  /** Lays one down. Anybody may, also the last of their kind: applications pause then, and administrators are told. */
  async layDown(viewer: Viewer, id: string): Promise<void> {
    await this.confirmations.assertFresh(viewer);
    await this.db.write(async () => {
      const duty = await this.access.load(Duty, id, viewer, 'layDown');
      await this.duties.take(duty);
      await this.records.say(viewer, 'layDown', duty);
    });
  }

  /** Says under which name administrators know the viewer. */
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
