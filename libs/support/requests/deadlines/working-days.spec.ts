import { addWorkingDays } from './working-days.js';

const after = (from: string, days = 3) => addWorkingDays(new Date(from), days).toISOString();

it.each([
  [
    'Monday morning ends on Thursday morning',
    '2026-11-30T14:00:00.000Z',
    '2026-12-03T14:00:00.000Z',
  ],
  ['Friday afternoon ends on Wednesday', '2026-12-04T20:00:00.000Z', '2026-12-09T20:00:00.000Z'],
  [
    'Saturday counts as the beginning of Monday',
    '2026-12-05T16:00:00.000Z',
    '2026-12-10T05:00:00.000Z',
  ],
  [
    'Sunday counts as the beginning of Monday',
    '2026-12-06T16:00:00.000Z',
    '2026-12-10T05:00:00.000Z',
  ],
  [
    'counts Friday night in Bogotá as Friday, although it is Saturday in UTC',
    '2026-12-05T03:00:00.000Z',
    '2026-12-10T03:00:00.000Z',
  ],
])('%s', (_, from, to) => {
  expect(after(from)).toBe(to);
});

it('returns the same time for 0 days', () => {
  expect(after('2026-12-02T10:00:00.000Z', 0)).toBe('2026-12-02T10:00:00.000Z');
});
