import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import { CaseAssignment } from './case-assignment.entity.js';
import { SupportRequest, SupportStage, URGENT } from './support-request.entity.js';
import {
  SupportRequestMoved,
  SupportRequestNews,
  SupportRequestWaiting,
} from './support.events.js';
import { addWorkingDays } from './working-days.js';

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
  ) {}

  /** The times of a request of this priority that begins to wait now: the first answer is promised until `dueAt`. */
  waitingTimes(priority: number): { readonly createdAt: Date; readonly dueAt: Date } {
    const createdAt = this.clock.now();
    const dueAt =
      priority === URGENT
        ? this.clock.in(URGENT_ANSWER)
        : addWorkingDays(createdAt, ANSWER_WORKING_DAYS);
    return { createdAt, dueAt };
  }

  /** Assigns a waiting request. From then on, the supporter has a conflict of interest with the requester elsewhere. */
  async claim(request: SupportRequest, assigneeId: string, claimEndsAt: Date): Promise<void> {
    const { id: requestId, requesterId } = request;
    await this.change(request, { stage: SupportStage.claimed, assigneeId, claimEndsAt });
    await this.db
      .repo(CaseAssignment)
      .upsert({ requestId, supporterId: assigneeId, requesterId, endedAt: null }, [
        ...['requestId', 'supporterId'],
      ]);
    await this.ties.report([assigneeId, requesterId]);
    await this.events.record(SupportRequestMoved, idsOf(request));
  }

  /**
   * Returns a request to the queue. A case loses the words of its supporter, and its time to answer begins again. The requester is notified if a case returned, or if `isTold`.
   */
  async returnToQueue(request: SupportRequest, { isTold = false } = {}): Promise<void> {
    const wasCase = request.stage === SupportStage.accepted;
    await this.unassign(request);
    await this.change(request, {
      ...{ stage: SupportStage.waiting, assigneeId: null, claimEndsAt: null },
      ...{ returnedAt: this.clock.now(), reply: null },
      ...(wasCase && { dueAt: this.waitingTimes(request.priority).dueAt }),
    });
    await this.events.record(SupportRequestWaiting, idsOf(request));
    if (wasCase || isTold) await this.tellRequester(request);
  }

  async accept(request: SupportRequest, reply: Buffer): Promise<void> {
    await this.change(request, { stage: SupportStage.accepted, claimEndsAt: null, reply });
    await this.events.record(SupportRequestMoved, idsOf(request));
    await this.tellRequester(request);
  }

  /** Ends a request in one of its last stages. */
  async end(request: SupportRequest, to: Change & { readonly stage: SupportStage }): Promise<void> {
    await this.unassign(request);
    const closedAt = this.clock.now();
    await this.change(request, { ...to, closedAt, assigneeId: null, claimEndsAt: null });
    await this.events.record(SupportRequestMoved, idsOf(request));
    if (to.stage !== SupportStage.withdrawn) await this.tellRequester(request);
  }

  /** Marks that the requester has something to read, and notifies them. */
  async tellRequester(request: SupportRequest): Promise<void> {
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
