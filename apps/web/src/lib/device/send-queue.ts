import { useSyncExternalStore } from 'react';
import { deleteStored, putStored, getAllStored, type StoreName } from './device-store';
import type { RequestProblem } from '../server/errors';
import { onTabMessage, notifyTabs } from './tab-channel';

/** An item that waits on this device to be sent. It survives a reload of the page. */
export interface SendQueueItem {
  readonly clientId: string;
  readonly at: string;
  readonly state: 'queued' | 'sending' | 'failed';
  /** Reason why the server refused the item. */
  readonly problem?: RequestProblem | undefined;
  /** Whether an older version of the app stored the item without an account. The item is shown but never sent. */
  readonly isOwnerless?: boolean | undefined;
  /** Whether the device could not store the item. The item is lost when the page closes. */
  readonly isFragile?: boolean | undefined;
}

/** Result of a send attempt: sent, refused permanently, or no response, so that the item waits for a retry. */
export type SendOutcome = 'sent' | 'waits' | { readonly refused: RequestProblem };

type Sender<T> = (one: T) => Promise<SendOutcome>;

/**
 * Delay before the first retry of an item without a response. It doubles with each retry and has random jitter, so that
 * clients do not retry all at once.
 */
const FIRST_RETRY_MS = 15_000;
const MAX_RETRY_MS = 240_000;

interface QueueOptions<T> {
  /** Items of one lane are sent in order; lanes do not wait for each other. */
  readonly laneOf: (one: T) => string;
  /** Cleans up after a removed item. */
  readonly onGone?: (one: T) => Promise<void>;
  /** Whether a refused item stays refused after a reload of the page. Otherwise the next page sends it again. */
  readonly storesRefusals?: boolean;
}

