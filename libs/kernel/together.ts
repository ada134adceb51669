export interface TogetherLimits {
  /** Items of one work at most. */
  readonly atOnce: number;
  /** Items of one key that may wait; beyond it none of that key is taken in. */
  readonly waiting: number;
  /** Works that are under way at the same time at most. */
  readonly works: number;
  /** Different keys in one work at most; as many as come, where nothing is said. */
  readonly keys?: number;
  /** Milliseconds for which what comes waits for the work that began last, before another begins beside it. */
  readonly patience: number;
}

interface Waiting<T, R> {
  readonly key: string;
  readonly item: T;
  readonly done: (result: R) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Group commit: whatever comes alone is done at once, and what comes while a work is under way is done together when that
 * ends or takes long, in the order in which it came. What has the same key is never in two works at the same time.
 */
export class Together<T, R> {
  private queue: Waiting<T, R>[] = [];
  private readonly busy = new Set<string>();
  private readonly waiting = new Map<string, number>();
  private works = 0;
  private began = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  /** `work` gives one result for each item, in their order; what it throws is thrown to each of them. */
  constructor(
    private readonly work: (items: readonly T[]) => Promise<readonly R[]>,
    private readonly limits: TogetherLimits,
  ) {}

  /** The result for this item. Throws what `full` gives when too many of its key wait already. */
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
      void this.doTogether(batch);
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

  private async doTogether(batch: readonly Waiting<T, R>[]): Promise<void> {
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
