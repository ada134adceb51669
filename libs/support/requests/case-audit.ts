import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAssignment } from './case-assignment.entity.js';
import { CaseOpeningReason } from './openings/case-opening.view.js';
import { type SupportRequest, SupportStage } from './support-request.entity.js';
import { SupportersService } from './supporters.service.js';

/** Writes audit entries about what supporters do. Members see them in `actsAboutMe`. */
@Injectable()
export class CaseAudit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly supporters: SupportersService,
  ) {}

  /** The name under which the requester knows the viewer. Throws Conflict if the viewer has none. */
  workNameOf({ accountId }: Viewer): Promise<string> {
    return this.supporters.workNameOf(accountId);
  }

  write(
    viewer: Viewer,
    { id: subjectId, requesterId: aboutId }: SupportRequest,
    action: string,
    reason?: string,
  ): Promise<void> {
    const act = { action, subjectType: 'SupportRequest', subjectId, aboutId } as const;
    return this.audit.record(viewer, { ...act, duty: 'support', ...(reason && { reason }) });
  }

  /**
   * Records that the viewer opened the content, once in 24 hours while they hold it. Once more after it returned to the
   * queue: otherwise its requester could find out that the same supporter claimed it again.
   */
  async opened(viewer: Viewer, request: SupportRequest): Promise<void> {
    const mine = { requestId: request.id, supporterId: viewer.accountId };
    const assignments = this.db.repo(CaseAssignment);
    const { openedAt } = await assignments.findOneByOrFail(mine);
    const returnedAt = request.returnedAt ?? openedAt;
    if (openedAt && openedAt > this.clock.in(-DAY) && openedAt >= returnedAt!) return;
    const isCase = request.stage === SupportStage.accepted;
    const reason = isCase ? CaseOpeningReason.work : CaseOpeningReason.triage;
    await assignments.update(mine, { openedAt: this.clock.now() });
    await this.write(viewer, request, 'readFile', reason);
  }
}
