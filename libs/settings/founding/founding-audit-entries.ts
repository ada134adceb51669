import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import type { Viewer } from '#policy/viewer.js';

/** Audits the steps of the founding. */
@Injectable()
export class FoundingAuditEntries {
  constructor(private readonly audit: AuditService) {}

  say(action: string, viewer: Viewer, accountId?: string): Promise<void> {
    const about = accountId ? { subjectId: accountId, aboutId: accountId } : {};
    const subjectType = accountId ? 'Account' : 'Instance';
    const duty = viewer.system ? {} : { duty: 'administer' as const };
    return this.audit.record(viewer, { action, subjectType, ...about, ...duty });
  }
}
