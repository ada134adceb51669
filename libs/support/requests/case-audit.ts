import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Permitted } from '#access/permitted.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAssignment } from './case-assignment.entity.js';
import { CaseContentService } from './duplicates/case-content.service.js';
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
    private readonly content: CaseContentService,
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
   * queue: otherwise its requester could find out that the same supporter claimed it again. And once more after it was
   * reopened, so that its supporter can tell whether they have seen it since. The linked duplicates are opened with it.
   */
  async opened(viewer: Viewer, request: Permitted<SupportRequest, 'readFile'>): Promise<void> {
    const mine = { requestId: request.id, supporterId: viewer.accountId };
    const assignments = this.db.repo(CaseAssignment);
    const { openedAt } = await assignments.findOneByOrFail(mine);
    if (openedAt && openedAt > this.clock.in(-DAY) && isOfThisAssignment(openedAt, request)) return;
    const isCase = request.stage === SupportStage.accepted;
    const reason = isCase ? CaseOpeningReason.work : CaseOpeningReason.triage;
    await assignments.update(mine, { openedAt: this.clock.now(), answeredAt: null });
    const read = [request, ...(await this.content.of(viewer, request))];
    for (const one of read) await this.write(viewer, one, 'readFile', reason);
  }

  /** Records that the viewer reads a thread of the case, apart from the content: daily conversation uses up no limit. */
  async openedThread(viewer: Viewer, request: SupportRequest): Promise<void> {
    const mine = { requestId: request.id, supporterId: viewer.accountId };
    await this.db.repo(CaseAssignment).update(mine, { threadOpenedAt: this.clock.now() });
    await this.write(viewer, request, 'readFile', CaseOpeningReason.work);
  }

  /** Throws Conflict if the viewer has not opened the content since they claimed the request: nobody answers it unread. */
  async assertOpened({ accountId }: Viewer, request: SupportRequest): Promise<void> {
    const mine = { requestId: request.id, supporterId: accountId };
    const { openedAt } = await this.db.repo(CaseAssignment).findOneByOrFail(mine);
    if (!openedAt || !isOfThisAssignment(openedAt, request))
      throw new Conflict('support.openFirst');
  }

  /**
   * Whether the viewer opened each of these requests in this assignment, and when its requester answered a question that
   * they have not read.
   */
  async openingsOf(
    { accountId: supporterId }: Viewer,
    requests: readonly SupportRequest[],
  ): Promise<Map<string, { isOpened: boolean; answeredAt: Date | null }>> {
    const requestId = In(requests.map(({ id }) => id));
    const theirs = { supporterId, requestId, endedAt: IsNull() };
    const mine = await this.db.repo(CaseAssignment).findBy(theirs);
    const byRequest = new Map(mine.map((one) => [one.requestId, one]));
    return new Map(
      requests.map((request) => {
        const { openedAt = null, answeredAt = null } = byRequest.get(request.id) ?? {};
        const isOpened = Boolean(openedAt && isOfThisAssignment(openedAt, request));
        return [request.id, { isOpened, answeredAt }];
      }),
    );
  }
}

/** Whether the supporter who holds the request opened it after it last returned to the queue or was reopened. */
export const isOfThisAssignment = (
  openedAt: Date,
  { returnedAt, reopenedAt }: Pick<SupportRequest, 'returnedAt' | 'reopenedAt'>,
): boolean => [returnedAt, reopenedAt].every((since) => !since || openedAt >= since);
