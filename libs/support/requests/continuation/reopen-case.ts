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
import { SupportRequest } from '../support-request.entity.js';

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
   * Gives the case back to the supporter who closed it if they may still take it, else returns it to the queue. Throws
   * Conflict if it was closed too long ago, and, for the queue, while nobody supports.
   */
  async reopen(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      await this.asking.assertMayOpenAnother(viewer);
      const request = await this.access.load(SupportRequest, id, viewer, 'reopen');
      if (caseReopenableUntil(request.closedAt!) <= this.clock.now())
        throw new Conflict('support.reopenTooLate');
      const supporterId = await this.formerSupporter(id);
      if (!supporterId) await this.availability.assertSupported();
      await this.cases.reopen(request, supporterId);
    });
  }

  /** The last supporter of the case, if they may take it now. */
  private async formerSupporter(requestId: string): Promise<string | undefined> {
    const [last] = await this.db.repo(CaseAssignment).find({
      ...{ where: { requestId }, order: { endedAt: 'DESC' }, take: 1 },
    });
    const free = await this.availability.mayTake(requestId);
    return free.find((accountId) => accountId === last?.supporterId);
  }
}
