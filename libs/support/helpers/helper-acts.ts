import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { SupportRequest } from '../requests/support-request.entity.js';

export const SHARE_CASE_ACT_KIND = 'shareCase';

/** Records that a case is shared, and withdraws requests for approval that became obsolete. */
@Injectable()
export class HelperActs {
  constructor(
    private readonly audit: AuditService,
    private readonly twoPerson: TwoPersonService,
  ) {}

  /** Writes an audit entry about the requester; of a supporter who acts for the case, with the duty. */
  record(
    viewer: Viewer,
    { id: subjectId, requesterId: aboutId }: SupportRequest,
    {
      action,
      isOnDuty,
    }: { readonly action: 'shareOutside' | 'endSharing'; readonly isOnDuty: boolean },
  ): Promise<void> {
    const duty = isOnDuty ? ({ duty: 'support' } as const) : {};
    const act = { action, subjectType: 'SupportRequest', subjectId, aboutId } as const;
    return this.audit.record(viewer, { ...act, ...duty });
  }

  withdrawRequest(helperId: string): Promise<void> {
    return this.twoPerson.withdrawObsolete(SHARE_CASE_ACT_KIND, helperId);
  }
}
