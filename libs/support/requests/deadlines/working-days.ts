import { DAY, HOUR } from '#kernel/clock.js';

/** The zone in which working days are counted, as milliseconds after UTC: that of Bogotá and Lima all year. */
const ZONE = -5 * HOUR;

/**
 * Returns the time after this many working days, Monday to Friday. A time at the weekend counts as the beginning of
 * Monday.
 */
export function addWorkingDays(from: Date, days: number): Date {
  let at = from.getTime() + ZONE;
  if (isWeekend(at)) at = firstWorkingTime(at);
  for (let left = days; left > 0; left--) {
    at += DAY;
    while (isWeekend(at)) at += DAY;
  }
  return new Date(at - ZONE);
}

const isWeekend = (at: number) => [0, 6].includes(new Date(at).getUTCDay());

/** The beginning of the next Monday. */
function firstWorkingTime(at: number): number {
  let day = at - (at % DAY);
  while (isWeekend(day)) day += DAY;
  return day;
}
