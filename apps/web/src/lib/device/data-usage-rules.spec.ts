import { parseDataUsage, addTraffic } from './data-usage-rules.js';

const SOME = { received: 100, sent: 10 };

it('addTraffic adds up traffic per day and per month, and starts each day and month at zero', () => {
  const first = addTraffic(undefined, '2026-11-29', SOME);
  const second = addTraffic(first, '2026-11-29', SOME);
  expect(second).toEqual({
    day: '2026-11-29',
    today: { received: 200, sent: 20 },
    thisMonth: { received: 200, sent: 20 },
  });
  const next = addTraffic(second, '2026-11-30', SOME);
  expect([next.today.received, next.thisMonth.received]).toEqual([100, 300]);
  const other = addTraffic(next, '2026-12-01');
  expect([other.today.sent, other.thisMonth.sent]).toEqual([0, 0]);
});

it('parseDataUsage parses a stored value and rejects an invalid one', () => {
  const kept = addTraffic(undefined, '2026-11-29', SOME);
  expect(parseDataUsage(JSON.stringify(kept))).toEqual(kept);
  for (const broken of [undefined, '', 'x', '{}', '{"day":"2026-11-29","today":{}}', 'null'])
    expect(parseDataUsage(broken)).toBeUndefined();
});
