import { useSyncExternalStore } from 'react';
import { forget, keep, keptAll, type Shelf } from './device-store';
import type { Problem } from '../server/errors';
import { onTabs, tellTabs } from './other-tabs';

/** What waits on this device to be sent. It survives the page. */
export interface Waits {
  readonly clientId: string;
  readonly at: string;
  readonly state: 'queued' | 'sending' | 'failed';
  /** Why it was refused. */
  readonly problem?: Problem | undefined;
  /** An older version kept it without naming its account: it is shown, and not sent. */
  readonly isOwnerless?: boolean | undefined;
  /** This device could not keep it: it goes with the page. */
  readonly isFragile?: boolean | undefined;
}

/** Sent, refused for good, or no answer: then it waits. */
export type Outcome = 'sent' | 'waits' | { readonly refused: Problem };

type Sender<T> = (one: T) => Promise<Outcome>;

/** What got no answer is sent again by itself: after this long, twice as long each further time, and never all clients at once. */
const AGAIN_MS = 15_000;
const LONGEST_MS = 240_000;

interface Ways<T> {
  /** What is of one lane keeps its order; lanes do not wait for each other. */
  readonly laneOf: (one: T) => string;
  /** What else goes with one that is no longer there. */
  readonly onGone?: (one: T) => Promise<void>;
}

/** A queue on a shelf of this device, in the order in which things were put into it. */
export class Queue<T extends Waits> {
  private queue: readonly T[] = [];
  private reading: Promise<void> | undefined;
  private sender: Sender<T> | undefined;
  private readonly flushing = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** How often in a row nothing got an answer. */
  private misses = 0;
  /** What was taken away, here or in another tab, from when it began to go. */
  private readonly gone = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly shelf: Shelf,
    private readonly ways: Ways<T>,
  ) {
    onTabs((word) => {
      const [where, clientId = ''] = word.split(' ');
      if (where === shelf) this.drop({ clientId });
    });
  }

  /** Everything that waits, oldest first. */
  readonly all = (): readonly T[] => this.queue;

  /** The same for a component, drawn again with every change. */
  readonly use = (): readonly T[] => useSyncExternalStore(this.subscribe, this.all);

  /** Calls with every change, until the function it gives is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    void this.read();
    return () => this.listeners.delete(listener);
  };

  /** Whether it still waits, on this device: another tab may have sent it, or somebody taken it back. */
  readonly isWaiting = (one: T): boolean =>
    !this.gone.has(one.clientId) && this.queue.some((other) => isSame(one, other));

  /** As it is by now. */
  current(one: T): T {
    return this.queue.find((other) => isSame(one, other)) ?? one;
  }

  /** Puts one at the end; kept on the device before it is tried. */
  async add(written: Omit<T, keyof Waits>): Promise<T> {
    const at = new Date().toISOString();
    const one = { ...written, clientId: crypto.randomUUID(), at, state: 'queued' } as unknown as T;
    this.set([...this.queue, one]);
    await keep(this.shelf, keyOf(one), one).catch(() => this.change(one, FRAGILE as Partial<T>));
    void navigator.storage?.persist?.().catch(() => undefined);
    this.wake();
    return one;
  }

  /** Takes one away: from the page only after the device let go of it, else it comes back with the next page. */
  async remove(one: T): Promise<void> {
    this.gone.add(one.clientId);
    tellTabs(`${this.shelf} ${one.clientId}`);
    await forget(this.shelf, keyOf(one)).catch(() => undefined);
    const last = this.current(one);
    this.drop(one);
    await this.ways.onGone?.(last);
  }

  /** Stores progress of an item, so that it resumes from there. */
  async note(one: T, known: Partial<T>): Promise<void> {
    this.change(one, known);
    const noted = { ...one, ...known, state: 'queued', problem: undefined };
    if (this.isWaiting(one)) await keep(this.shelf, keyOf(one), noted).catch(() => undefined);
  }

  /** From now on, what waits is sent by this; the function it gives ends that. */
  readonly sendWith = (send: Sender<T>): (() => void) => {
    this.sender = send;
    this.wake();
    return () => (this.sender = undefined);
  };

  /** Sends what waits, lane by lane, until one gets no answer. Refused ones stay, marked, and hold nobody up. */
  readonly wake = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.misses = 0;
    this.flush();
  };

  private flush(): void {
    const send = this.sender;
    if (!send) return;
    void this.read().then(() => {
      for (const lane of new Set(this.queue.map(this.ways.laneOf))) {
        if (!this.flushing.has(lane)) void this.run(send, lane);
      }
    });
  }

  /** Tries again what was refused, too. What has no owner is never sent. */
  readonly retryAll = (): void => {
    const again = { state: 'queued' as const };
    const isRefused = ({ state, isOwnerless }: T) => state === 'failed' && !isOwnerless;
    this.set(this.queue.map((one) => (isRefused(one) ? { ...one, ...again } : one)));
    this.wake();
  };

  private async run(send: Sender<T>, lane: string): Promise<void> {
    this.flushing.add(lane);
    let outcome: Outcome | undefined;
    while (outcome !== 'waits') {
      const next = this.queue.find(
        (one) => isDue(one) && this.isWaiting(one) && this.ways.laneOf(one) === lane,
      );
      if (!next) break;
      this.mark(next, 'sending');
      // Else an error in the sender would hold up the lane until the page is left.
      outcome = await send(next).catch(() => 'waits' as const);
      if (outcome === 'sent') await this.remove(next);
      else if (outcome === 'waits') this.mark(next, 'queued');
      else this.mark(next, 'failed', outcome.refused);
    }
    this.flushing.delete(lane);
    if (outcome === 'waits') this.wakeLater();
  }

  /** One timer for all lanes. */
  private wakeLater(): void {
    if (this.timer) return;
    const wait = Math.min(AGAIN_MS * 2 ** this.misses, LONGEST_MS);
    this.misses += 1;
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.flush();
      },
      wait * (0.5 + Math.random()),
    );
  }

  private read(): Promise<void> {
    this.reading ??= keptAll<T>(this.shelf).then(
      (kept) => {
        const isNew = (old: T) => !this.gone.has(old.clientId) && !this.isWaiting(old);
        this.set([...kept.filter(isNew), ...this.queue]);
      },
      () => undefined,
    );
    return this.reading;
  }

  /** It waits no longer. */
  private drop(one: Known): void {
    this.gone.add(one.clientId);
    this.set(this.queue.filter((other) => !isSame(one, other)));
  }

  private mark(one: T, state: Waits['state'], problem?: Problem): void {
    this.change(one, { state, problem } as Partial<T>);
  }

  private change(one: T, changed: Partial<T>): void {
    this.set(this.queue.map((other) => (isSame(one, other) ? { ...other, ...changed } : other)));
  }

  private set(next: readonly T[]): void {
    this.queue = next;
    this.listeners.forEach((listener) => listener());
  }
}

const isDue = ({ state, isOwnerless }: Waits) => state === 'queued' && !isOwnerless;
const FRAGILE: Partial<Waits> = { isFragile: true };
const keyOf = ({ at, clientId }: Waits) => `${at} ${clientId}`;
type Known = Pick<Waits, 'clientId'>;
const isSame = (one: Known, other: Known) => one.clientId === other.clientId;
