interface Waiting {
  readonly key: string;
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
}

/** As many keys are counted while works wait; with more the count begins again, so that memory stays bounded. */
const COUNTED_KEYS = 10_000;

/**
 * Runs at most `slots` works at once and lets up to `room` wait. While works wait, each key's attempts are counted: the
 * key with the fewest runs next, and when there is no room the newest work of the key with the most is refused. As soon as
 * nothing waits the counts are forgotten, so a key alone is never limited.
 */
export class FairQueue {
  private waiting: Waiting[] = [];
  private readonly attempts = new Map<string, number>();
  private running = 0;

  constructor(
    private readonly slots: number,
    private readonly room: number,
  ) {}

  /** Gives what `work` gives. Throws what `full` gives when this work is refused, before or while it waits. */
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

  /** The slot passes on, so that nobody overtakes. */
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

  /** Takes out the one that is better than all before it and than which none after it is better. */
  private take(isBetter: (one: Waiting, best: Waiting) => boolean): Waiting {
    const chosen = this.waiting.reduce((best, one) => (isBetter(one, best) ? one : best));
    this.waiting = this.waiting.filter((one) => one !== chosen);
    return chosen;
  }

  private attemptsOf(key: string): number {
    return this.attempts.get(key) ?? 0;
  }
}
