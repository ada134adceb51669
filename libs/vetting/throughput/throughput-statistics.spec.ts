import fc from 'fast-check';
import { DAY, HOUR } from '#kernel/clock.js';
import {
  mondayOfWeek,
  computeThroughput,
  throughputStart,
  THROUGHPUT_WEEKS,
} from './throughput-statistics.js';

const NOW = new Date('2026-11-25T10:00:00Z'); // This is a Wednesday.
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const decided = (submitted: number, took: number) => ({
  submittedAt: ago(submitted),
  decidedAt: ago(submitted - took),
});
const waiting = (age: number, more = {}) => {
  return { submittedAt: ago(age), waitsSince: ago(age), isAppeal: false, isAsked: false, ...more };
};
const totals = (figures: ReturnType<typeof computeThroughput>) => ({
  received: figures.weeks.reduce((sum, week) => sum + week.received, 0),
  decided: figures.weeks.reduce((sum, week) => sum + week.decided, 0),
});

describe('vetting statistics', () => {
  it('a week of the vetting statistics starts on Monday at 00:00 UTC', () => {
    expect(mondayOfWeek(NOW)).toEqual(new Date('2026-11-23T00:00:00Z'));
    expect(mondayOfWeek(new Date('2026-11-23T00:00:00Z'))).toEqual(
      new Date('2026-11-23T00:00:00Z'),
    );
    expect(mondayOfWeek(new Date('2026-11-22T23:59:59Z'))).toEqual(
      new Date('2026-11-16T00:00:00Z'),
    );
  });

  it('computeThroughput counts received and decided applications per week, oldest week first', () => {
    const figures = computeThroughput([decided(9 * DAY, 8 * DAY)], [waiting(HOUR)], NOW);
    expect(figures.weeks).toHaveLength(THROUGHPUT_WEEKS);
    expect(figures.weeks.slice(-3)).toEqual([
      { monday: '2026-11-09', received: 0, decided: 0 },
      { monday: '2026-11-16', received: 1, decided: 0 },
      { monday: '2026-11-23', received: 1, decided: 1 },
    ]);
  });

  it('computeThroughput returns median and 90th percentile of hours, or null without decisions', () => {
    const ten = Array.from({ length: 10 }, (_, at) => decided(20 * DAY, (at + 1) * 10 * HOUR));
    expect(computeThroughput(ten, [], NOW)).toMatchObject({ medianHours: 50, p90Hours: 90 });
    expect(computeThroughput([], [], NOW)).toMatchObject({ medianHours: null, p90Hours: null });
  });

  it('computeThroughput groups open applications by age, and counts those waiting for the applicant separately', () => {
    const ages = [2, 24, 71, 72, 167, 168, 900].map((hours) => waiting(hours * HOUR));
    const figures = computeThroughput([], [...ages, waiting(HOUR, { isAsked: true })], NOW);
    expect(figures.ages.map(({ count }) => count)).toEqual([1, 2, 2, 2]);
    expect(figures.asked).toBe(1);
  });

  it('computeThroughput counts an appealed application once', () => {
    const appealed = waiting(5 * DAY, { isAppeal: true });
    const figures = computeThroughput([decided(9 * DAY, 2 * DAY)], [appealed], NOW);
    expect(totals(figures)).toEqual({ received: 1, decided: 1 });
    expect(figures.ages.map(({ count }) => count)).toEqual([0, 0, 1, 0]);
  });

  it('computeThroughput counts everything of the last twelve weeks and nothing older', () => {
    const one = fc.tuple(
      fc.integer({ min: 0, max: 200 * DAY }),
      fc.integer({ min: 0, max: 200 * DAY }),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (pairs) => {
        const all = pairs.map(([submitted, took]) => decided(submitted, Math.min(took, submitted)));
        const since = throughputStart(NOW);
        const figures = computeThroughput(all, [], NOW);
        expect(totals(figures)).toEqual({
          received: all.filter(({ submittedAt }) => submittedAt >= since).length,
          decided: all.filter(({ decidedAt }) => decidedAt >= since).length,
        });
        expect(figures.medianHours ?? 0).toBeLessThanOrEqual(figures.p90Hours ?? 0);
      }),
    );
  });
});
