import { useSyncExternalStore } from 'react';
import { forget, keep, keptAll } from './device-store';
import type { Problem } from './errors';
import { idIn, type WaitingFile } from './waiting-files';

/** A message that waits to be sent, in the order in which it was written. It survives the page. */
export interface Queued {
  readonly clientId: string;
  readonly channelId: string;
  /** The topic in whose feed it stands; without, the general one. */
  readonly topicId?: string | null | undefined;
  /** Then it is that message's new text, or a reaction to it. */
  readonly messageId?: string | undefined;
  readonly reaction?: { readonly emoji: string; readonly isOn: boolean } | undefined;
  /** The message that it answers. */
  readonly replyToId?: string | undefined;
  /** Whom it names. */
  readonly mentionIds?: readonly string[] | undefined;
  readonly mentionsAll?: boolean | undefined;
  readonly body: string;
  readonly files?: readonly WaitingFile[] | undefined;
  readonly at: string;
  readonly state: 'queued' | 'sending' | 'failed';
  /** Why it was refused. */
  readonly problem?: Problem | undefined;
}

/** What a person wrote, before it has a place in the queue. */
export type Writing = Omit<Queued, 'clientId' | 'at' | 'state' | 'problem'>;

/** Sent, refused for good, or no answer: then it waits. */
export type Outcome = 'sent' | 'waits' | { readonly refused: Problem };

/** A server that was too busy to answer is asked again, without anybody doing anything. */
const AGAIN_MS = 15_000;

type Sender = (message: Queued) => Promise<Outcome>;

let queue: readonly Queued[] = [];
let reading: Promise<void> | undefined;
const flushing = new Set<string>();
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

/** Its author no longer wants it: what came of its files to the server goes as well. */
export async function discard(message: Queued): Promise<void> {
  const { files = [] } = queue.find((one) => isSameOne(one, message)) ?? message;
  for (const { url } of files) {
    // Without a line it ends there by itself, within a day.
    if (url) void fetch(`/uploads/${idIn(url)}`, { method: 'DELETE' }).catch(() => undefined);
  }
  await dequeue(message);
}

/** Takes one away, its files too. */
export async function dequeue(message: Queued): Promise<void> {
  set(queue.filter(({ clientId }) => clientId !== message.clientId));
  await forget('outbox', keyOf(message)).catch(() => undefined);
  for (const { id } of message.files ?? []) await forget('files', id).catch(() => undefined);
}

/** Whether it still waits, on this device: another tab may have sent it, or somebody taken it back. */
export const isWaiting = ({ clientId }: Queued): boolean =>
  queue.some((one) => one.clientId === clientId);

/** What became known of its files is kept, so that it goes on from there after anything. */
export async function noteFiles(
  message: Queued,
  files: readonly WaitingFile[] | undefined,
): Promise<void> {
  set(queue.map((one) => (one.clientId === message.clientId ? { ...one, files } : one)));
  const noted = { ...message, files, state: 'queued', problem: undefined };
  if (isWaiting(message)) await keep('outbox', keyOf(message), noted).catch(() => undefined);
}

/** From now on, what waits is sent by this; the function it gives ends that. */
export function sendWith(send: Sender): () => void {
  sender = send;
  wake();
  return () => (sender = undefined);
}

/** What is said keeps its order in each channel, and what is changed its own: a large file of one keeps no other waiting. */
const laneOf = ({ channelId, messageId }: Queued) => (messageId ? 'changes' : channelId);

/** Sends what waits, lane by lane, until one gets no answer. Refused ones stay, marked, and hold nobody up. */
export function wake(): void {
  const send = sender;
  if (!send) return;
  void read().then(() => {
    for (const lane of new Set(queue.map(laneOf))) {
      if (!flushing.has(lane)) void run(send, lane);
    }
  });
}

async function run(send: Sender, lane: string): Promise<void> {
  flushing.add(lane);
  let outcome: Outcome | undefined;
  while (outcome !== 'waits') {
    const next = queue.find((one) => one.state === 'queued' && laneOf(one) === lane);
    if (!next) break;
    mark(next, 'sending');
    outcome = await send(next);
    if (outcome === 'sent') await dequeue(queue.find((one) => isSameOne(one, next)) ?? next);
    else if (outcome === 'waits') mark(next, 'queued');
    else mark(next, 'failed', outcome.refused);
  }
  flushing.delete(lane);
  if (outcome === 'waits') setTimeout(wake, AGAIN_MS);
}

const isSameOne = (one: Queued, other: Queued) => one.clientId === other.clientId;

/** Tries again what was refused, too. */
export function retryAll(): void {
  set(queue.map((one) => (one.state === 'failed' ? { ...one, state: 'queued' as const } : one)));
  wake();
}

function mark(message: Queued, state: Queued['state'], problem?: Problem): void {
  set(queue.map((one) => (isSameOne(one, message) ? { ...one, state, problem } : one)));
}
