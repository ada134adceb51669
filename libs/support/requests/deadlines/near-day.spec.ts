import { isNearDay } from './near-day.js';

describe('isNearDay', () => {
  it('accepts the days from one year before to five years after, and no other', () => {
    const now = new Date('2026-12-01T23:30:00Z');
    const near = ['2025-12-01', '2026-12-01', '2031-12-01'];
    const far = ['0000-01-01', '2025-11-30', '2031-12-02', '9999-12-31'];
    expect([...near, ...far].filter((day) => isNearDay(day, now))).toEqual(near);
  });

  it('moves the bounds of a leap day to the end of February', () => {
    const now = new Date('2028-02-29T12:00:00Z');
    const days = ['2027-02-27', '2027-02-28', '2033-02-28', '2033-03-01'];
    expect(days.map((day) => isNearDay(day, now))).toEqual([false, true, true, false]);
  });
});
