import { DateTime, IANAZone } from 'luxon';
import { MINUTES_OF_DAY } from '../../requests/deadlines/working-hours.js';

/** How long an introductory call lasts. */
export const CALL_MINUTES = 40;

/** A part of a day, in minutes since midnight; `from` is before `to`. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
export interface WeeklyRange extends TimeRange {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
}
/** Other hours on one date; none on a day off. */
export interface HoursException {
  /** `2026-12-25`. */
  readonly date: string;
  readonly ranges: TimeRange[];
}

/** When a supporter offers introductory calls. */
export interface CallHours {
  /** IANA name of the zone in which days and hours count. */
  readonly zone: string;
  readonly weekly: readonly WeeklyRange[];
  readonly exceptions: readonly HoursException[];
  /** Free minutes after each call. */
  readonly bufferMinutes: number;
  /** How many hours before its beginning a call can be booked at the latest. */
  readonly noticeHours: number;
  /** How many days ahead calls can be booked. */
  readonly horizonDays: number;
  /** Maximum number of calls on a day of the zone. */
  readonly dailyLimit: number;
}

/**
 * The present name of a zone, also for a renamed one (`Mexico/General` becomes `America/Mexico_City`); null for an
 * unknown zone and for a fixed offset, which would ignore daylight saving changes.
 */
export function normalisedZone(name: string): string | null {
  if (!/^(?!Etc\/).+\//.test(name) || !IANAZone.isValidZone(name)) return null;
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
}

/** Whether local clocks of both zones show the same time now and in each of the next twelve months. */
export function haveSameClock(one: string, other: string, now: Date): boolean {
  return Array.from({ length: 13 }, (_, months) => DateTime.fromJSDate(now).plus({ months })).every(
    (at) => at.setZone(one).offset === at.setZone(other).offset,
  );
}

/** Whether two of these ranges share a minute; ranges that only touch do not. */
export function overlap(ranges: readonly TimeRange[]): boolean {
  const sorted = ranges.toSorted((a, b) => a.from - b.from);
  return sorted.some(({ from }, at) => at > 0 && from < sorted[at - 1]!.to);
}

export const isRange = ({ from, to }: TimeRange): boolean =>
  [from, to].every((minute) => Number.isInteger(minute) && minute >= 0) &&
  to - from >= CALL_MINUTES &&
  to <= MINUTES_OF_DAY;
