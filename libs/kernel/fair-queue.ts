/** One of the slots of a queue while a function runs in it. */
export interface QueueSlot {
  readonly key: string;
  /** Whether the function can no longer end early for another key. The function sets it. */
  isKept: boolean;
  /** Whether it was told to end early. Its slot then goes to the key with the fewest slots. */
  hasYielded: boolean;
}

interface Waiting {
  readonly key: string;
  readonly start: (slot: QueueSlot) => void;
  readonly refuse: (error: Error) => void;
}

/** Maximum number of counted keys; beyond it all counts restart, so that memory use stays bounded. */
const COUNTED_KEYS = 10_000;

/**
 * Runs at most `slots` functions at once; up to `room` more wait. While any function waits, the attempts of each key
 * are counted. One free slot goes to the key with the fewest attempts and slots, the next one to the function that waits
 * longest, so that none waits for ever behind keys that are always new. When the queue is full, it refuses the newest
 * waiting function of the key with the most. The counts are reset when nothing waits, so a key that is alone is never
 * limited.
 */
export class FairQueue {
  private waiting: Waiting[] = [];
  private readonly attempts = new Map<string, number>();
  /** The slots in use, in the order in which they were taken. */
  private taken: QueueSlot[] = [];
  private isTurnOfLongest = false;

  constructor(
    private readonly slots: number,
    private readonly room: number,
  ) {}

  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** Returns the result of `work`. Throws the error of `full` if it is refused, at once or while it waits. */
  async run<T>(key: string, work: (slot: QueueSlot) => Promise<T>, full: () => Error): Promise<T> {
    const hasRoom = this.taken.length < this.slots;
    const slot = hasRoom ? this.takeSlot(key) : await this.wait(key, full);
    try {
      return await work(slot);
    } finally {
      this.release(slot);
    }
  }

  /**
   * Whether the function in this slot must end early, because a key that waits has at least two slots less than the key of
   * this one. Only the last slot that is not kept yields, among those of the keys with the most slots.
   */
  shouldYield(slot: QueueSlot): boolean {
    if (!this.hasWaiting) return false;
    const most = Math.max(...this.taken.map(({ key }) => this.slotsOf(key)));
    if (most - this.slotsOf(this.withFewestSlots().key) < 2) return false;
    const last = this.taken.findLast((one) => !one.isKept && this.slotsOf(one.key) === most);
    slot.hasYielded = last === slot;
    return slot.hasYielded;
  }

  private takeSlot(key: string): QueueSlot {
    const slot = { key, isKept: false, hasYielded: false };
    this.taken.push(slot);
    return slot;
  }

  private wait(key: string, full: () => Error): Promise<QueueSlot> {
    if (this.attempts.size >= COUNTED_KEYS) this.attempts.clear();
    this.attempts.set(key, (this.attempts.get(key) ?? 0) + 1);
    return new Promise((start, refuse) => {
      this.waiting.push({ key, start, refuse });
      if (this.waiting.length > this.room) this.remove(this.most()).refuse(full());
    });
  }

  /** Passes the slot directly to the next waiting function, so that a new call cannot take it first. */
  private release(slot: QueueSlot): void {
    this.taken = this.taken.filter((one) => one !== slot);
    if (!this.hasWaiting) return this.attempts.clear();
    const next = this.remove(slot.hasYielded ? this.withFewestSlots() : this.next());
    if (!slot.hasYielded) this.isTurnOfLongest = !this.isTurnOfLongest;
    next.start(this.takeSlot(next.key));
  }

  private next(): Waiting {
    return this.isTurnOfLongest ? this.waiting[0]! : this.fewest();
  }

  private fewest(): Waiting {
    return this.best((one, best) => this.loadOf(one.key) < this.loadOf(best.key));
  }

  private withFewestSlots(): Waiting {
    return this.best((one, best) => this.slotsOf(one.key) < this.slotsOf(best.key));
  }

  private most(): Waiting {
    return this.best((one, best) => this.loadOf(one.key) >= this.loadOf(best.key));
  }

  /** Returns the best waiting entry; `isBetter` decides whether a later entry replaces an earlier one. */
  private best(isBetter: (one: Waiting, best: Waiting) => boolean): Waiting {
    return this.waiting.reduce((best, one) => (isBetter(one, best) ? one : best));
  }

  private remove(chosen: Waiting): Waiting {
    this.waiting = this.waiting.filter((one) => one !== chosen);
    return chosen;
  }

  private loadOf(key: string): number {
    return (this.attempts.get(key) ?? 0) + this.slotsOf(key);
  }

  private slotsOf(key: string): number {
    return this.taken.filter((one) => one.key === key).length;
  }
}
