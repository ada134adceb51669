/** Lets at most `places` works run at once; further ones wait in order, and beyond `waiting` none is taken in. */
export class Turns {
  private readonly queue: (() => void)[] = [];
  private running = 0;

  constructor(
    private readonly places: number,
    private readonly waiting: number,
  ) {}

  /** Whether nothing runs and nothing waits. */
  get isIdle(): boolean {
    return this.running === 0 && this.queue.length === 0;
  }

  /** Runs `work` when its turn comes. Throws what `full` gives when too many wait already. */
  async take<T>(work: () => Promise<T>, full: () => Error): Promise<T> {
    if (this.running < this.places) this.running += 1;
    else await this.wait(full);
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next)
        next(); // the place passes on, so that nobody overtakes
      else this.running -= 1;
    }
  }

  private wait(full: () => Error): Promise<void> {
    if (this.queue.length >= this.waiting) throw full();
    return new Promise((go) => this.queue.push(go));
  }
}

/** Turns of each by themself: whoever asks for much at once waits behind their own. */
export class TurnsOfEach {
  private readonly turns = new Map<string, Turns>();

  constructor(
    private readonly places: number,
    private readonly waiting: number,
  ) {}

  /** As `Turns.take`, among those of `key`. */
  async take<T>(key: string, work: () => Promise<T>, full: () => Error): Promise<T> {
    const turns = this.turns.get(key) ?? new Turns(this.places, this.waiting);
    this.turns.set(key, turns);
    try {
      return await turns.take(work, full);
    } finally {
      if (turns.isIdle) this.turns.delete(key);
    }
  }
}
