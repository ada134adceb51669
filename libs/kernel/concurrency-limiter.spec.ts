import { setTimeout as wait } from 'node:timers/promises';
import { ConcurrencyLimiter, KeyedConcurrencyLimiter } from './concurrency-limiter.js';

describe('a concurrency limit', () => {
  const full = () => new Error('full');

  it('runs at most as many functions at once as its limit allows, in order', async () => {
    const turns = new ConcurrencyLimiter(2, 10);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = (at: number) => async () => {
      order.push(at);
      most = Math.max(most, ++running);
      await wait(2);
      running -= 1;
      return at;
    };
    const answers = await Promise.all([0, 1, 2, 3, 4, 5].map((at) => turns.take(work(at), full)));
    expect(answers).toEqual([0, 1, 2, 3, 4, 5]);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('releases the slot after a failure and refuses calls when the queue is full', async () => {
    const turns = new ConcurrencyLimiter(1, 1);
    const failing = turns.take(() => wait(2).then(() => Promise.reject(new Error('no'))), full);
    const next = turns.take(() => Promise.resolve('next'), full);
    await expect(turns.take(() => Promise.resolve('late'), full)).rejects.toThrow('full');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('next');
    await expect(turns.take(() => Promise.resolve('free'), full)).resolves.toBe('free');
  });
});

test('a concurrency limit per key never lets one key wait for another', async () => {
  const turns = new KeyedConcurrencyLimiter(1, 1);
  const full = () => new Error('full');
  let release = () => {};
  const held = new Promise<void>((go) => (release = go));
  const first = turns.take('ada', () => held, full);
  const second = turns.take('ada', () => Promise.resolve('second'), full);
  await expect(turns.take('ada', () => Promise.resolve(), full)).rejects.toThrow('full');
  await expect(turns.take('ben', () => Promise.resolve('ben'), full)).resolves.toBe('ben');
  release();
  await first;
  await expect(second).resolves.toBe('second');
  await expect(turns.take('ada', () => Promise.resolve('again'), full)).resolves.toBe('again');
});
