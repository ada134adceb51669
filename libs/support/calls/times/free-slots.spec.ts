import fc from 'fast-check';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import {
  CALL_MINUTES,
  type CallHours,
  type TimeRange,
  haveSameClock,
  normalisedZone,
  overlap,
} from './call-hours.js';
import { calendarFileOf } from './call-calendar.js';
import { commonSlots, freeSlots, isFreeAt, takenBy, type TakenTime } from './free-slots.js';
import { MAX_OFFERED, offeredSlots } from './offered-slots.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const hoursOf = (zone: string, from: number, to: number, more: Partial<CallHours> = {}) => ({
  ...{ zone, weekly: EVERY_DAY.map((weekday) => ({ weekday, from, to })), exceptions: [] },
  ...{ bufferMinutes: 0, noticeHours: 0, horizonDays: 14, dailyLimit: 20, ...more },
});
const localTimes = (slots: readonly Date[], zone: string, date: string) =>
  slots
    .map((at) => DateTime.fromJSDate(at, { zone }))
    .filter((at) => at.toISODate() === date)
    .map((at) => at.toFormat('HH:mm ZZ'));

it('no slot begins in a skipped hour', () => {
  // Clocks in Santiago go from 24:00 on 5 September 2026 to 1:00.
  const slots = freeSlots(
    hoursOf('America/Santiago', 0, 180),
    [],
    new Date('2026-09-01T12:00:00Z'),
  );
  expect(localTimes(slots, 'America/Santiago', '2026-09-06')).toEqual([
    ...['01:00 -03:00', '01:30 -03:00', '02:00 -03:00'],
  ]);
  expect(localTimes(slots, 'America/Santiago', '2026-09-07')).toHaveLength(5);
});

it('a doubled hour gives each slot once', () => {
  // Clocks in Havana go back from 1:00 to 0:00 on 1 November 2026.
  const slots = freeSlots(hoursOf('America/Havana', 0, 120), [], new Date('2026-10-30T12:00:00Z'));
  expect(localTimes(slots, 'America/Havana', '2026-11-01')).toEqual([
    ...['00:00 -04:00', '00:30 -04:00', '01:00 -05:00'],
  ]);
});

it('a day with a doubled midnight is offered whole when it is the last or the first one', () => {
  const hours = hoursOf('America/Havana', 0, 120);
  const times = ['00:00 -04:00', '00:30 -04:00', '01:00 -05:00'];
  const asLast = new Date('2026-10-30T12:00:00Z');
  const whole = { ...hours, horizonDays: 2 };
  const last = freeSlots(whole, [], asLast);
  expect(localTimes(last, hours.zone, '2026-11-01')).toEqual(times);
  expect(last.filter((at) => !isFreeAt(whole, [], asLast, at))).toEqual([]);
  // Half past midnight, for the second time.
  const asFirst = new Date('2026-11-01T05:30:00Z');
  const today = { ...hours, horizonDays: 0 };
  const first = freeSlots(today, [], asFirst);
  expect(localTimes(first, hours.zone, '2026-11-01')).toEqual(['01:00 -05:00']);
  expect(first.filter((at) => !isFreeAt(today, [], asFirst, at))).toEqual([]);
});

it('an exception replaces the hours of its date, and a day off has none', () => {
  const exceptions = [
    { date: '2026-12-02', ranges: [] },
    { date: '2026-12-03', ranges: [{ from: 600, to: 640 }] },
  ];
  const hours = hoursOf('America/Lima', 540, 720, { exceptions });
  const slots = freeSlots(hours, [], new Date('2026-12-01T00:00:00Z'));
  const on = (date: string) => localTimes(slots, 'America/Lima', date);
  expect(on('2026-12-02')).toEqual([]);
  expect(on('2026-12-03')).toEqual(['10:00 -05:00']);
  expect(on('2026-12-04')).toHaveLength(5);
});

