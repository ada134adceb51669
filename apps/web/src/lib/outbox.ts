import { useSyncExternalStore } from 'react';
import { forget, keep, keptAll } from './device-store';

/** A message that waits to be sent, in the order in which it was written. It survives the page. */
export interface Queued {
  readonly clientId: string;
  readonly channelId: string;
  /** Then it is that message's new text, or a reaction to it. */
  readonly messageId?: string | undefined;
  readonly reaction?: { readonly emoji: string; readonly isOn: boolean } | undefined;
  /** The message that it answers. */
  readonly replyToId?: string | undefined;
  /** Whom it names. */
  readonly mentionIds?: readonly string[] | undefined;
  readonly mentionsAll?: boolean | undefined;
  readonly body: string;
  readonly at: string;
  readonly state: 'queued' | 'sending' | 'failed';
}

/** What a person wrote, before it has a place in the queue. */
export type Writing = Omit<Queued, 'clientId' | 'at' | 'state'>;

/** Sent, refused for good, or no answer: then it waits. */
export type Outcome = 'sent' | 'refused' | 'waits';

/** A server that was too busy to answer is asked again, without anybody doing anything. */
const AGAIN_MS = 15_000;

type Sender = (message: Queued) => Promise<Outcome>;

let queue: readonly Queued[] = [];
let reading: Promise<void> | undefined;
let flushing: Promise<void> | undefined;
let sender: Sender | undefined;
const listeners = new Set<() => void>();

const keyOf = ({ at, clientId }: Queued) => `${at} ${clientId}`;

function set(next: readonly Queued[]): void {
  queue = next;
  listeners.forEach((listener) => listener());
}

function read(): Promise<void> {
  reading ??= keptAll<Queued>('outbox').then(
    (kept) =>
      set([...kept.filter((old) => !queue.some((one) => one.clientId === old.clientId)), ...queue]),
    () => undefined,
  );
  return reading;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void read();
  return () => listeners.delete(listener);
}

/** Everything that waits, oldest first. */
export const useQueue = (): readonly Queued[] => useSyncExternalStore(subscribe, () => queue);

/** Of the same message: the later takes the place of the earlier. */
const isSame = (one: Writing, other: Writing) =>
  one.messageId !== undefined &&
  one.messageId === other.messageId &&
  one.reaction?.emoji === other.reaction?.emoji;

/** Puts a message at the end, or what becomes of one that is there; kept on the device before it is tried. */
export async function enqueue(writing: Writing): Promise<void> {
  const older = queue.find((one) => isSame(one, writing));
  if (older && older.state !== 'sending') await dequeue(older);
  const at = new Date().toISOString();
  const message: Queued = { ...writing, clientId: crypto.randomUUID(), at, state: 'queued' };
  set([...queue, message]);
  await keep('outbox', keyOf(message), message).catch(() => undefined);
  void navigator.storage?.persist?.().catch(() => undefined);
  wake();
}

/** Takes one away: it was sent, or its author no longer wants it. */
export async function dequeue(message: Queued): Promise<void> {
  set(queue.filter(({ clientId }) => clientId !== message.clientId));
  await forget('outbox', keyOf(message)).catch(() => undefined);
}

/** From now on, what waits is sent by this; the function it gives ends that. */
export function sendWith(send: Sender): () => void {
  sender = send;
  wake();
  return () => (sender = undefined);
}

/** Sends what waits, one after the other, until one gets no answer. Refused ones stay, marked, and hold nobody up. */
export function wake(): void {
  if (sender) flushing ??= run(sender).finally(() => (flushing = undefined));
}

async function run(send: Sender): Promise<void> {
  await read();
  for (;;) {
    const next = queue.find(({ state }) => state === 'queued');
    if (!next) return;
    mark(next, 'sending');
    const outcome = await send(next);
    if (outcome === 'sent') await dequeue(next);
    else mark(next, outcome === 'refused' ? 'failed' : 'queued');
    if (outcome === 'waits') return void setTimeout(wake, AGAIN_MS);
  }
}

/** Tries again what was refused, too. */
export function retryAll(): void {
  set(queue.map((one) => (one.state === 'failed' ? { ...one, state: 'queued' as const } : one)));
  wake();
}

function mark({ clientId }: Queued, state: Queued['state']): void {
  set(queue.map((one) => (one.clientId === clientId ? { ...one, state } : one)));
}
