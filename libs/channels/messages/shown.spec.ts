import fc from 'fast-check';
import { timeOf } from './shown.js';

test('A time in seconds with microseconds is the millisecond in which it lies', () => {
  const ms = fc.integer({ min: 0, max: Date.UTC(2106, 0) });
  fc.assert(
    fc.property(ms, fc.integer({ min: 0, max: 999 }), (whole, micros) => {
      const seconds = Number(`${(BigInt(whole) * 1_000n + BigInt(micros)).toString()}e-6`);
      expect(timeOf(seconds).getTime()).toBe(whole);
    }),
    { numRuns: 2_000 },
  );
});