it('a day with as many calls as allowed offers nothing more', () => {
  const hours = hoursOf('America/Lima', 540, 720, { dailyLimit: 1 });
  const call = takenBy(new Date('2026-12-02T16:00:00Z'), hours);
  const slots = freeSlots(hours, [call], new Date('2026-12-01T00:00:00Z'));
  expect(localTimes(slots, 'America/Lima', '2026-12-02')).toEqual([]);
});

it('accepts a renamed zone under its present name, and no fixed offset', () => {
  expect(normalisedZone('Mexico/General')).toBe('America/Mexico_City');
  expect(normalisedZone('Brazil/East')).toBe('America/Sao_Paulo');
  expect(['Etc/GMT+5', 'UTC', '-05:00', 'America/Atlantis'].map(normalisedZone)).toEqual([
    ...[null, null, null, null],
  ]);
});

it('compares the clocks of two zones over a whole year', () => {
  const now = new Date('2026-07-01T00:00:00Z');
  expect(haveSameClock('America/Lima', 'America/Bogota', now)).toBe(true);
  // Both are five hours behind UTC in July, but Cancún has no summer time and Chicago has.
  expect(haveSameClock('America/Cancun', 'America/Chicago', now)).toBe(false);
});

it('detects overlapping ranges', () => {
  expect(
    overlap([
      { from: 600, to: 660 },
      { from: 540, to: 600 },
    ]),
  ).toBe(false);
  expect(
    overlap([
      { from: 600, to: 660 },
      { from: 540, to: 601 },
    ]),
  ).toBe(true);
});

/** 1 in `npm test`, 10 in `npm run test:long`. */
const FACTOR = Number(process.env['TRAMA_RUNS'] ?? 1);
const RUNS = { numRuns: Math.max(1, Math.round(30 * FACTOR)) };
const WITHIN_MS = 60_000 * Math.max(1, FACTOR);

const zones = fc.constantFrom(
  ...['America/Lima', 'America/Sao_Paulo', 'America/Mexico_City', 'America/Havana'],
  ...['America/Santiago', 'America/New_York', 'Europe/Madrid', 'Pacific/Easter'],
);
const ranges = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 4 })
  .map((marks) => marks.toSorted((a, b) => a - b).map((mark) => mark * 30))
  .map((marks) => [
    { from: marks[0]!, to: marks[1]! },
    ...(marks.length === 4 ? [{ from: marks[2]!, to: marks[3]! }] : []),
  ]);
const moments = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2028-01-01'),
  noInvalidDate: true,
});
/** Other ranges on some of the days around the present one, or a day off. */
const exceptions = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: -1, max: 22 }),
    ranges: fc.oneof(fc.constant<TimeRange[]>([]), ranges),
  }),
  { maxLength: 12, selector: ({ day }) => day },
);
const callHours = fc.record({
  zone: zones,
  weekly: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    .chain((days) =>
      ranges.map((all) => days.flatMap((weekday) => all.map((one) => ({ weekday, ...one })))),
    ),
  exceptions,
  bufferMinutes: fc.integer({ min: 0, max: 60 }),
  noticeHours: fc.integer({ min: 0, max: 72 }),
  horizonDays: fc.integer({ min: 1, max: 21 }),
  dailyLimit: fc.integer({ min: 1, max: 4 }),
});
/** A moment with the hours of two people, whose exceptions lie around it. */
const worlds = fc.tuple(moments, callHours, callHours).map(([now, ...both]) => ({
  now,
  both: both.map(({ exceptions: days, ...hours }): CallHours => {
    const today = DateTime.fromJSDate(now, { zone: hours.zone });
    const dateOf = (day: number) => today.plus({ days: day }).toISODate()!;
    return { ...hours, exceptions: days.map(({ day, ...one }) => ({ date: dateOf(day), ...one })) };
  }) as [CallHours, CallHours],
}));

