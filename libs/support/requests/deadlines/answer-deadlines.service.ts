import { Injectable } from '@nestjs/common';
import { Clock, DAY, HOUR } from '#kernel/clock.js';
import { type SupportRequest, URGENT } from '../support-request.entity.js';
import {
  addWorkingDays,
  addWorkingTime,
  nextWorkingTime,
  type WorkingHours,
  workingTimeBetween,
} from './working-hours.js';
import { WorkingHoursService } from './working-hours.service.js';

const URGENT_REMINDER = HOUR;
const URGENT_ANSWER = 2 * HOUR;
const REMINDER_WORKING_DAYS = 2;
const ANSWER_WORKING_DAYS = 3;
const CALL_ANSWER_WORKING_DAYS = 1;
const QUESTION_ANSWER_WORKING_DAYS = 1;
/** How long a supporter keeps a request whose requester is asked. An urgent one goes to all supporters again sooner. */
const QUESTION_WAIT = 7 * DAY;
const URGENT_QUESTION_WAIT = DAY;

/** The times of a request that waits. */
export interface WaitingTimes {
  readonly createdAt: Date;
  /** When all supporters are reminded of it. */
  readonly remindAt: Date;
  /** When its first answer is promised. */
  readonly dueAt: Date;
}

/** The times of a request that is not urgent and waits since this time. */
export const calmTimes = (hours: WorkingHours, since: Date) => ({
  dueAt: addWorkingDays(hours, since, ANSWER_WORKING_DAYS),
  remindAt: addWorkingDays(hours, since, REMINDER_WORKING_DAYS),
});

/** Computes by when a request must be answered. Urgent requests do not depend on the working hours. */
@Injectable()
export class AnswerDeadlinesService {
  constructor(
    private readonly clock: Clock,
    private readonly hours: WorkingHoursService,
  ) {}

  /** The times of a request that enters the queue now. */
  async waitingTimes(priority: number): Promise<WaitingTimes> {
    const createdAt = this.clock.now();
    if (priority === URGENT) {
      return {
        createdAt,
        dueAt: this.clock.in(URGENT_ANSWER),
        remindAt: this.clock.in(URGENT_REMINDER),
      };
    }
    return { createdAt, ...calmTimes(await this.hours.current(), createdAt) };
  }

  /**
   * The times of a case that returns to the queue after its `dueAt`. The time to answer a request does not run while it
   * is a case, and goes on when it returns: it gets what was left of it when it was accepted, and never a whole new one,
   * so that a request that goes from supporter to supporter is late at some time. Returns undefined if nothing was left:
   * the promise was already broken, and its requester goes on reading it.
   */
  async timesAfterCase(
    request: SupportRequest,
  ): Promise<Omit<WaitingTimes, 'createdAt'> | undefined> {
    const { priority, dueAt, acceptedAt } = request;
    if (!acceptedAt || acceptedAt >= dueAt) return undefined;
    const now = this.clock.now();
    const left = dueAt.getTime() - acceptedAt.getTime();
    const whole = await this.waitingTimes(priority);
    const rest = new Date(Math.min(now.getTime() + left, whole.dueAt.getTime()));
    return { dueAt: rest, remindAt: whole.remindAt };
  }

  /** The time by which a request is due if it has waited, or a supporter has held it, since this time. */
  async dueAt(priority: number, since: Date): Promise<Date> {
    return priority === URGENT
      ? new Date(since.getTime() + URGENT_ANSWER)
      : addWorkingDays(await this.hours.current(), since, ANSWER_WORKING_DAYS);
  }

  /**
   * The times of a request whose requester was asked since `askedAt`: the time to answer was on hold from then on, so what
   * was left of it begins now. In working time, except for an urgent request. A time that was over then stays.
   */
  async timesAfterQuestion(
    request: SupportRequest,
  ): Promise<Pick<SupportRequest, 'dueAt' | 'remindAt'>> {
    const { priority, askedAt, dueAt, remindAt } = request;
    const now = this.clock.now();
    const hours = priority === URGENT ? null : await this.hours.current();
    const move = (at: Date) => {
      if (!askedAt || at <= askedAt) return at;
      if (!hours) return new Date(now.getTime() + at.getTime() - askedAt.getTime());
      return addWorkingTime(hours, now, workingTimeBetween(hours, askedAt, at));
    };
    return { dueAt: move(dueAt), remindAt: remindAt && move(remindAt) };
  }

  /** Until when a supporter waits for the answer to a question of now. */
  questionEndsAt(priority: number): Date {
    return this.clock.in(priority === URGENT ? URGENT_QUESTION_WAIT : QUESTION_WAIT);
  }

  /** Until when a supporter keeps a request whose requester answers a question now; less than the time of a claim. */
  async afterAnswer(): Promise<Date> {
    const hours = await this.hours.current();
    return addWorkingDays(hours, this.clock.now(), QUESTION_ANSWER_WORKING_DAYS);
  }

  /** A working day after the end of a call, by which its supporter answers the request. */
  async afterCall(endsAt: Date): Promise<Date> {
    return addWorkingDays(await this.hours.current(), endsAt, CALL_ANSWER_WORKING_DAYS);
  }

  /** When the working hours begin again; null during them. */
  async nextOpening(): Promise<Date | null> {
    const now = this.clock.now();
    const next = nextWorkingTime(await this.hours.current(), now);
    return next > now ? next : null;
  }
}
