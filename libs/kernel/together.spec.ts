import { Together } from './together.js';

/** A work that ends when told, and remembers what was done together. */
function slowly(limits = { atOnce: 3, waiting: 4 }) {
  const done: string[][] = [];
  const ends: (() => void)[] = [];
  const together = new Together<string, string>(async (key, items) => {
    done.push([key, ...items]);
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

describe('what comes together', () => {
  it('goes at once when it is alone, and else together in its order, so many at most', async () => {
    const { done, take, end } = slowly();
    const answers = Promise.all(['a', 'b', 'c', 'd', 'e'].map((item) => take('k', item)));
    expect(done).toEqual([['k', 'a']]);
    for (let at = 0; at < 3; at++) await end();
    expect(done).toEqual([
      ['k', 'a'],
      ['k', 'b', 'c', 'd'],
      ['k', 'e'],
    ]);
    await expect(answers).resolves.toEqual(['A', 'B', 'C', 'D', 'E']);
    void take('k', 'f');
    expect(done.at(-1)).toEqual(['k', 'f']);
  });

  it('does not wait for another key', () => {
    const { done, take } = slowly();
    void take('k', 'a');
    void take('l', 'b');
    expect(done).toEqual([
      ['k', 'a'],
      ['l', 'b'],
    ]);
  });

  it('fails together, goes on afterwards, and takes in no more than may wait', async () => {
    const { take, end } = slowly({ atOnce: 2, waiting: 2 });
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
