import { DateTime } from 'luxon';

/** A day on which nobody answers in a country. */
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

/** Returns the time itself if it is a working time, else the beginning of the next working day. */
export function nextWorkingTime(hours: WorkingHours, at: Date): Date {
  const local = localOf(hours, at);
  const end = minuteOf(local, hours.to);
  if (isWorkingDay(hours, local) && local < end)
    return (local < opening(hours, local) ? opening(hours, local) : local).toJSDate();
  return opening(hours, nextWorkingDay(hours, local)).toJSDate();
}

/**
 * Returns the same time of day this many working days later. A time outside of the working hours counts as the next
 * beginning of them.
 */
export function addWorkingDays(hours: WorkingHours, from: Date, days: number): Date {
  let local: DateTime = localOf(hours, nextWorkingTime(hours, from));
  for (let left = days; left > 0; left--) local = nextWorkingDay(hours, local);
  return local.toJSDate();
}

/** The same time of day on the next working day. */
function nextWorkingDay(hours: WorkingHours, local: DateTime): DateTime {
  for (let days = 1; days <= LONGEST_PAUSE; days++) {
    const day = local.plus({ days });
    if (isWorkingDay(hours, day)) return day;
  }
  return local.plus({ days: LONGEST_PAUSE });
}

const isWorkingDay = ({ weekdays, holidays }: WorkingHours, day: DateTime) =>
  weekdays.includes(day.weekday) && holidays.every(({ date }) => date !== day.toISODate());

const localOf = ({ zone }: WorkingHours, at: Date) => DateTime.fromJSDate(at, { zone });
const opening = ({ from }: WorkingHours, day: DateTime) => minuteOf(day, from);

/** This minute of the day; a minute that a clock change skips becomes the one after it. */
const minuteOf = (day: DateTime, minute: number) =>
  day.startOf('day').set({ hour: Math.floor(minute / 60), minute: minute % 60 });
