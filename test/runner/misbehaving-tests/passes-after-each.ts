import { setTimeout as wait } from 'node:timers/promises';

test('the next test file finds nothing left by the misbehaving file before it', async () => {
  expect(Math.random()).toBeLessThan(1);
  expect(Date.now()).toBeGreaterThan(1e12);
  expect(process.env['LEFT_BY_A_TEST']).toBeUndefined();
  expect(process.env['PATH']).toBeDefined();
  await wait(1);
});
