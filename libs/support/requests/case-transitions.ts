import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { forgetRefusals } from '../calls/interpreters/end-interpretations.js';
import { endReply } from './case-texts.service.js';
import type { ClaimTimes } from './assignments/case-assignments.js';
import { AnswerDeadlinesService, type WaitingTimes } from './deadlines/answer-deadlines.service.js';
import { CaseSupporters } from '../threads/case-supporters.js';
import { CaseNews } from './news/case-news.js';
import { storeRecusalsOf } from './guests/case-recusals.js';
import { SupportAvailabilityService } from './support-availability.service.js';
import {
  SupportCloseReason,
  SupportDeclineReason,
  SupportRequest,
  SupportStage,
  URGENT,
} from './support-request.entity.js';

type Change = Partial<SupportRequest>;

/** Moves a request from one stage to another, with what depends on it. The caller must have locked the row. */
@Injectable()
export class CaseTransitions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    /** Answers which supporters may take a request, and whether they have room for it. */
    readonly availability: SupportAvailabilityService,
    private readonly supporters: CaseSupporters,
    private readonly deadlines: AnswerDeadlinesService,
    readonly news: CaseNews,
  ) {}

  /** The times of a request that enters the queue now. */
  waitingTimes(priority: number): Promise<WaitingTimes> {
    return this.deadlines.waitingTimes(priority);
  }

  /** How long a claim or its renewal lasts that begins now. */
  claimTimes(request: SupportRequest, supporterId: string): Promise<ClaimTimes> {
    return this.supporters.claimTimes(request, supporterId);
  }

  /** Assigns a waiting request. Throws for a supporter who rests or has as many cases as allowed. */
  async claim(
    request: SupportRequest,
    assigneeId: string,
    { claimedUntil, claimEndsAt }: ClaimTimes,
  ): Promise<void> {
    await this.availability.workload.assertMayTake(assigneeId, request);
    await this.change(request, { stage: SupportStage.claimed, assigneeId, claimEndsAt });
    await this.supporters.claim(request, assigneeId, claimedUntil);
    await this.news.notifyMoved(request);
  }

  /**
   * Records the end of a booked call. A waiting request is claimed for its supporter, and a claim lasts until a working
   * day after the call; by then the answer is promised.
   */
  async bookCall(request: SupportRequest, supporterId: string, callEndsAt: Date): Promise<void> {
    if (request.stage === SupportStage.accepted) {
      const active = { activeAt: this.clock.now(), silenceToldAt: null };
      await this.change(request, { callEndsAt, ...active });
      return this.news.notifyMoved(request);
    }
    const claimEndsAt = await this.deadlines.afterCall(callEndsAt);
    if (request.stage === SupportStage.waiting) {
      await this.claim(request, supporterId, { claimedUntil: claimEndsAt, claimEndsAt });
    } else await this.supporters.extend(request, claimEndsAt);
    const promise = { dueAt: claimEndsAt, remindAt: null, overdueToldAt: null, askedAt: null };
    await this.change(request, { callEndsAt, claimEndsAt, ...promise });
  }

  /**
   * Puts the deadline on hold, because the requester was asked a question. The claim lasts until the answer, and at most
   * until `AnswerDeadlinesService.questionEndsAt`.
   */
  async holdForQuestion(request: SupportRequest): Promise<void> {
    const claimEndsAt = this.deadlines.questionEndsAt(request.priority);
    await this.supporters.extend(request, claimEndsAt);
    await this.change(request, { askedAt: this.clock.now(), claimEndsAt });
    await this.news.reloadSupporter(request);
    await this.news.notifyRequester(request, { isUrgent: request.priority === URGENT });
  }

  /**
   * Ends the hold after an answer or a linked duplicate. The supporter keeps the claim for a working day, or of an urgent
   * request for the time of a new claim.
   */
  async resumeClaim(request: SupportRequest): Promise<void> {
    if (!request.askedAt || !request.assigneeId) return;
    await this.endHold(request);
    if (request.priority === URGENT) return this.restartClaim(request);
    await this.supporters.restart(request);
    await this.change(request, { claimEndsAt: await this.deadlines.afterAnswer() });
  }

  /** Makes the supporter who has the request, if there is one, read an answer of its requester before they answer it. */
  async receiveAnswer(request: SupportRequest): Promise<void> {
    await this.news.refreshRequester(request);
    if (!request.assigneeId) return;
    await this.supporters.markAnswered(request);
    await this.news.notifySupporter(request, { isUrgent: request.priority === URGENT });
  }

  /** Gives the supporter who holds the request the time of a new claim. */
  private async restartClaim(request: SupportRequest): Promise<void> {
    await this.supporters.restart(request);
    if (request.callEndsAt) return;
    const { claimEndsAt } = await this.claimTimes(request, request.assigneeId!);
    await this.change(request, { claimEndsAt });
  }

  /**
   * Ends the hold and moves the deadline. If it is later than before, supporters and administrators are notified again
   * when it passes.
   */
  private async endHold(request: SupportRequest): Promise<void> {
    if (!request.askedAt) return;
    const times = await this.deadlines.timesAfterQuestion(request);
    const again = times.dueAt > request.dueAt ? { overdueToldAt: null } : {};
    await this.change(request, { ...times, ...again, askedAt: null });
  }

  /** Removes a call that does not take place. A request without an answer returns to the queue. */
  async endCall(request: SupportRequest, { isByRequester = false } = {}): Promise<void> {
    if (isByRequester) await this.news.notifySupporter(request);
    if (request.stage === SupportStage.claimed) return this.returnToQueue(request);
    await this.change(request, { callEndsAt: null });
    if (!isByRequester) await this.news.notifyRequester(request);
  }

  /** Removes a call that took place; the request keeps its supporter. */
  async endPastCall(request: SupportRequest): Promise<void> {
    await this.supporters.calls.endBooked(request);
    await this.change(request, { callEndsAt: null });
  }

  /**
   * Makes a request that has no answer yet as urgent as its duplicate, and due as early: the promise of neither moves to
   * a later time. A supporter who holds a request that becomes urgent answers it as soon as one who claims it now.
   */
  async takeOverPromise(request: SupportRequest, duplicate: SupportRequest): Promise<void> {
    const isRaised = duplicate.priority < request.priority;
    const isEarlier = duplicate.dueAt < request.dueAt;
    if (request.stage === SupportStage.accepted || !(isRaised || isEarlier)) return;
    await this.change(request, {
      ...(isRaised && { priority: duplicate.priority }),
      ...(isEarlier && { dueAt: duplicate.dueAt, overdueToldAt: null }),
      remindAt: earlierOf(request.remindAt, duplicate.remindAt),
    });
    const isClaimed = request.stage === SupportStage.claimed;
    if (isRaised && isClaimed) await this.restartClaim(request);
    if (isRaised && !isClaimed) await this.news.notifyWaiting(request);
    else await this.news.notifyMoved(request);
  }

  /**
   * Returns a request to the queue. The reply of an accepted one becomes an earlier one. Its `dueAt` stays as long as it is not over, so that
   * no supporter postpones the promised answer; see `AnswerDeadlinesService.timesAfterCase` for later returns. A request
   * without an answer whose booked call ends gets new times, because its answer was promised for after the call. Notifies
   * the requester if it was accepted, had a call, or if `notifiesRequester` is set. A case with another supporter who
   * agreed to lead it does not return to the queue: the one of them who joined first becomes its lead.
   */
  async returnToQueue(request: SupportRequest, { notifiesRequester = false } = {}): Promise<void> {
    const wasCase = request.stage === SupportStage.accepted;
    const next = wasCase && (await this.nextLeadOf(request));
    if (next) return this.passLead(request, next);
    const hadCall = request.callEndsAt !== null;
    await this.requeue(request, await this.timesOfReturn(request));
    if (wasCase || hadCall || notifiesRequester) await this.news.notifyRequester(request);
  }

  /** The supporter who joined first of those who would lead the case, and may still read it. */
  private async nextLeadOf({ id }: SupportRequest): Promise<string | undefined> {
    const willing = (await this.supporters.team.of(id)).filter(({ wouldLead }) => wouldLead);
    if (willing.length === 0) return undefined;
    const able = await this.availability.mayTake(id);
    return willing.find(({ accountId }) => able.includes(accountId))?.accountId;
  }

  /**
   * Makes another supporter the lead of an accepted case, and ends the part of the present one, with a booked call. The
   * present reply becomes an earlier one.
   */
  async passLead(request: SupportRequest, supporterId: string): Promise<void> {
    await this.supporters.calls.endWithAssignment(request);
    await this.supporters.helpers.endOf(request, supporterId);
    await this.supporters.helpers.withdrawActs(request);
    await this.supporters.team.passLead(request, supporterId);
    await this.change(request, {
      ...{ assigneeId: supporterId, callEndsAt: null },
      ...endReply(request),
    });
    await this.news.notifyMoved(request);
    await this.news.notifySupporter(request);
    await this.news.notifyRequester(request);
  }

  /** Begins the part of another supporter in an accepted case. */
  async joinCase(request: SupportRequest, supporterId: string, wouldLead: boolean): Promise<void> {
    await this.supporters.helpers.endOf(request, supporterId);
    await this.supporters.team.join(request, supporterId, wouldLead);
    await this.news.notifyMoved(request);
    await this.news.notifySupporter(request);
    await this.news.notifyRequester(request);
  }

  /** Ends the part of a supporter who does not lead the case. Does nothing if they have none. */
  async leaveCase(request: SupportRequest, supporterId: string): Promise<void> {
    if (!(await this.supporters.team.leave(request, supporterId))) return;
    await this.news.notifyMoved(request);
    await this.news.notifySupporter(request);
    await this.news.notifyRequester(request);
  }

  private async timesOfReturn(request: SupportRequest) {
    const { stage, callEndsAt, dueAt, priority } = request;
    if (stage !== SupportStage.accepted)
      return callEndsAt ? this.deadlines.waitingTimes(priority) : undefined;
    return dueAt <= this.clock.now() ? this.deadlines.timesAfterCase(request) : undefined;
  }

  private async requeue(request: SupportRequest, times?: Omit<WaitingTimes, 'createdAt'>) {
    await this.endHold(request);
    const isTold = request.remindAt && request.remindAt <= this.clock.now();
    const wasCase = request.stage === SupportStage.accepted;
    await this.unassign(request);
    await this.change(request, {
      ...{ stage: SupportStage.waiting, ...NO_ASSIGNMENT },
      ...{ returnedAt: this.clock.now(), silenceToldAt: null },
      ...endReply(request),
      ...(isTold && { remindAt: null }),
      ...(times && { dueAt: times.dueAt, remindAt: times.remindAt }),
      // An answered request was not late any more; all are told again when it is.
      ...((times || wasCase) && { overdueToldAt: null }),
    });
    await this.news.notifyWaiting(request);
    if (wasCase) await this.supporters.partners.notify(request);
  }

  async accept(request: SupportRequest, reply: Buffer): Promise<void> {
    await this.endHold(request);
    const now = this.clock.now();
    const active = { acceptedAt: now, activeAt: now, silenceToldAt: null };
    const accepted = { stage: SupportStage.accepted, claimEndsAt: null, reply };
    await this.change(request, { ...accepted, ...active });
    await this.supporters.accept(request);
    await this.news.notifyMoved(request);
    await this.news.notifyRequester(request);
  }

  /**
   * Gives a closed case to this supporter, or returns it to the queue without one, with the time of a new request: its
   * requester asks again.
   */
  async reopen(request: SupportRequest, supporterId?: string): Promise<void> {
    const open = {
      reopenedAt: this.clock.now(),
      closedAt: null,
      closeReason: null,
      warnedAt: null,
    };
    if (!supporterId) {
      await this.change(request, { ...open, stage: SupportStage.accepted });
      await this.requeue(request, await this.deadlines.waitingTimes(request.priority));
      return this.news.notifyRequester(request);
    }
    const active = { activeAt: this.clock.now(), silenceToldAt: null };
    await this.change(request, {
      ...{ ...open, ...active, stage: SupportStage.accepted, assigneeId: supporterId },
    });
    await this.supporters.reopen(request, supporterId);
    await this.news.notifyMoved(request);
    await this.news.notifySupporter(request);
  }

  /** Ends a request in one of its last stages. A supporter who closed an urgent case rests from urgent requests. */
  async end(request: SupportRequest, to: Change & { readonly stage: SupportStage }): Promise<void> {
    await this.endHold(request);
    await this.news.notifyMoved(request);
    const supporterId = request.assigneeId;
    const { conduct } = SupportCloseReason;
    const isForConduct = to.closeReason === conduct || to.reason === SupportDeclineReason.conduct;
    const { silence, left } = SupportCloseReason;
    const isByItself = to.closeReason === silence || to.closeReason === left;
    if (to.stage === SupportStage.closed && !isByItself)
      await this.availability.workload.restAfter(supporterId!, request);
    await this.supporters.calls.endWithAssignment(request);
    await this.supporters.helpers.endAll(request);
    await forgetRefusals(this.db, request.id);
    await this.supporters.end(request, { isForConduct });
    const closedAt = this.clock.now();
    await this.change(request, { closing: null, ...to, closedAt, ...NO_ASSIGNMENT });
    if (to.stage !== SupportStage.withdrawn) await this.news.notifyRequester(request);
    await this.supporters.partners.whenCaseEnds(request);
  }

  /** Whether the supporter of the other request, if it has one, may read this one as its duplicate. */
  async reachesSupporterOf(other: SupportRequest, request: SupportRequest): Promise<boolean> {
    if (!other.assigneeId) return true;
    return (await this.availability.mayTake(request.id)).includes(other.assigneeId);
  }

  /**
   * Ends a request whose content becomes part of another open one of the same requester. The supporter of that one opens
   * it again before they answer it.
   */
  async endAsDuplicate(request: SupportRequest, other: SupportRequest): Promise<void> {
    await this.db
      .repo(SupportRequest)
      .update({ duplicateOfId: request.id }, { duplicateOfId: other.id });
    await this.end(request, { stage: SupportStage.duplicate, duplicateOfId: other.id });
    if (!other.assigneeId) return;
    await this.supporters.markUnopened(other);
    await this.news.notifySupporter(other);
  }

  /**
   * Runs a change of who may read a request. The supporter of a case who may not read it any more loses it in the same
   * transaction. A claimed request without a call returns to the queue in any case: otherwise its requester could find
   * out who claimed it. `change` returns false if nothing changed. Notifies only the requester and the supporters for whom something changed.
   */
  async changeReaders(request: SupportRequest, change: () => Promise<boolean>): Promise<void> {
    const { id, assigneeId, stage } = request;
    const before = await this.availability.mayTake(id);
    if (!(await change())) return;
    await this.availability.reportTiedInterpreters(id);
    const after = await this.availability.mayTake(id);
    const gained = after.filter((one) => !before.includes(one));
    const supporterIds = [...gained, ...before.filter((one) => !after.includes(one))];
    await this.news.reload(request, supporterIds);
    const lost = await this.supporters.team.keepOnly(request, after);
    if (lost.length > 0) {
      await this.news.notifyMoved(request);
      await this.news.notifySupporter(request);
    }
    // Offers to supporters with a new conflict of interest stay: their end would tell whose account a work name is.
    await this.endOffers(request, await this.supporters.team.excludedAskedIds(id));
    if (stage === SupportStage.accepted && assigneeId && !after.includes(assigneeId))
      lost.push(assigneeId);
    for (const supporterId of lost) await this.news.notifyLost(request, supporterId);
    const isSecretClaim = stage === SupportStage.claimed && !request.callEndsAt;
    if (isSecretClaim || (assigneeId && !after.includes(assigneeId))) {
      await this.returnToQueue(request, { notifiesRequester: true });
    } else if (stage === SupportStage.waiting && gained.length > 0) {
      await this.news.notifyWaiting(request, gained);
    }
  }

  /**
   * Call it before an accepted case gets another requester: ends the call and the agreement to an interpreter, which are
   * the former one's, and stores who may not support the former one.
   */
  async beforeOwnerChanges(request: SupportRequest): Promise<void> {
    await this.supporters.calls.endWithAssignment(request);
    await this.change(request, { callEndsAt: null });
    await storeRecusalsOf(this.db, request.id, request.requesterId);
  }

  /**
   * Ends what may not go on with a new requester: invitations and offers to supporters that the former one knew of, consents
   * that opened nothing yet, and outside helpers who are separated from the new one.
   */
  async whenOwnerChanges(request: SupportRequest): Promise<void> {
    await this.supporters.partners.endInvitations(request);
    await this.supporters.team.deleteOpenOffers(request.id);
    await this.supporters.helpers.askAgain(request);
    await this.supporters.helpers.endSeparated(request);
    await this.news.notifyMoved(request);
  }

  /** Ends the open offers to these accounts, in the same way for every reason: the lead must not learn it. */
  async endOffers(request: SupportRequest, accountIds: readonly string[]): Promise<void> {
    if (!(await this.supporters.team.endOffers(request.id, accountIds))) return;
    await this.news.notifyMoved(request);
    if (request.assigneeId) await this.news.notifyOne(request, request.assigneeId);
  }

  /** Ends the assignment, with a booked call and the outside helpers, of a request that is about to be deleted. */
  async unassign(request: SupportRequest): Promise<void> {
    await this.supporters.calls.endWithAssignment(request);
    await this.supporters.helpers.endAll(request);
    await this.supporters.end(request);
  }

  private async change(request: SupportRequest, change: Change): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(SupportRequest).update(request.id, change);
    Object.assign(request, change);
  }
}

const NO_ASSIGNMENT = { assigneeId: null, claimEndsAt: null, callEndsAt: null };

const earlierOf = (one: Date | null, other: Date | null): Date | null =>
  one && (!other || one < other) ? one : other;
