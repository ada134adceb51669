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
    const dueAt = await this.dueAt(priority, createdAt);
    const remindAt =
      priority === URGENT
        ? this.clock.in(URGENT_REMINDER)
        : addWorkingDays(await this.hours.current(), createdAt, REMINDER_WORKING_DAYS);
    return { createdAt, dueAt, remindAt };
  }

  /** The time by which a request is due if it has waited, or a supporter has held it, since this time. */
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
