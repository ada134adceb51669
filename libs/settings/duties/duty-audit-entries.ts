import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import type { Duty } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';

/** Audits changes of duties, with the name of the duty as reason class. */
@Injectable()
export class DutyAuditEntries {
  constructor(private readonly audit: AuditService) {}

  say(viewer: Viewer, action: 'grant' | 'take' | 'layDown', duty: Duty): Promise<void> {
    const by = action === 'layDown' ? {} : { duty: 'administer' as const };
    return this.audit.record(viewer, {
      action,
      subjectType: 'Duty',
      subjectId: duty.id,
      aboutId: duty.accountId,
      reason: duty.name,
      ...by,
    });
  }
}
