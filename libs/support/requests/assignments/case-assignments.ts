import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock, DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import { CaseAssignment } from '../case-assignment.entity.js';
import { CaseTask } from '../../tasks/case-task.entity.js';
import { AnswerDeadlinesService } from '../deadlines/answer-deadlines.service.js';
import { SupportAvailabilityService } from '../support-availability.service.js';
import { type SupportRequest, URGENT } from '../support-request.entity.js';

/** The subject of the change notices about requests and cases, for supporters. */
export const SUPPORT_CASE_NEWS = 'supportCase';

/** How long a claim lasts. An open page renews its claim. */
const CLAIM_DURATION = 30 * MINUTE;
/**
 * How long after giving a request back its supporter gets no new time to answer it, so that others have a chance to claim
 * it.
 */
const PAUSE = DAY;
const URGENT_PAUSE = HOUR;

export interface ClaimTimes {
  /** The latest end of the claim, also if it is renewed. */
  readonly claimedUntil: Date;
  /** The end of the claim unless it is renewed. */
  readonly claimEndsAt: Date;
}

interface EndOfAssignment {
  readonly isForConduct?: boolean;
}

const sooner = (one: Date | null, other: Date): Date => (one && one < other ? one : other);

/** Records which supporter has a request. Only `CaseTransitions` calls it, in the transaction of the change. */
@Injectable()
export class CaseAssignments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ties: ConflictsOfInterestService,
    private readonly assignments: FileAssignments,
    private readonly deadlines: AnswerDeadlinesService,
    private readonly availability: SupportAvailabilityService,
  ) {}

  /** From then on, the supporter has a conflict of interest with the requester elsewhere. */
  async start(
    { id: requestId, requesterId }: SupportRequest,
    supporterId: string,
    claimedUntil: Date | null,
    { isLead = true } = {},
  ): Promise<void> {
    const times = { claimedUntil, answeredAt: null, endedAt: null };
    const assignment = { requestId, supporterId, requesterId, isLead, ...times };
    const key = ['requestId', 'supporterId'];
    await this.db.repo(CaseAssignment).upsert(assignment, key);
    // Only the supporter: a notice to others would disclose the request to a recused supporter.
    await this.ties.report([supporterId]);
  }

  /**
   * A claim ends after half an hour, and a renewal never extends it past the time at which an answer to a request of that
   * moment would be due, so that nobody holds a request for ever. A supporter who gives a request back and soon claims it
   * again gets no new time.
   */
  async claimTimes(request: SupportRequest, supporterId: string): Promise<ClaimTimes> {
    const theirs = { requestId: request.id, supporterId };
    const earlier = await this.db.repo(CaseAssignment).findOneBy(theirs);
    const goesOn = earlier && (!earlier.endedAt || (await this.isTurnOfOthers(request, earlier)));
    const before = goesOn ? earlier.claimedUntil : null;
    const claimedUntil = sooner(before, await this.answerDueAt(request));
    return { claimedUntil, claimEndsAt: sooner(claimedUntil, this.clock.in(CLAIM_DURATION)) };
  }

  /**
   * Whether others have the chance to claim what this supporter held. Counts supporters who may not take the request, too:
   * otherwise the answer would disclose that they are excluded or have a conflict of interest.
   */
  private async isTurnOfOthers(
    { priority }: SupportRequest,
    { endedAt }: CaseAssignment,
  ): Promise<boolean> {
    const pause = priority === URGENT ? URGENT_PAUSE : PAUSE;
    if (!endedAt || endedAt <= this.clock.in(-pause)) return false;
    return (await this.availability.supporterIds()).length > 1;
  }

  private answerDueAt({ priority }: SupportRequest): Promise<Date> {
    return this.deadlines.dueAt(priority, this.clock.now());
  }

  /** Gives the supporter who holds a request the time of a new claim. */
  async restart(request: SupportRequest): Promise<void> {
    await this.holdUntil(request, await this.answerDueAt(request));
  }

  /** Gives the supporter who holds a request time until after a call. */
  async extend(request: SupportRequest, claimedUntil: Date): Promise<void> {
    await this.holdUntil(request, claimedUntil);
  }

  /** Ends the claim of a supporter who accepted the request. */
  async accept(request: SupportRequest): Promise<void> {
    await this.holdUntil(request, null);
  }

  /** Forgets that the supporters opened the request, so that their next opening is audited and shown again. */
  async markUnopened({ id }: SupportRequest): Promise<void> {
    this.db.assertWriting();
    const theirs = { requestId: id, endedAt: IsNull() };
    await this.db.repo(CaseAssignment).update(theirs, { openedAt: null });
  }

  /** Like `markUnopened`, after the requester answered a question. */
  async markAnswered({ id }: SupportRequest): Promise<void> {
    this.db.assertWriting();
    const theirs = { requestId: id, endedAt: IsNull() };
    const unopened = { openedAt: null, answeredAt: this.clock.now() };
    await this.db.repo(CaseAssignment).update(theirs, unopened);
  }

  private async holdUntil({ id, assigneeId }: SupportRequest, claimedUntil: Date | null) {
    this.db.assertWriting();
    const theirs = { requestId: id, supporterId: assigneeId! };
    await this.db.repo(CaseAssignment).update(theirs, { claimedUntil });
  }

  /** Ends the assignment and, after COMMIT, closes the open page of its supporter. */
  async end({ id, assigneeId }: SupportRequest, why: EndOfAssignment = {}): Promise<void> {
    if (assigneeId) await this.endOf(id, assigneeId, why);
  }

  /** Like `end`, of any supporter of the case. Their tasks stay without a person. */
  async endOf(
    requestId: string,
    supporterId: string,
    { isForConduct = false }: EndOfAssignment = {},
  ): Promise<void> {
    this.db.assertWriting();
    const theirs = { requestId, supporterId };
    await this.db.repo(CaseAssignment).update(theirs, { endedAt: this.clock.now(), isForConduct });
    const mine = { requestId, assigneeId: supporterId };
    await this.db.repo(CaseTask).update(mine, { assigneeId: null });
    this.db.afterCommit(() => this.assignments.close(SUPPORT_CASE_NEWS, requestId, [supporterId]));
  }
}