/** The ranges of the day of a call: those of its exception, if it has one. */
function rangesOn(local: DateTime, { weekly, exceptions: dates }: CallHours): readonly TimeRange[] {
  const exception = dates.find(({ date }) => date === local.toFormat('yyyy-MM-dd'));
  return exception ? exception.ranges : weekly.filter(({ weekday }) => weekday === local.weekday);
}

/** Books free slots of one calendar until none is left or `most` are booked. */
function book(hours: CallHours, now: Date, picks: readonly number[]): TakenTime[] {
  const taken: TakenTime[] = [];
  for (const pick of picks) {
    const free = freeSlots(hours, taken, now);
    if (free.length > 0) taken.push(takenBy(free[pick % free.length]!, hours));
  }
  return taken.toSorted((a, b) => +a.startsAt - +b.startsAt);
}

it(
  'booked slots of two calendars never overlap within one, and stay within hours, notice, horizon and limit',
  () => {
    fc.assert(
      fc.property(
        worlds,
        fc.array(fc.nat({ max: 500 }), { maxLength: 12 }),
        ({ both, now }, picks) => {
          for (const hours of both) {
            const booked = book(hours, now, picks);
            for (const [at, { startsAt }] of booked.entries()) {
              const before = booked[at - 1];
              if (before) expect(+before.blockedUntil).toBeLessThanOrEqual(+startsAt);
              expect(+startsAt).toBeGreaterThanOrEqual(+now + hours.noticeHours * HOUR);
              expect(+startsAt).toBeLessThan(+now + (hours.horizonDays + 1) * DAY + HOUR);
              const local = DateTime.fromJSDate(startsAt, { zone: hours.zone });
              const minute = local.hour * 60 + local.minute;
              const fits = rangesOn(local, hours).some(
                ({ from, to }) => from <= minute && minute + CALL_MINUTES <= to,
              );
              expect(fits).toBe(true);
              const sameDay = booked.filter(
                (one) =>
                  DateTime.fromJSDate(one.startsAt, { zone: hours.zone }).toISODate() ===
                  local.toISODate(),
              );
              expect(sameDay.length).toBeLessThanOrEqual(hours.dailyLimit);
            }
          }
          const slots = both.flatMap((hours) =>
            freeSlots(hours, [], now).map((startsAt) => ({ startsAt, zone: hours.zone })),
          );
          const offered = offeredSlots(slots, both[0].zone);
          const times = new Set(slots.map(({ startsAt }) => +startsAt));
          expect(offered).toHaveLength(Math.min(MAX_OFFERED, times.size));
          expect(new Set(offered.map(({ startsAt }) => +startsAt)).size).toBe(offered.length);
        },
      ),
      RUNS,
    );
  },
  WITHIN_MS,
);

it('offers mornings and afternoons, not only the first hours of each day', () => {
  const slots = freeSlots(
    hoursOf('America/Lima', 9 * 60, 17 * 60),
    [],
    new Date('2026-12-01T00:00:00Z'),
  ).map((startsAt) => ({ startsAt, zone: 'America/Lima' }));
  const offered = offeredSlots(slots, 'America/Lima').map(({ startsAt }) =>
    DateTime.fromJSDate(startsAt, { zone: 'America/Lima' }).toFormat('dd HH:mm'),
  );
  expect(offered).toEqual([
    ...['01 09:00', '01 12:00', '02 09:00', '02 12:00', '03 09:00', '03 12:00'],
  ]);
});

it(
  'a slot of a calendar is free in it, and a renamed zone has the same slots',
  () => {
    fc.assert(
      fc.property(worlds, ({ both: [hours], now }) => {
        for (const at of freeSlots(hours, [], now)) expect(isFreeAt(hours, [], now, at)).toBe(true);
      }),
      RUNS,
    );
    for (const [former, present] of [
      ['America/Godthab', 'America/Nuuk'],
      ['Brazil/East', 'America/Sao_Paulo'],
    ] as const) {
      const now = new Date('2026-03-20T12:00:00Z');
      const of = (zone: string) => freeSlots(hoursOf(zone, 0, 600), [], now).map(Number);
      expect(of(former)).toEqual(of(present));
    }
  },
  WITHIN_MS,
);

