import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import { CaseAssignment } from './case-assignment.entity.js';
import { SupportAvailabilityService } from './support-availability.service.js';
import { SupportRequest, SupportStage, URGENT } from './support-request.entity.js';
import {
  SupportCaseNews,
  SupportRequestMoved,
  SupportRequestNews,
  SupportRequestOverdue,
  SupportRequestWaiting,
} from './support.events.js';
import { addWorkingDays } from './deadlines/working-days.js';

const URGENT_ANSWER = 2 * HOUR;
const ANSWER_WORKING_DAYS = 3;
/** The subject of the change notices about requests and cases, for supporters. */
export const SUPPORT_CASE_NEWS = 'supportCase';

type Change = Partial<SupportRequest>;

/** Moves a request from one stage to another, with what depends on it. The caller must have locked the row. */
@Injectable()
export class CaseTransitions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly ties: ConflictsOfInterestService,
    private readonly assignments: FileAssignments,
    private readonly availability: SupportAvailabilityService,
  ) {}

  /** `createdAt` and `dueAt` of a request that enters the queue now. */
  waitingTimes(priority: number): { readonly createdAt: Date; readonly dueAt: Date } {
    const createdAt = this.clock.now();
    return { createdAt, dueAt: this.answerDueAt(priority, createdAt) };
  }

  /** When a request is answered at the latest that waits, or is held by a supporter, since this time. */
  answerDueAt(priority: number, since: Date): Date {
    return priority === URGENT
      ? new Date(since.getTime() + URGENT_ANSWER)
      : addWorkingDays(since, ANSWER_WORKING_DAYS);
  }

  /** Assigns a waiting request. From then on, the supporter has a conflict of interest with the requester elsewhere. */
  async claim(
    request: SupportRequest,
    assigneeId: string,
    { claimedAt, claimEndsAt }: { readonly claimedAt: Date; readonly claimEndsAt: Date },
  ): Promise<void> {
    await this.change(request, { stage: SupportStage.claimed, assigneeId, claimEndsAt });
    await this.assign(request, assigneeId, { claimedAt });
    // Only the supporter: a notice to others would disclose the request to a recused supporter.
    await this.ties.report([assigneeId]);
    await this.notifyMoved(request);
  }

  /** Makes a request that has no answer yet as urgent as its duplicate, and due as early. */
  async raisePriority(request: SupportRequest, duplicate: SupportRequest): Promise<void> {
    if (request.stage === SupportStage.accepted || request.priority <= duplicate.priority) return;
    const dueAt = duplicate.dueAt < request.dueAt ? duplicate.dueAt : request.dueAt;
    await this.change(request, { priority: duplicate.priority, dueAt });
    if (request.stage === SupportStage.waiting) await this.notifyWaiting(request);
    else await this.notifyMoved(request);
  }

  /**
   * Returns a request to the queue. An accepted one loses its reply, and gets a new `dueAt`. Notifies the requester if it
   * was accepted or if `notifiesRequester` is set.
   */
  async returnToQueue(request: SupportRequest, { notifiesRequester = false } = {}): Promise<void> {
    const wasCase = request.stage === SupportStage.accepted;
    await this.unassign(request);
    await this.change(request, {
      ...{ stage: SupportStage.waiting, assigneeId: null, claimEndsAt: null },
      ...{ returnedAt: this.clock.now(), reply: null, silenceToldAt: null },
      ...(wasCase && { dueAt: this.waitingTimes(request.priority).dueAt, overdueToldAt: null }),
    });
    await this.notifyWaiting(request);
    if (wasCase || notifiesRequester) await this.notifyRequester(request);
  }

  async accept(request: SupportRequest, reply: Buffer): Promise<void> {
    const active = { activeAt: this.clock.now(), silenceToldAt: null };
    const accepted = { stage: SupportStage.accepted, claimEndsAt: null, reply };
    await this.change(request, { ...accepted, ...active });
    await this.notifyMoved(request);
    await this.notifyRequester(request);
  }

  /** Gives a closed case to this supporter, or returns it to the queue without one. */
  async reopen(request: SupportRequest, supporterId?: string): Promise<void> {
    const open = { closedAt: null, closeReason: null, warnedAt: null };
    if (!supporterId) {
      await this.change(request, { ...open, stage: SupportStage.accepted });
      return this.returnToQueue(request);
    }
    const active = { activeAt: this.clock.now(), silenceToldAt: null };
    await this.change(request, {
      ...{ ...open, ...active, stage: SupportStage.accepted, assigneeId: supporterId },
    });
    await this.assign(request, supporterId);
    await this.ties.report([supporterId]);
    await this.notifyMoved(request);
    await this.events.record(SupportCaseNews, { ...idsOf(request), supporterId });
  }

  private async assign(
    { id: requestId, requesterId }: SupportRequest,
    supporterId: string,
    claim: { readonly claimedAt?: Date } = {},
  ): Promise<void> {
    const assignment = { requestId, supporterId, requesterId, endedAt: null, ...claim };
    const key = ['requestId', 'supporterId'];
    await this.db.repo(CaseAssignment).upsert(assignment, key);
  }

  /** Ends a request in one of its last stages. */
  async end(request: SupportRequest, to: Change & { readonly stage: SupportStage }): Promise<void> {
    await this.notifyMoved(request);
    await this.unassign(request);
    const closedAt = this.clock.now();
    await this.change(request, { ...to, closedAt, assigneeId: null, claimEndsAt: null });
    if (to.stage !== SupportStage.withdrawn) await this.notifyRequester(request);
  }

  /**
   * Runs a change of who may read a request. An assigned supporter who may not read it any more loses it in the same
   * transaction. Notifies only the requester and the supporters for whom something changed.
   */
  async changeReaders(request: SupportRequest, change: () => Promise<void>): Promise<void> {
    const { id, assigneeId, stage } = request;
    const before = await this.availability.mayTake(id);
    await change();
    const after = await this.availability.mayTake(id);
    const gained = after.filter((one) => !before.includes(one));
    const supporterIds = [...gained, ...before.filter((one) => !after.includes(one))];
    await this.events.record(SupportRequestMoved, { ...idsOf(request), supporterIds });
    if (assigneeId && !after.includes(assigneeId)) {
      await this.returnToQueue(request, { notifiesRequester: true });
    } else if (stage === SupportStage.waiting && gained.length > 0) {
      await this.notifyWaiting(request, gained);
    }
  }

  /** Makes the supporters who see the request reload their lists. Call it before the row is deleted. */
  async notifyMoved(request: SupportRequest): Promise<void> {
    const { id, assigneeId } = request;
    const supporterIds = await this.availability.mayTake(id);
    if (assigneeId && !supporterIds.includes(assigneeId)) supporterIds.push(assigneeId);
    await this.events.record(SupportRequestMoved, { ...idsOf(request), supporterIds });
  }

  /** Notifies these supporters, or everybody who may take it, that a request waits. */
  async notifyWaiting(request: SupportRequest, supporterIds?: readonly string[]): Promise<void> {
    const isUrgent = request.priority === URGENT;
    const narrowed = supporterIds && { supporterIds };
    await this.events.record(SupportRequestWaiting, { ...idsOf(request), isUrgent, ...narrowed });
  }

  /** Notifies supporters and administrators, once, that the first answer is late. */
  async notifyOverdue(request: SupportRequest): Promise<void> {
    await this.change(request, { overdueToldAt: this.clock.now() });
    const isUrgent = request.priority === URGENT;
    await this.events.record(SupportRequestOverdue, { ...idsOf(request), isUrgent });
  }

  /** Marks that the requester has something to read, and notifies them. */
  async notifyRequester(request: SupportRequest): Promise<void> {
    await this.change(request, { newsAt: this.clock.now() });
    await this.events.record(SupportRequestNews, idsOf(request));
  }

  /** Ends the assignment and, after COMMIT, closes the open page of its supporter. */
  async unassign({ id, assigneeId }: SupportRequest): Promise<void> {
    this.db.assertWriting();
    if (!assigneeId) return;
    const theirs = { requestId: id, supporterId: assigneeId };
    await this.db.repo(CaseAssignment).update(theirs, { endedAt: this.clock.now() });
    this.db.afterCommit(() => this.assignments.close(SUPPORT_CASE_NEWS, id, [assigneeId]));
  }

  private async change(request: SupportRequest, change: Change): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(SupportRequest).update(request.id, change);
    Object.assign(request, change);
  }
}

const idsOf = ({ id: requestId, requesterId }: SupportRequest) => ({ requestId, requesterId });
