import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { ThreadsService } from '#channels/sealed/threads.service.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { SupportRequest, SupportStage } from '../requests/support-request.entity.js';
import { CaseSupporters } from '../threads/case-supporters.js';
import { CaseThreadsService } from '../threads/case-threads.service.js';

/** Begins and ends the pause of a case. Call it in the transaction of the change, with the locked request. */
@Injectable()
export class CasePauses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cases: CaseTransitions,
    private readonly supporters: CaseSupporters,
    private readonly caseThreads: CaseThreadsService,
    private readonly threads: ThreadsService,
  ) {}

  /**
   * Pauses a case whose requester left, or lost their standing. Ends everything to which only they agreed: the call, the
   * invitations, the offers and the outside help. Nobody could withdraw these until somebody goes on.
   */
  async begin(request: SupportRequest): Promise<void> {
    const { id, requesterId } = request;
    await this.change(request, { leftAt: this.clock.now(), silenceToldAt: null, newsAt: null });
    await this.threads.leave(id, requesterId, { keepsPositions: true });
    if (request.stage === SupportStage.claimed) await this.cases.returnToQueue(request);
    await this.supporters.calls.endWithAssignment(request);
    await this.change(request, { callEndsAt: null });
    await this.supporters.partners.withdrawOffers(request);
    await this.supporters.team.deleteOpenOffers(id);
    await this.supporters.helpers.endAll(request);
    await this.notify(request);
  }

  /** Lets the requester, who came back or is a new one, take part. A request in the queue gets the time of a new one. */
  async end(request: SupportRequest): Promise<void> {
    await this.change(request, { leftAt: null, activeAt: this.clock.now() });
    await this.caseThreads.joinRequester(request);
    if (request.stage === SupportStage.waiting) {
      const { dueAt, remindAt } = await this.cases.waitingTimes(request.priority);
      await this.change(request, { dueAt, remindAt, overdueToldAt: null });
      await this.cases.news.notifyWaiting(request);
    }
    await this.notify(request);
  }

  /** Deletes how far a requester who left read the threads, because they cannot come back any more. */
  async forget({ id }: SupportRequest, requesterId: string): Promise<void> {
    await this.threads.deletePositions(id, requesterId);
  }

  private async notify(request: SupportRequest): Promise<void> {
    await this.cases.news.notifyMoved(request);
    await this.cases.news.notifySupporter(request);
    await this.supporters.partners.notify(request);
  }

  private async change(request: SupportRequest, change: Partial<SupportRequest>): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(SupportRequest).update(request.id, change);
    Object.assign(request, change);
  }
}
