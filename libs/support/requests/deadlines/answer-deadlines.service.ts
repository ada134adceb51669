import { Injectable } from '@nestjs/common';
import { Clock, HOUR } from '#kernel/clock.js';
import { URGENT } from '../support-request.entity.js';
import { addWorkingDays, nextWorkingTime } from './working-hours.js';
import { WorkingHoursService } from './working-hours.service.js';

const URGENT_REMINDER = HOUR;
const URGENT_ANSWER = 2 * HOUR;
const REMINDER_WORKING_DAYS = 2;
const ANSWER_WORKING_DAYS = 3;

/** The times of a request that waits. */
export interface WaitingTimes {
  readonly createdAt: Date;
  /** When all supporters are reminded of it. */
  readonly remindAt: Date;
  /** When its first answer is promised. */
  readonly dueAt: Date;
}

/** Answers when a request is answered, by the working hours of the instance. Urgent ones do not wait for these. */
@Injectable()
export class AnswerDeadlinesService {
  constructor(
    private readonly clock: Clock,
    private readonly hours: WorkingHoursService,
  ) {}

  /** The times of a request that enters the queue now. */
  async waitingTimes(priority: number): Promise<WaitingTimes> {
    const createdAt = this.clock.now();
    const dueAt = await this.dueAt(priority, createdAt);
    const remindAt =
      priority === URGENT
        ? this.clock.in(URGENT_REMINDER)
        : addWorkingDays(await this.hours.current(), createdAt, REMINDER_WORKING_DAYS);
    return { createdAt, dueAt, remindAt };
  }

  /** When a request that waits, or is held by a supporter, since this time is answered at the latest. */
  async dueAt(priority: number, since: Date): Promise<Date> {
    return priority === URGENT
      ? new Date(since.getTime() + URGENT_ANSWER)
      : addWorkingDays(await this.hours.current(), since, ANSWER_WORKING_DAYS);
  }

  /** When the working hours begin again; null during them. */
  async nextOpening(): Promise<Date | null> {
    const now = this.clock.now();
    const next = nextWorkingTime(await this.hours.current(), now);
    return next > now ? next : null;
  }
}
