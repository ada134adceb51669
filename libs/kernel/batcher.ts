export interface BatcherLimits {
  /** Maximum number of items in one batch. */
  readonly atOnce: number;
  /** Maximum number of waiting items per key; further items are refused. */
  readonly waiting: number;
  /** Maximum number of batches that run at once. */
  readonly works: number;
  /** Maximum number of different keys in one batch; unlimited by default. */
  readonly keys?: number;
  /** How long, in milliseconds, new items wait for the last started batch before another batch starts. */
  readonly patience: number;
}

interface Waiting<T, R> {
  readonly key: string;
  readonly item: T;
  readonly done: (result: R) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Runs items in batches (group commit). An item that arrives alone runs at once. Items that arrive while a batch runs
 * wait, and run together in order of arrival when it ends or takes longer than `patience`. A key is never in two
 * running batches.
 */
export class Batcher<T, R> {
  private queue: Waiting<T, R>[] = [];
  private readonly busy = new Set<string>();
  private readonly waiting = new Map<string, number>();
  private works = 0;
  private began = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  /** `work` returns one result per item, in order. If it throws, every item of the batch is rejected. */
  constructor(
    private readonly work: (items: readonly T[]) => Promise<readonly R[]>,
    private readonly limits: BatcherLimits,
  ) {}

  /** Returns the result of this item. Throws the error of `full` if too many items of its key already wait. */
  take(key: string, item: T, full: () => Error): Promise<R> {
    const waiting = this.waiting.get(key) ?? 0;
    if (waiting >= this.limits.waiting) return Promise.reject(full());
    return new Promise((done, failed) => {
      this.waiting.set(key, waiting + 1);
      this.queue.push({ key, item, done, failed });
      if (!this.busy.has(key)) this.begin();
    });
  }

  private begin(): void {
    while (this.queue.length > 0 && this.works < this.limits.works) {
      const wait = this.works > 0 ? this.began + this.limits.patience - performance.now() : 0;
      if (wait > 0) return this.beginIn(wait);
      const batch = this.next();
      if (batch.length === 0) return;
      void this.runBatch(batch);
    }
  }

  private beginIn(ms: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.begin();
    }, ms);
  }

  private next(): Waiting<T, R>[] {
    const [batch, rest]: [Waiting<T, R>[], Waiting<T, R>[]] = [[], []];
    const keys = new Set<string>();
    const { keys: most = Infinity } = this.limits;
    const goes = (key: string) => !this.busy.has(key) && (keys.has(key) || keys.size < most);
    let at = 0;
    for (; at < this.queue.length && batch.length < this.limits.atOnce; at++) {
      const one = this.queue[at]!;
      if (!goes(one.key)) {
        rest.push(one);
        continue;
      }
      keys.add(one.key);
      batch.push(one);
    }
    this.queue = [...rest, ...this.queue.slice(at)];
    for (const { key } of batch) this.leaves(key);
    return batch;
  }

  private leaves(key: string): void {
    const left = this.waiting.get(key)! - 1;
    if (left > 0) this.waiting.set(key, left);
    else this.waiting.delete(key);
  }

  private async runBatch(batch: readonly Waiting<T, R>[]): Promise<void> {
    const keys = new Set(batch.map(({ key }) => key));
    this.works += 1;
    this.began = performance.now();
    for (const key of keys) this.busy.add(key);
    try {
      const results = await this.work(batch.map(({ item }) => item));
      batch.forEach(({ done }, at) => done(results[at] as R));
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
    this.works -= 1;
    for (const key of keys) this.busy.delete(key);
    this.begin();
  }
}
