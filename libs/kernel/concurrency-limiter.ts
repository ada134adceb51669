/**
 * Limits concurrency: at most `places` functions run at once and `waiting` more wait in order; further ones are
 * refused.
 */
export class ConcurrencyLimiter {
  private readonly queue: (() => void)[] = [];
  private running = 0;

  constructor(
    private readonly places: number,
    private readonly waiting: number,
  ) {}

  get isIdle(): boolean {
    return this.running === 0 && this.queue.length === 0;
  }

  /** Runs `work` when a slot is free. Throws the error of `full` if too many already wait. */
  async take<T>(work: () => Promise<T>, full: () => Error): Promise<T> {
    if (this.running < this.places) this.running += 1;
    else await this.wait(full);
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next)
        next(); // Passes the slot directly to the next function, so that a new call cannot take it first.
      else this.running -= 1;
    }
  }

  private wait(full: () => Error): Promise<void> {
    if (this.queue.length >= this.waiting) throw full();
    return new Promise((go) => this.queue.push(go));
  }
}

/** Limits concurrency per key, so that many calls of one key delay only that key. */
export class KeyedConcurrencyLimiter {
  private readonly turns = new Map<string, ConcurrencyLimiter>();

  constructor(
    private readonly places: number,
    private readonly waiting: number,
  ) {}

  /** Like `ConcurrencyLimiter.take`, with the limit of `key`. */
  async take<T>(key: string, work: () => Promise<T>, full: () => Error): Promise<T> {
    const turns = this.turns.get(key) ?? new ConcurrencyLimiter(this.places, this.waiting);
    this.turns.set(key, turns);
    try {
      return await turns.take(work, full);
    } finally {
      if (turns.isIdle) this.turns.delete(key);
    }
  }
}
