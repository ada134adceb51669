import { DateTime } from 'luxon';

/** A holiday of one country. It counts for the whole instance. */
export interface Holiday {
  /** `2026-12-25`. */
  readonly date: string;
  /** Id of the term of the country. */
  readonly country: string;
}

/** When the instance answers requests. */
export interface WorkingHours {
  /** IANA name of the zone in which days and hours count. */
  readonly zone: string;
  /** 1 is Monday, 7 Sunday; at least one. */
  readonly weekdays: readonly number[];
  /** Minutes of the day; `from` is before `to`. */
  readonly from: number;
  readonly to: number;
  /** A day is no working day if it is a holiday in any of the countries. */
  readonly holidays: readonly Holiday[];
}

export const MINUTES_OF_DAY = 24 * 60;

/** The hours until administrators set them: Monday to Friday, in the middle of the region. */
export const DEFAULT_WORKING_HOURS: WorkingHours = {
  zone: 'America/Bogota',
  weekdays: [1, 2, 3, 4, 5],
  ...{ from: 0, to: MINUTES_OF_DAY, holidays: [] },
};

/** Longest run of days that is searched for a working day, so that a list of holidays cannot stop the search. */
const LONGEST_PAUSE = 400;

/** Returns the time itself if it is within the working hours, else the next time at which they begin. */
export function nextWorkingTime(hours: WorkingHours, at: Date): Date {
  const wall = wallClockOf(hours, at);
  const next = nextOnWallClock(hours, wall);
  return +next === +wall ? at : instantOf(hours, next);
}

/**
 * Returns the same time of day this many working days later. A time outside of the working hours counts as the next
 * beginning of them.
 */
export function addWorkingDays(hours: WorkingHours, from: Date, days: number): Date {
  if (days === 0) return nextWorkingTime(hours, from);
  const isWorkingDay = workingDaysOf(hours);
  let wall = nextOnWallClock(hours, wallClockOf(hours, from));
  for (let left = days; left > 0; left--) wall = nextWorkingDay(isWorkingDay, wall);
  return instantOf(hours, wall);
}

/** How many milliseconds of working time lie between two times; 0 if the second is not later. */
export function workingTimeBetween(hours: WorkingHours, from: Date, to: Date): number {
  const end = wallClockOf(hours, to);
  let total = 0;
  for (const { opening, closing } of workingSpans(hours, wallClockOf(hours, from))) {
    if (opening >= end) break;
    total += DateTime.min(closing, end).toMillis() - opening.toMillis();
  }
  return total;
}

/** Returns the time at which this much working time has passed since `from`; the next morning, not the end of a day. */
export function addWorkingTime(hours: WorkingHours, from: Date, milliseconds: number): Date {
  let left = milliseconds;
  let last = wallClockOf(hours, from);
  for (const { opening, closing } of workingSpans(hours, last)) {
    const length = closing.toMillis() - opening.toMillis();
    if (left < length) return instantOf(hours, opening.plus(left));
    left -= length;
    last = closing;
  }
  return instantOf(hours, last);
}

/** Whether one of the next 60 days is a working day. Today does not count: the promised time begins tomorrow. */
export const hasWorkingDay = (hours: WorkingHours, at: Date): boolean => {
  const wall = wallClockOf(hours, at);
  const next = nextWorkingDay(workingDaysOf(hours), wall);
  return next < wall.plus({ days: 60 });
};

/** The weekday in the zone of the hours at this time, 1 for Monday. */
export const weekdayAt = ({ zone }: WorkingHours, at: Date): number =>
  DateTime.fromJSDate(at, { zone }).weekday;

type IsWorkingDay = (day: DateTime) => boolean;

/** The working hours of each working day from this time on, on the wall clock; the first begins at this time at the earliest. */
function* workingSpans(hours: WorkingHours, from: DateTime) {
  const isWorkingDay = workingDaysOf(hours);
  let opening = nextOnWallClock(hours, from);
  for (let days = 0; days < LONGEST_PAUSE; days++) {
    const day = opening.startOf('day');
    yield { opening, closing: day.plus({ minutes: hours.to }) };
    opening = nextWorkingDay(isWorkingDay, day.plus({ minutes: hours.from }));
  }
}

function nextOnWallClock(hours: WorkingHours, wall: DateTime): DateTime {
  const isWorkingDay = workingDaysOf(hours);
  const minute = (minutes: number) => wall.startOf('day').plus({ minutes });
  const opening = minute(hours.from);
  if (isWorkingDay(wall) && wall < minute(hours.to)) return wall < opening ? opening : wall;
  return nextWorkingDay(isWorkingDay, opening);
}

/** The same time of day on the next working day. */
function nextWorkingDay(isWorkingDay: IsWorkingDay, wall: DateTime): DateTime {
  for (let days = 1; days <= LONGEST_PAUSE; days++) {
    const day = wall.plus({ days });
    if (isWorkingDay(day)) return day;
  }
  return wall.plus({ days: LONGEST_PAUSE });
}

function workingDaysOf({ weekdays, holidays }: WorkingHours): IsWorkingDay {
  const free = new Set(holidays.map(({ date }) => date));
  return (day) => weekdays.includes(day.weekday) && !free.has(day.toISODate()!);
}

/** The local time in the zone, as if it were UTC, so that adding days ignores daylight saving changes. */
const wallClockOf = ({ zone }: WorkingHours, at: Date): DateTime =>
  DateTime.fromJSDate(at, { zone }).setZone('utc', { keepLocalTime: true });

/**
 * The instant at which local clocks show this time; a time that a daylight saving change skips becomes the first one
 * after it.
 */
function instantOf({ zone }: WorkingHours, wall: DateTime): Date {
  const local = wall.setZone(zone, { keepLocalTime: true });
  const isSkipped = local.hour !== wall.hour || local.minute !== wall.minute;
  return (isSkipped ? local.startOf('hour') : local).toJSDate();
}
