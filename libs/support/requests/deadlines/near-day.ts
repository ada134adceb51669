import { DateTime } from 'luxon';

const [YEARS_BEFORE, YEARS_AFTER] = [1, 5];

/** Whether a date like `2026-12-25` is at most a year before and at most five years after the UTC day of `now`. */
export function isNearDay(day: string, now: Date): boolean {
  const today = DateTime.fromJSDate(now, { zone: 'utc' });
  const first = today.minus({ years: YEARS_BEFORE }).toISODate()!;
  const last = today.plus({ years: YEARS_AFTER }).toISODate()!;
  return first <= day && day <= last;
}
