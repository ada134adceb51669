import { FairQueue, type QueueSlot } from './fair-queue.js';

describe('FairQueue', () => {
  /**
   * A queue with one slot, taken until `release` is called. `ended` lists the names in the order in which they ended.
   */
  const busy = (room: number) => {
    const queue = new FairQueue(1, room);
    const ended: string[] = [];
    let release = () => {};
    const held = new Promise<void>((go) => (release = go));
    const works = [queue.run('holder', () => held, full)];
    const add = (key: string, name: string) => {
      const work = () => Promise.resolve(void ended.push(name));
      works.push(queue.run(key, work, full).catch(() => void ended.push(`${name} refused`)));
    };
    const end = async () => {
      release();
      await Promise.all(works);
      return ended;
    };
    return { queue, add, end };
  };
  const full = () => new Error('full');
  /** Work that lasts until `release` is called, and the slots that it got, in their order. */
  const heldSlots = () => {
    const slots: QueueSlot[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const hold = (slot: QueueSlot) => {
      slots.push(slot);
      return promise;
    };
    return { slots, hold, release: resolve };
  };

  it('never runs more at once than it has slots', async () => {
    const queue = new FairQueue(2, 10);
    let [running, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 6 }, (_, at) => queue.run(`key ${at}`, work, full)));
    expect(most).toBe(2);
  });

  it('runs in turn the key with the fewest attempts and the function that waits longest', async () => {
    const { add, end } = busy(10);
    for (const name of ['a1', 'a2', 'a3']) add('a', name);
    for (const name of ['b1', 'b2']) add('b', name);
    add('c', 'c1');
    add('d', 'd1');
    expect(await end()).toEqual(['c1', 'a1', 'd1', 'a2', 'b1', 'a3', 'b2']);
  });

  it('does not keep a key that tried before waiting behind keys that are always new', async () => {
    const queue = new FairQueue(1, 10);
    const ended: string[] = [];
    let [release, count] = [() => {}, 0];
    const held = queue.run('holder', () => new Promise<void>((go) => (release = go)), full);
    const stranger = (): Promise<unknown> => {
      const key = `new ${(count += 1)}`;
      const work = () => Promise.resolve(void ended.push(key));
      // The next stranger comes before this one ends.
      return queue.run(key, () => (count < 20 && void (others = stranger()), work()), full);
    };
    let others = stranger();
    const tries = ['first', 'second'].map((name) =>
      queue.run('owner', () => Promise.resolve(void ended.push(name)), full),
    );
    release();
    await Promise.all([held, ...tries]);
    expect(ended.indexOf('second')).toBeLessThan(6);
    await others;
  });

  it('refuses the newest waiting call of the key with the most attempts when the queue is full', async () => {
    const { add, end } = busy(3);
    for (const name of ['a1', 'a2', 'a3']) add('a', name);
    add('b', 'b1');
    expect(await end()).toEqual(['a3 refused', 'b1', 'a1', 'a2']);
  });

  it('counts refused attempts, so that a key that retries yields to a key that tried once', async () => {
    const { add, end } = busy(2);
    add('a', 'a1');
    add('b', 'b1');
    for (const name of ['a2', 'a3']) add('a', name); // Both calls are refused: the two waiting slots are taken.
    add('c', 'c1');
    expect((await end()).toSorted()).toEqual([
      'a1 refused',
      'a2 refused',
      'a3 refused',
      'b1',
      'c1',
    ]);
  });

  it('resets all counts when nothing waits', async () => {
    const { queue, add, end } = busy(1);
    for (const name of ['a1', 'a2', 'a3']) add('a', name);
    await end();
    await expect(
      Promise.all([1, 2].map((n) => queue.run('a', () => Promise.resolve(n), full))),
    ).resolves.toEqual([1, 2]);
  });

  it('the last slot of the key with the most yields to a key with at least two less', async () => {
    const queue = new FairQueue(4, 10);
    const { slots, hold, release } = heldSlots();
    const yielding = () => slots.flatMap((slot, at) => (queue.shouldYield(slot) ? [at] : []));
    const works = ['a', 'b', 'a', 'a'].map((key) => queue.run(key, hold, full));
    expect(yielding()).toEqual([]);
    works.push(queue.run('a', hold, full));
    expect(yielding()).toEqual([]);
    works.push(queue.run('c', hold, full));
    expect(yielding()).toEqual([3]);
    slots[3]!.isKept = true;
    expect(yielding()).toEqual([2]);
    release();
    await Promise.all(works);
    expect(slots.map(({ key }) => key)).toEqual(['a', 'b', 'a', 'a', 'c', 'a']);
  });

  it('gives a slot that yielded to a key without one, whatever its attempts and whoever waits longest', async () => {
    const queue = new FairQueue(3, 10);
    const started: { slot: QueueSlot; end: () => void }[] = [];
    const hold = (slot: QueueSlot) => new Promise<void>((end) => void started.push({ slot, end }));
    const works = ['a', 'a', 'a', 'b', 'a'].map((key) => queue.run(key, hold, full));
    for (let tries = 0; tries < 4; tries += 1) works.push(queue.run('c', hold, full));
    started[0]!.end(); // The slot goes to `b`, and the next turn is that of the longest wait: of `a`.
    await works[0];
    expect(queue.shouldYield(started[2]!.slot)).toBe(true);
    started[2]!.end();
    await works[2];
    expect(started.map(({ slot }) => slot.key)).toEqual(['a', 'a', 'a', 'b', 'c']);
    for (let at = 0; at < works.length; at += 1) {
      started[at]!.end();
      await new Promise(setImmediate); // The next function starts.
    }
    await Promise.all(works);
  });

  it('no slot yields to a key that would then have as many as the others', async () => {
    const queue = new FairQueue(2, 10);
    const { slots, hold, release } = heldSlots();
    const works = ['a', 'b', 'c'].map((key) => queue.run(key, hold, full));
    expect(slots.map((slot) => queue.shouldYield(slot))).toEqual([false, false]);
    release();
    await Promise.all(works);
  });

  it('releases the slot when the work fails', async () => {
    const queue = new FairQueue(1, 1);
    const failing = queue.run('a', () => Promise.reject(new Error('no')), full);
    const next = queue.run('b', () => Promise.resolve('next'), full);
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('next');
  });
});
