import { DAY, HOUR } from '#kernel/clock.js';
import type { AgeGroupCount, Throughput, ThroughputWeek } from './throughput.view.js';

/** Number of weeks in the statistics, the current week included. */
export const THROUGHPUT_WEEKS = 12;

/** Upper limits of the age groups in hours; the last group has none. */
const AGES = [24, 72, 168, null] as const;

/** A first decision. Decisions on appeals are excluded, since they concern the same applications. */
export interface DecidedApplication {
  readonly submittedAt: Date;
  readonly decidedAt: Date;
}

export interface WaitingApplication {
  readonly submittedAt: Date;
  readonly waitsSince: Date;
  readonly isAppeal: boolean;
  /** Whether it waits for the applicant's answer. */
  readonly isAsked: boolean;
}

/** Monday 00:00 UTC of the week of a date. */
export function mondayOfWeek(at: Date): Date {
  const days = Math.floor(at.getTime() / DAY);
  // 1 January 1970, day 0, was a Thursday.
  return new Date((days - ((days + 3) % 7)) * DAY);
}

/** Start of the period that the statistics cover. */
export const throughputStart = (now: Date): Date =>
  new Date(mondayOfWeek(now).getTime() - (THROUGHPUT_WEEKS - 1) * 7 * DAY);

/** Applications received and decided per week, hours until a decision, and ages of open applications. */
export function computeThroughput(
  decided: readonly DecidedApplication[],
  waiting: readonly WaitingApplication[],
  now: Date,
): Omit<Throughput, 'load'> {
  const since = throughputStart(now);
  const fresh = waiting.filter((one) => !one.isAppeal);
  const received = [...decided, ...fresh].map(({ submittedAt }) => submittedAt);
  const done = decided.filter(({ decidedAt }) => decidedAt >= since);
  const waits = done
    .map(({ submittedAt, decidedAt }) => (decidedAt.getTime() - submittedAt.getTime()) / HOUR)
    .sort((a, b) => a - b);
  return {
    weeks: weeksOf(
      received,
      done.map(({ decidedAt }) => decidedAt),
      since,
    ),
    medianHours: quantile(waits, 0.5),
    p90Hours: quantile(waits, 0.9),
    ages: agesOf(
      waiting.filter((one) => !one.isAsked),
      now,
    ),
    asked: waiting.filter((one) => one.isAsked).length,
  };
}

function weeksOf(received: readonly Date[], decided: readonly Date[], since: Date) {
  const count = (moments: readonly Date[], monday: number) =>
    moments.filter((at) => mondayOfWeek(at).getTime() === monday).length;
  return Array.from({ length: THROUGHPUT_WEEKS }, (_, at): ThroughputWeek => {
    const monday = since.getTime() + at * 7 * DAY;
    const day = new Date(monday).toISOString().slice(0, 10);
    return { monday: day, received: count(received, monday), decided: count(decided, monday) };
  });
}

function agesOf(waiting: readonly WaitingApplication[], now: Date): AgeGroupCount[] {
  const ages = waiting.map(({ waitsSince }) => (now.getTime() - waitsSince.getTime()) / HOUR);
  return AGES.map((upToHours, at) => {
    const from = at === 0 ? -Infinity : AGES[at - 1]!;
    return {
      upToHours,
      count: ages.filter((age) => age >= from && age < (upToHours ?? Infinity)).length,
    };
  });
}

/** Nearest-rank quantile of sorted numbers, in whole hours; null for an empty list. */
function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  return Math.round(sorted[Math.ceil(share * sorted.length) - 1]!);
}
