import fc from 'fast-check';
import { dateFromEpoch } from './message-view.js';

test('dateFromEpoch returns the millisecond that contains a time in seconds with microseconds', () => {
  const ms = fc.integer({ min: 0, max: Date.UTC(2106, 0) });
  fc.assert(
    fc.property(ms, fc.integer({ min: 0, max: 999 }), (whole, micros) => {
      const seconds = Number(`${(BigInt(whole) * 1_000n + BigInt(micros)).toString()}e-6`);
      expect(dateFromEpoch(seconds).getTime()).toBe(whole);
    }),
    { numRuns: 2_000 },
  );
});
