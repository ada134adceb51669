interface Waiting {
  readonly key: string;
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
}

/** Maximum number of counted keys; beyond it all counts restart, so that memory use stays bounded. */
const COUNTED_KEYS = 10_000;

/**
 * Runs at most `slots` functions at once; up to `room` more wait. While any function waits, the attempts of each key
 * are counted. The key with the fewest attempts runs next. When the queue is full, it refuses the newest waiting
 * function of the key with the most attempts. The counts are reset when nothing waits, so a key that is alone is never
 * limited.
 */
export class FairQueue {
  private waiting: Waiting[] = [];
  private readonly attempts = new Map<string, number>();
  private running = 0;

  constructor(
    private readonly slots: number,
    private readonly room: number,
  ) {}

  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** Returns the result of `work`. Throws the error of `full` if it is refused, at once or while it waits. */
  async run<T>(key: string, work: () => Promise<T>, full: () => Error): Promise<T> {
    if (this.running < this.slots) this.running += 1;
    else await this.wait(key, full);
    try {
      return await work();
    } finally {
      this.startNext();
    }
  }

  private wait(key: string, full: () => Error): Promise<void> {
    if (this.attempts.size >= COUNTED_KEYS) this.attempts.clear();
    this.attempts.set(key, this.attemptsOf(key) + 1);
    return new Promise((start, refuse) => {
      this.waiting.push({ key, start, refuse });
      if (this.waiting.length > this.room) this.takeMost().refuse(full());
    });
  }

  /** Passes the slot directly to the next waiting function, so that a new call cannot take it first. */
  private startNext(): void {
    if (this.waiting.length > 0) return this.takeFewest().start();
    this.running -= 1;
    this.attempts.clear();
  }

  private takeFewest(): Waiting {
    return this.take((one, best) => this.attemptsOf(one.key) < this.attemptsOf(best.key));
  }

  private takeMost(): Waiting {
    return this.take((one, best) => this.attemptsOf(one.key) >= this.attemptsOf(best.key));
  }

  /** Removes and returns the best waiting entry; `isBetter` decides whether a later entry replaces an earlier one. */
  private take(isBetter: (one: Waiting, best: Waiting) => boolean): Waiting {
    const chosen = this.waiting.reduce((best, one) => (isBetter(one, best) ? one : best));
    this.waiting = this.waiting.filter((one) => one !== chosen);
    return chosen;
  }

  private attemptsOf(key: string): number {
    return this.attempts.get(key) ?? 0;
  }
}
