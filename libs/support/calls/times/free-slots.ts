import { DateTime } from 'luxon';
import { HOUR, MINUTE } from '#kernel/clock.js';
import { CALL_MINUTES, type CallHours, type TimeRange } from './call-hours.js';

const CALL = CALL_MINUTES * MINUTE;
/** The minutes between the beginnings of two slots of the same hours. */
const STEP = 30;
const DAY_MINUTES = 24 * 60;

/** The time that a booked call takes, with the buffer after it. */
export interface TakenTime {
  readonly startsAt: Date;
  readonly blockedUntil: Date;
}

/** The time that a call from `startsAt` would take. */
export const takenBy = (startsAt: Date, { bufferMinutes }: CallHours): TakenTime => ({
  startsAt,
  blockedUntil: new Date(startsAt.getTime() + CALL + bufferMinutes * MINUTE),
});

/** Days of the supporter's zone, beginning with the day of `from`. */
export interface SearchedDays {
  readonly from: Date;
  readonly days: number;
}

/**
 * The beginnings of the free slots on these days, by default on all, in order. A slot never begins in an hour that a clock change skips; an hour that
 * occurs twice offers its first occurrence only.
 */
export function freeSlots(
  hours: CallHours,
  taken: readonly TakenTime[],
  now: Date,
  searched?: SearchedDays,
): Date[] {
  const earliest = now.getTime() + hours.noticeHours * HOUR;
  const from = searched && dayOf(searched.from, hours);
  const first = DateTime.max(dayOf(earliest, hours), ...(from ? [from] : []));
  const until = from?.plus({ days: searched!.days - 1 });
  const last = DateTime.min(
    dayOf(now, hours).plus({ days: hours.horizonDays }),
    ...(until ? [until] : []),
  );
  const slots: Date[] = [];
  for (let day = first; day <= last; day = day.plus({ days: 1 })) {
    if (callsOn(day, taken) >= hours.dailyLimit) continue;
    slots.push(...slotsOn(day, hours).filter((at) => at.getTime() >= earliest));
  }
  return slots.filter((at) => taken.every((one) => areApart(takenBy(at, hours), one)));
}

/** Hours with the booked times of their person. */
export interface Calendar {
  readonly hours: CallHours;
  readonly taken: readonly TakenTime[];
}

/**
 * The free slots of a supporter at which the interpreter, if there is one, is free, too. The longer buffer counts for both,
 * because the booked call takes the same time of both.
 */
export function commonSlots(
  supporter: Calendar,
  interpreter: Calendar | null,
  now: Date,
  searched?: SearchedDays,
): Date[] {
  const bufferMinutes = Math.max(
    supporter.hours.bufferMinutes,
    interpreter?.hours.bufferMinutes ?? 0,
  );
  const hoursOf = ({ hours }: Calendar) => ({ ...hours, bufferMinutes });
  return freeSlots(hoursOf(supporter), supporter.taken, now, searched).filter(
    (at) => !interpreter || isFreeAt(hoursOf(interpreter), interpreter.taken, now, at),
  );
}

/** Whether a call from `at` fits these hours and leaves the taken times free, whatever the beginnings of their slots. */
export function isFreeAt(
  hours: CallHours,
  taken: readonly TakenTime[],
  now: Date,
  at: Date,
): boolean {
  const day = dayOf(at, hours);
  const last = dayOf(now, hours).plus({ days: hours.horizonDays });
  const start = at.getTime();
  const isWithin = rangesOn(day, hours).some(
    ({ from, to }) => instantOf(day, from) <= start && start + CALL <= instantOf(day, to),
  );
  return (
    isWithin &&
    start >= now.getTime() + hours.noticeHours * HOUR &&
    day <= last &&
    callsOn(day, taken) < hours.dailyLimit &&
    taken.every((one) => areApart(takenBy(at, hours), one))
  );
}

/** The noon of a day in the zone of the hours. A clock change may skip or repeat midnight, but not noon. */
const dayOf = (at: number | Date, { zone }: CallHours): DateTime =>
  DateTime.fromMillis(Number(at), { zone }).startOf('day').set({ hour: 12 });

/** Whether two calls leave each other the buffer. */
const areApart = (one: TakenTime, other: TakenTime): boolean =>
  one.blockedUntil <= other.startsAt || other.blockedUntil <= one.startsAt;

/** Compares dates, because luxon's `hasSame` counts the first of two midnights as the day before. */
const callsOn = (day: DateTime, taken: readonly TakenTime[]): number =>
  taken.filter(
    ({ startsAt }) =>
      DateTime.fromJSDate(startsAt, { zone: day.zone }).toISODate() === day.toISODate(),
  ).length;

function rangesOn(day: DateTime, { weekly, exceptions }: CallHours): readonly TimeRange[] {
  const exception = exceptions.find(({ date }) => date === day.toISODate());
  return exception?.ranges ?? weekly.filter(({ weekday }) => weekday === day.weekday);
}

const slotsOn = (day: DateTime, hours: CallHours): Date[] =>
  rangesOn(day, hours)
    .toSorted((a, b) => a.from - b.from)
    .flatMap((range) => slotsIn(range, day));

function slotsIn({ from, to }: TimeRange, day: DateTime): Date[] {
  const slots: Date[] = [];
  const end = instantOf(day, to);
  for (let minute = from; minute + CALL_MINUTES <= to; minute += STEP) {
    const at = instantsOf(day, minute)[0];
    if (at !== undefined && at + CALL <= end) slots.push(new Date(at));
  }
  return slots;
}

/** The instants at which local clocks show this minute of the day, in order: none, one, or two at a clock change. */
function instantsOf(day: DateTime, minute: number): number[] {
  const wall = { hour: Math.floor(minute / 60), minute: minute % 60 };
  const { year, month, day: date } = day;
  const found = DateTime.fromObject({ year, month, day: date, ...wall }, { zone: day.zone });
  if (found.hour !== wall.hour || found.minute !== wall.minute) return [];
  return found
    .getPossibleOffsets()
    .map((one) => one.toMillis())
    .toSorted((a, b) => a - b);
}

/**
 * The instant of this minute, the first one if there are two; the end of the skipped time if local clocks skip it. The
 * minute after the last is the first of the next day.
 */
function instantOf(day: DateTime, minute: number): number {
  if (minute >= DAY_MINUTES) return instantOf(day.plus({ days: 1 }), minute - DAY_MINUTES);
  return instantsOf(day, minute)[0] ?? instantOf(day, minute + 1);
}
