import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { EMERGENCY_LINE_ACT_KIND } from './change-emergency-line-act.js';
import { EmergencyLine } from './emergency-line.entity.js';
import { PublicEmergencyListService } from './public-emergency-list.service.js';
import { type EmergencyList, toEmergencyList } from './emergency-list.view.js';

/** The emergency list, and what a single administrator may do with it. */
@Injectable()
export class EmergencyListService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly twoPerson: TwoPersonService,
    private readonly published: PublicEmergencyListService,
  ) {}

  async read(viewer: Viewer): Promise<EmergencyList> {
    return toEmergencyList(await this.published.load(viewer));
  }

  /** Returns the lines for the administrators who may propose changes. */
  toEdit(viewer: Viewer): Promise<EmergencyLine[]> {
    return this.access
      .list(EmergencyLine, viewer, 'propose')
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
  }

  /**
   * Deletes a line at once, because a wrong number hurts people, and withdraws the requests to change it. Requests are
   * locked before the line, in the order in which an approval locks them.
   */
  async takeOff(viewer: Viewer, id: string): Promise<boolean> {
    await this.access.load(EmergencyLine, id, viewer, 'takeOff');
    return this.db.write(async () => {
      await this.twoPerson.withdrawObsolete(EMERGENCY_LINE_ACT_KIND, id);
      const line = await this.access.load(EmergencyLine, id, viewer, 'takeOff');
      await this.db.repo(EmergencyLine).delete(line.id);
      await this.writeAudit(viewer, { action: 'takeOff', subjectId: line.id });
      return true;
    });
  }

  /** Records that the viewer has just checked every line of the list. Returns the list with its new date. */
  markReviewed(viewer: Viewer): Promise<EmergencyList> {
    this.access.allow(viewer, 'review', 'EmergencyLine');
    return this.db.write(async () => {
      await this.db.query('update emergency_line set reviewed_at = $1', [this.clock.now()]);
      await this.writeAudit(viewer, { action: 'review' });
      return this.read(viewer);
    });
  }

  private async writeAudit(
    viewer: Viewer,
    act: { readonly action: 'takeOff' | 'review'; readonly subjectId?: string },
  ): Promise<void> {
    await this.audit.record(viewer, {
      ...act,
      ...{ subjectType: 'EmergencyLine', duty: 'administer' },
    });
    this.published.invalidate();
  }
}