it(
  'common slots of a supporter and an interpreter never overlap in either calendar, in all zones',
  () => {
    fc.assert(
      fc.property(
        worlds,
        fc.array(fc.nat({ max: 500 }), { maxLength: 8 }),
        ({ both: [supporter, interpreter], now }, picks) => {
          // One of three calls is of both, the others only of the supporter or only of the interpreter.
          const own = new Map<CallHours, TakenTime[]>([
            [supporter, []],
            [interpreter, []],
          ]);
          const calendarOf = (hours: CallHours) => ({ hours, taken: own.get(hours)! });
          const taken: TakenTime[] = [];
          for (const [turn, pick] of picks.entries()) {
            const alone = [supporter, interpreter, null][turn % 3];
            if (alone) {
              const free = freeSlots(alone, own.get(alone)!, now);
              if (free.length > 0) own.get(alone)!.push(takenBy(free[pick % free.length]!, alone));
              continue;
            }
            const common = commonSlots(calendarOf(supporter), calendarOf(interpreter), now);
            if (common.length === 0) continue;
            const at = common[pick % common.length]!;
            const ends = [supporter, interpreter].map((one) => +takenBy(at, one).blockedUntil);
            const call = { startsAt: at, blockedUntil: new Date(Math.max(...ends)) };
            taken.push(call);
            for (const calls of own.values()) calls.push(call);
          }
          for (const calls of own.values()) {
            const inOrder = calls.toSorted((a, b) => +a.startsAt - +b.startsAt);
            for (const [at, { startsAt }] of inOrder.entries())
              if (at > 0) expect(+inOrder[at - 1]!.blockedUntil).toBeLessThanOrEqual(+startsAt);
          }
          const sorted = taken.toSorted((a, b) => +a.startsAt - +b.startsAt);
          for (const [at, { startsAt }] of sorted.entries()) {
            if (at > 0) expect(+sorted[at - 1]!.blockedUntil).toBeLessThanOrEqual(+startsAt);
            for (const hours of [supporter, interpreter]) {
              const local = DateTime.fromJSDate(startsAt, { zone: hours.zone });
              const end = local.plus({ minutes: CALL_MINUTES });
              const isWithin = rangesOn(local, hours).some(({ from, to }) => {
                const wall = (minute: number) =>
                  local.startOf('day').set({ hour: 0 }).plus({ minutes: minute });
                // Clock changes move the ends of a range by at most an hour.
                return +local >= +wall(from) - HOUR && +end <= +wall(to) + HOUR;
              });
              expect(isWithin).toBe(true);
            }
          }
        },
      ),
      RUNS,
    );
  },
  WITHIN_MS,
);

it('another program reads the same instants from the calendar file, and neither a link nor a name', () => {
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const startsAt = DateTime.fromJSDate(moment, { zone }).startOf('minute').toJSDate();
      const endsAt = new Date(startsAt.getTime() + CALL_MINUTES * MINUTE);
      const call = { id: 'f00d', startsAt, endsAt };
      const [file, other] = ['one', 'two'].map((who) => calendarFileOf(call, who)) as [
        string,
        string,
      ];
      const calendar = new ICAL.Component(ICAL.parse(file));
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
      expect(event.startDate.toJSDate()).toEqual(startsAt);
      expect(event.endDate.toJSDate()).toEqual(endsAt);
      expect(event.summary).toBe('Trama');
      expect(file).not.toContain('f00d');
      expect(other).not.toContain(event.uid);
      expect(file).not.toMatch(/http|LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER/);
    }),
    { numRuns: Math.max(1, Math.round(100 * FACTOR)) },
  );
});
