import fc from 'fast-check';
import { Batcher, type BatcherLimits } from './batcher.js';

const NO_LIMIT = { works: Infinity, patience: 0 };
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A batcher whose batches end when the test calls `end`; `done` lists them. */
function slowly(limits: BatcherLimits = { atOnce: 3, waiting: 4, ...NO_LIMIT }) {
  const done: string[][] = [];
  const ends: (() => void)[] = [];
  const together = new Batcher<string, string>(async (items) => {
    done.push([...items]);
    await new Promise<void>((end) => ends.push(end));
    if (items.includes('bad')) throw new Error('no');
    return items.map((item) => item.toUpperCase());
  }, limits);
  const take = (key: string, item: string) => together.take(key, item, () => new Error('full'));
  const end = async () => {
    ends.shift()!();
    await new Promise((next) => setImmediate(next));
  };
  return { done, take, end };
}

describe('a batcher', () => {
  it('runs a single item at once, and then the waiting items in order, in batches of limited size', async () => {
    const { done, take, end } = slowly();
    const answers = Promise.all(['a', 'b', 'c', 'd', 'e'].map((item) => take('k', item)));
    expect(done).toEqual([['a']]);
    for (let at = 0; at < 3; at++) await end();
    expect(done).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
    await expect(answers).resolves.toEqual(['A', 'B', 'C', 'D', 'E']);
    void take('k', 'f');
    expect(done.at(-1)).toEqual(['f']);
  });

  it('runs different keys at the same time', () => {
    const { done, take } = slowly();
    void take('k', 'a');
    void take('l', 'b');
    expect(done).toEqual([['a'], ['b']]);
  });

  it('batches other keys while a batch runs, and starts a second batch when the running batch takes long', async () => {
    const { done, take, end } = slowly({ atOnce: 3, waiting: 4, works: 2, patience: 200 });
    const answers = ['a', 'b', 'c', 'd'].map((item) => take(item, item));
    expect(done).toEqual([['a']]);
    await end();
    expect(done).toEqual([['a'], ['b', 'c', 'd']]);
    answers.push(...['e', 'f'].map((item) => take(item, item)), take('b', 'g'));
    await pause(300);
    expect(done.slice(2)).toEqual([['e', 'f']]);
    const last = take('h', 'h');
    await pause(300);
    expect(done).toHaveLength(3);
    await end();
    expect(done.slice(3)).toEqual([['g', 'h']]);
    for (let at = 0; at < 2; at++) await end();
    await expect(Promise.all([...answers, last])).resolves.toEqual([...'ABCDEFGH']);
  });

  it('limits the number of keys per batch, so that items of further keys wait until a batch ends', async () => {
    const { done, take, end } = slowly({ atOnce: 3, waiting: 4, works: 2, keys: 1, patience: 0 });
    const keys = ['a', 'b', 'c', 'd', 'c', 'a'];
    const answers = Promise.all(keys.map((key, at) => take(key, `${key}${at}`)));
    expect(done).toEqual([['a0'], ['b1']]);
    await end();
    await end();
    expect(done.slice(2)).toEqual([['c2', 'c4'], ['d3']]);
    await end();
    expect(done.slice(4)).toEqual([['a5']]);
    for (let at = 0; at < 2; at++) await end();
    await expect(answers).resolves.toEqual(['A0', 'B1', 'C2', 'D3', 'C4', 'A5']);
  });

  it('keeps the order of each key and never runs a key in two batches at once, on random input', async () => {
    const anyItem = fc.record({ key: fc.nat(3), ms: fc.nat(3) });
    const anyLimits = fc.record({
      ...{ atOnce: fc.integer({ min: 1, max: 5 }), waiting: fc.constant(100) },
      ...{ works: fc.integer({ min: 1, max: 3 }), patience: fc.nat(2) },
      keys: fc.integer({ min: 1, max: 4 }),
    });
    const world = async (limits: BatcherLimits, items: { key: number; ms: number }[]) => {
      const underWay = new Set<number>();
      const ended: number[] = [];
      type Item = { key: number; ms: number; at: number };
      const together = new Batcher<Item, number>(async (some) => {
        const keys = new Set(some.map(({ key }) => key));
        expect([...keys].filter((key) => underWay.has(key))).toEqual([]);
        expect(some.length).toBeLessThanOrEqual(limits.atOnce);
        expect(keys.size).toBeLessThanOrEqual(limits.keys!);
        for (const key of keys) underWay.add(key);
        await pause(some[0]!.ms);
        for (const key of keys) underWay.delete(key);
        ended.push(...some.map(({ at }) => at));
        return some.map(({ at }) => at);
      }, limits);
      const taken = items.map((item, at) =>
        together.take(`${item.key}`, { ...item, at }, () => new Error('full')),
      );
      expect(await Promise.all(taken)).toEqual(items.map((_, at) => at));
      for (const key of [0, 1, 2, 3]) {
        const own = ended.filter((at) => items[at]!.key === key);
        expect(own).toEqual(own.toSorted((a, b) => a - b));
      }
    };
    await fc.assert(fc.asyncProperty(anyLimits, fc.array(anyItem, { maxLength: 30 }), world), {
      numRuns: 60,
    });
  });

  it('rejects only the items of a failed batch, and refuses items beyond the queue limit', async () => {
    const { take, end } = slowly({ atOnce: 2, waiting: 2, ...NO_LIMIT });
    const first = take('k', 'a');
    const bad = [take('k', 'bad'), take('k', 'b')].map((one) => one.catch(String));
    await expect(take('k', 'c')).rejects.toThrow('full');
    await end();
    const next = take('k', 'd');
    for (let at = 0; at < 2; at++) await end();
    await expect(first).resolves.toBe('A');
    await expect(Promise.all(bad)).resolves.toEqual(['Error: no', 'Error: no']);
    await expect(next).resolves.toBe('D');
  });
});
