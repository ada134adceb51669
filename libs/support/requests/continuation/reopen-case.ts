import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { AskSupport } from '../ask-support.js';
import { CaseAssignment } from '../case-assignment.entity.js';
import { CaseTransitions } from '../case-transitions.js';
import { SupportAvailabilityService } from '../support-availability.service.js';
import { SupportCloseReason, SupportRequest } from '../support-request.entity.js';

/** How long after its end the requester can reopen a case. */
export const REOPENING_PERIOD = 30 * DAY;

export const caseReopenableUntil = (closedAt: Date): Date =>
  new Date(closedAt.getTime() + REOPENING_PERIOD);

/** Reopens a closed case for its requester. */
@Injectable()
export class ReopenCase {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly asking: AskSupport,
    private readonly cases: CaseTransitions,
    private readonly availability: SupportAvailabilityService,
  ) {}

  /**
   * Gives the case back, once, to the supporter who closed it if they may still take it, else returns it to the queue.
   * Throws Conflict if it was closed too long ago, and, for the queue, while asking is paused or nobody supports.
   */
  async reopen(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      // Checks first: a lock would disclose that the case exists.
      await this.access.recheck(SupportRequest, id, viewer, 'reopen');
      const last = await this.lastAssignment(id);
      await this.lockAccounts(viewer.accountId, last?.supporterId);
      const request = await this.access.load(SupportRequest, id, viewer, 'reopen');
      if (caseReopenableUntil(request.closedAt!) <= this.clock.now())
        throw new Conflict('support.reopenTooLate');
      if (request.closeReason === SupportCloseReason.conduct)
        throw new Conflict('support.endedForConduct');
      await this.asking.countAnother(viewer);
      const supporterId = last && (await this.takesBack(request, last.supporterId));
      if (!supporterId) await this.availability.assertOpen();
      await this.cases.reopen(request, supporterId);
    });
  }

  /** Returns the supporter if the case goes back to them. */
  private async takesBack(
    request: SupportRequest,
    supporterId: string,
  ): Promise<string | undefined> {
    if (request.reopenedAt) return undefined;
    const free = await this.availability.mayTake(request.id);
    if (!free.includes(supporterId)) return undefined;
    return !(await this.availability.workload.isResting(supporterId)) ? supporterId : undefined;
  }

  private async lastAssignment(requestId: string): Promise<CaseAssignment | undefined> {
    const [last] = await this.db.repo(CaseAssignment).find({
      ...{ where: { requestId, isLead: true }, order: { endedAt: 'DESC' }, take: 1 },
    });
    return last;
  }

  /** Waits for a change of the supporter's duties or standing, in an order in which two writers cannot block each other. */
  private async lockAccounts(...accountIds: (string | undefined)[]): Promise<void> {
    const sql = 'select 1 from account where id = any($1) order by id for no key update';
    await this.db.query(sql, [accountIds.filter(Boolean)]);
  }
}
