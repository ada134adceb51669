export interface TogetherLimits {
  /** Works of one key that are done at once at most. */
  readonly atOnce: number;
  /** Works of one key that may wait; beyond it none is taken in. */
  readonly waiting: number;
}

interface Waiting<T, R> {
  readonly item: T;
  readonly done: (result: R) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Group commit: whatever comes alone is done at once, and what comes for a key while something of that key is under way
 * is done together when that ends, in the order in which it came. Keys do not wait for each other.
 */
export class Together<T, R> {
  private readonly queues = new Map<string, Waiting<T, R>[]>();

  /** `work` gives one result for each item, in their order; what it throws is thrown to each of them. */
  constructor(
    private readonly work: (key: string, items: readonly T[]) => Promise<readonly R[]>,
    private readonly limits: TogetherLimits,
  ) {}

  /** The result for this item. Throws what `full` gives when too many of its key wait already. */
  take(key: string, item: T, full: () => Error): Promise<R> {
    const queue = this.queues.get(key);
    if (queue && queue.length >= this.limits.waiting) return Promise.reject(full());
    return new Promise((done, failed) => {
      const one = { item, done, failed };
      if (queue) return void queue.push(one);
      const first = [one];
      this.queues.set(key, first);
      void this.empty(key, first);
    });
  }

  private async empty(key: string, queue: Waiting<T, R>[]): Promise<void> {
    while (queue.length > 0) await this.doTogether(key, queue.splice(0, this.limits.atOnce));
    this.queues.delete(key);
  }

  private async doTogether(key: string, batch: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.work(
        key,
        batch.map(({ item }) => item),
      );
      batch.forEach(({ done }, at) => done(results[at] as R));
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}
