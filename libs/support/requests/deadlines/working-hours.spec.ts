import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  addWorkingDays,
  addWorkingTime,
  DEFAULT_WORKING_HOURS,
  nextWorkingTime,
  type WorkingHours,
  workingTimeBetween,
} from './working-hours.js';

const BOGOTA = DEFAULT_WORKING_HOURS;
const OFFICE: WorkingHours = {
  ...{ zone: 'America/Bogota', weekdays: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60 },
  holidays: [
    { date: '2026-12-08', country: 'territory:CO' },
    { date: '2026-12-09', country: 'territory:PE' },
  ],
};

it.each([
  [
    'Monday morning ends on Thursday morning',
    BOGOTA,
    '2026-11-30T14:00:00.000Z',
    '2026-12-03T14:00:00.000Z',
  ],
  [
    'Friday afternoon ends on Wednesday',
    BOGOTA,
    '2026-12-04T20:00:00.000Z',
    '2026-12-09T20:00:00.000Z',
  ],
  [
    'Saturday counts as the beginning of Monday',
    BOGOTA,
    '2026-12-05T16:00:00.000Z',
    '2026-12-10T05:00:00.000Z',
  ],
  [
    'counts Friday night in Bogotá as Friday, although it is Saturday in UTC',
    BOGOTA,
    '2026-12-05T03:00:00.000Z',
    '2026-12-10T03:00:00.000Z',
  ],
  [
    'leaves out holidays of two countries',
    OFFICE,
    '2026-12-04T20:00:00.000Z',
    '2026-12-11T20:00:00.000Z',
  ],
  [
    'the evening counts as the next morning',
    OFFICE,
    '2026-12-04T23:30:00.000Z',
    '2026-12-14T14:00:00.000Z',
  ],
])('three working days: %s', (_, hours, from, to) => {
  expect(addWorkingDays(hours, new Date(from), 3).toISOString()).toBe(to);
});

it('returns a time within the working hours unchanged, also for 0 days', () => {
  const at = new Date('2026-12-02T15:00:00.000Z');
  expect(nextWorkingTime(OFFICE, at)).toEqual(at);
  expect(addWorkingDays(OFFICE, at, 0)).toEqual(at);
});

it('a daylight saving change at midnight delays an answer due that day, and no later one', () => {
  const everyDay = { ...OFFICE, zone: 'America/Havana', weekdays: [7, 1], from: 0, to: 60 };
  // Clocks go from 0:00 to 1:00 on Sunday, 8 March 2026.
  const sunday = new Date('2026-03-01T05:30:00.000Z');
  expect(addWorkingDays(everyDay, sunday, 2).toISOString()).toBe('2026-03-08T05:00:00.000Z');
  expect(addWorkingDays(everyDay, sunday, 3).toISOString()).toBe('2026-03-09T04:30:00.000Z');
});

it.each([
  ['within a day', OFFICE, '2026-12-04T15:00:00.000Z', '2026-12-04T17:30:00.000Z', 2.5],
  ['over a weekend', OFFICE, '2026-12-04T22:00:00.000Z', '2026-12-07T15:00:00.000Z', 2],
  ['over holidays', OFFICE, '2026-12-07T22:00:00.000Z', '2026-12-10T15:00:00.000Z', 2],
  ['from Saturday', OFFICE, '2026-12-05T17:00:00.000Z', '2026-12-07T23:00:00.000Z', 9],
  ['of days without a pause', BOGOTA, '2026-12-03T20:00:00.000Z', '2026-12-07T20:00:00.000Z', 48],
  ['to an earlier time', OFFICE, '2026-12-04T22:00:00.000Z', '2026-12-04T15:00:00.000Z', 0],
])('hours of working time %s', (_, hours, from, to, expected) => {
  expect(workingTimeBetween(hours, new Date(from), new Date(to)) / 3_600_000).toBe(expected);
});

it.each([
  ['in the same hours', '2026-12-04T15:00:00.000Z', 2, '2026-12-04T17:00:00.000Z'],
  ['to the end of a day', '2026-12-04T21:00:00.000Z', 2, '2026-12-07T14:00:00.000Z'],
  ['over a weekend and two holidays', '2026-12-04T22:00:00.000Z', 11, '2026-12-10T15:00:00.000Z'],
  ['from a Sunday', '2026-12-06T17:00:00.000Z', 1, '2026-12-07T15:00:00.000Z'],
])('adds working time %s', (_, from, hours, to) => {
  expect(addWorkingTime(OFFICE, new Date(from), hours * 3_600_000).toISOString()).toBe(to);
});

const zones = fc.constantFrom(
  'America/Bogota',
  'America/Santiago',
  'America/Mexico_City',
  'America/Havana',
);
const dates = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2028-01-01'),
  noInvalidDate: true,
});
const isoDate = dates.map((date) => date.toISOString().slice(0, 10));
const workingHours: fc.Arbitrary<WorkingHours> = fc
  .record({
    zone: zones,
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    hours: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 }),
    holidays: fc.array(
      fc.record({ date: isoDate, country: fc.constantFrom('territory:CO', 'territory:BR') }),
      { maxLength: 60 },
    ),
  })
  .map(({ hours, ...rest }) => ({ ...rest, from: Math.min(...hours), to: Math.max(...hours) }));

const isWorkingDay = ({ zone, weekdays, holidays }: WorkingHours, at: DateTime) => {
  const day = at.setZone(zone);
  return weekdays.includes(day.weekday) && holidays.every(({ date }) => date !== day.toISODate());
};

it('keeps the working time that is left until an answer is due', () => {
  fc.assert(
    fc.property(workingHours, dates, fc.nat({ max: 5 }), (hours, from, days) => {
      const steady = { ...hours, zone: 'America/Bogota' };
      const due = addWorkingDays(steady, from, days);
      const left = workingTimeBetween(steady, from, due);
      expect(addWorkingTime(steady, from, left)).toEqual(due);
    }),
  );
});

it('the answer is due on a working day, after exactly as many working days, and never earlier for a later request', () => {
  fc.assert(
    fc.property(
      workingHours,
      dates,
      fc.nat({ max: 5 }),
      fc.nat({ max: 1e7 }),
      (hours, from, days, ms) => {
        const due = addWorkingDays(hours, from, days);
        expect(isWorkingDay(hours, DateTime.fromJSDate(due))).toBe(true);
        const start = DateTime.fromJSDate(nextWorkingTime(hours, from), { zone: hours.zone });
        const end = DateTime.fromJSDate(due, { zone: hours.zone }).toISODate()!;
        let passed = 0;
        for (
          let day = start.set({ hour: 12 });
          day.toISODate()! < end;
          day = day.plus({ days: 1 })
        ) {
          if (isWorkingDay(hours, day)) passed++;
        }
        expect(passed).toBe(days);
        const { hour, minute } = DateTime.fromJSDate(due, { zone: hours.zone });
        expect(hour * 60 + minute).toBeGreaterThanOrEqual(hours.from);
        // Where a clock change skips the time, the answer is due up to an hour later.
        expect(hour * 60 + minute).toBeLessThanOrEqual(hours.to + 60);
        const later = addWorkingDays(hours, new Date(from.getTime() + ms), days);
        expect(later.getTime()).toBeGreaterThanOrEqual(due.getTime());
      },
    ),
  );
});
