import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import { CaseAssignment } from '../case-assignment.entity.js';
import type { SupportRequest } from '../support-request.entity.js';

/** The subject of the change notices about requests and cases, for supporters. */
export const SUPPORT_CASE_NEWS = 'supportCase';

/** Records which supporter has a request. Only `CaseTransitions` calls it, in the transaction of the change. */
@Injectable()
export class CaseAssignments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ties: ConflictsOfInterestService,
    private readonly assignments: FileAssignments,
  ) {}

  /** From then on, the supporter has a conflict of interest with the requester elsewhere. */
  async start(
    { id: requestId, requesterId }: SupportRequest,
    supporterId: string,
    claim: { readonly claimedAt?: Date } = {},
  ): Promise<void> {
    const assignment = { requestId, supporterId, requesterId, endedAt: null, ...claim };
    const key = ['requestId', 'supporterId'];
    await this.db.repo(CaseAssignment).upsert(assignment, key);
    // Only the supporter: a notice to others would disclose the request to a recused supporter.
    await this.ties.report([supporterId]);
  }

  /** Ends the assignment and, after COMMIT, closes the open page of its supporter. */
  async end({ id, assigneeId }: SupportRequest): Promise<void> {
    this.db.assertWriting();
    if (!assigneeId) return;
    const theirs = { requestId: id, supporterId: assigneeId };
    await this.db.repo(CaseAssignment).update(theirs, { endedAt: this.clock.now() });
    this.db.afterCommit(() => this.assignments.close(SUPPORT_CASE_NEWS, id, [assigneeId]));
  }
}