/** A queue in a store of this device, in insertion order. */
export class SendQueue<T extends SendQueueItem> {
  private queue: readonly T[] = [];
  private reading: Promise<void> | undefined;
  private sender: Sender<T> | undefined;
  private readonly flushing = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Number of consecutive attempts without a response. */
  private misses = 0;
  /** Ids of items that were removed here or in another tab, from the start of the removal. */
  private readonly gone = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly storeName: StoreName,
    private readonly ways: QueueOptions<T>,
  ) {
    onTabMessage((word) => {
      const [where, clientId = ''] = word.split(' ');
      if (where === storeName) this.drop({ clientId });
    });
  }

  /** All queued items, oldest first. */
  readonly all = (): readonly T[] => this.queue;

  /** React hook: all queued items; re-renders on every change. */
  readonly use = (): readonly T[] => useSyncExternalStore(this.subscribe, this.all);

  /** Calls the listener on every change. Returns a function that unsubscribes. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    void this.read();
    return () => this.listeners.delete(listener);
  };

  /** Whether the item is still in the queue. Another tab may have sent it, or its author may have discarded it. */
  readonly isWaiting = (one: T): boolean =>
    !this.gone.has(one.clientId) && this.queue.some((other) => isSame(one, other));

  /** Returns the latest state of an item. */
  current(one: T): T {
    return this.queue.find((other) => isSame(one, other)) ?? one;
  }

  /** Adds an item at the end. It is stored on the device before the first attempt to send it. */
  async add(written: Omit<T, keyof SendQueueItem>): Promise<T> {
    const at = new Date().toISOString();
    const one = { ...written, clientId: crypto.randomUUID(), at, state: 'queued' } as unknown as T;
    this.set([...this.queue, one]);
    await putStored(this.storeName, keyOf(one), one).catch(() =>
      this.change(one, FRAGILE as Partial<T>),
    );
    void navigator.storage?.persist?.().catch(() => undefined);
    this.wake();
    return one;
  }

  /**
   * Removes an item. The page shows the item until the device has deleted it; otherwise the next page would load it
   * again.
   */
  async remove(one: T): Promise<void> {
    this.gone.add(one.clientId);
    notifyTabs(`${this.storeName} ${one.clientId}`);
    await deleteStored(this.storeName, keyOf(one)).catch(() => undefined);
    const last = this.current(one);
    this.drop(one);
    await this.ways.onGone?.(last);
  }

  /** Stores the progress of an item, so that the next attempt resumes from there. */
  async note(one: T, known: Partial<T>): Promise<void> {
    this.change(one, known);
    const noted = { ...one, ...known, state: 'queued', problem: undefined };
    if (this.isWaiting(one))
      await putStored(this.storeName, keyOf(one), noted).catch(() => undefined);
  }

  /** Sets the function that sends queued items. Returns a function that unsets it. */
  readonly sendWith = (send: Sender<T>): (() => void) => {
    this.sender = send;
    this.wake();
    return () => (this.sender = undefined);
  };

  /**
   * Sends queued items now, each lane until an item gets no response. A refused item is marked as failed and does not
   * block its lane.
   */
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

  /** Retries all items, including refused ones. An item without an owner is never sent. */
  readonly retryAll = (): void => this.retry(() => true);

  /** Retries the items that were refused for this reason, which no longer holds. */
  readonly retryRefusedFor = (reason: string): void =>
    this.retry(({ problem }) => problem?.reason === reason);

  private retry(isMeant: (one: T) => boolean): void {
    const again = { state: 'queued' as const };
    const isRefused = ({ state, isOwnerless }: T) => state === 'failed' && !isOwnerless;
    this.set(
      this.queue.map((one) => (isRefused(one) && isMeant(one) ? { ...one, ...again } : one)),
    );
    this.wake();
  }

  private async run(send: Sender<T>, lane: string): Promise<void> {
    this.flushing.add(lane);
    let outcome: SendOutcome | undefined;
    while (outcome !== 'waits') {
      const next = this.queue.find(
        (one) => isDue(one) && this.isWaiting(one) && this.ways.laneOf(one) === lane,
      );
      if (!next) break;
      this.mark(next, 'sending');
      // Without this, an error in the sender would block the lane until the page is closed.
      outcome = await send(next).catch(() => 'waits' as const);
      if (outcome === 'sent') await this.remove(next);
      else if (outcome === 'waits') this.mark(next, 'queued');
      else await this.refuse(next, outcome.refused);
    }
    this.flushing.delete(lane);
    if (outcome === 'waits') this.wakeLater();
  }

  /** One retry timer serves all lanes. */
  private wakeLater(): void {
    if (this.timer) return;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** this.misses, MAX_RETRY_MS);
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
    this.reading ??= getAllStored<T>(this.storeName).then(
      (kept) => {
        const isNew = (old: T) => !this.gone.has(old.clientId) && !this.isWaiting(old);
        this.set([...kept.filter(isNew), ...this.queue]);
      },
      () => undefined,
    );
    return this.reading;
  }

  private drop(one: ItemId): void {
    this.gone.add(one.clientId);
    this.set(this.queue.filter((other) => !isSame(one, other)));
  }

  private async refuse(one: T, problem: RequestProblem): Promise<void> {
    this.mark(one, 'failed', problem);
    if (!this.ways.storesRefusals || !this.isWaiting(one)) return;
    const refused = this.current(one);
    await putStored(this.storeName, keyOf(one), refused).catch(() => undefined);
  }

  private mark(one: T, state: SendQueueItem['state'], problem?: RequestProblem): void {
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

const isDue = ({ state, isOwnerless }: SendQueueItem) => state === 'queued' && !isOwnerless;
const FRAGILE: Partial<SendQueueItem> = { isFragile: true };
const keyOf = ({ at, clientId }: SendQueueItem) => `${at} ${clientId}`;
type ItemId = Pick<SendQueueItem, 'clientId'>;
const isSame = (one: ItemId, other: ItemId) => one.clientId === other.clientId;
