import { accountHeader } from './account';
import { forget } from './device-store';
import { type Outcome, Queue, type Waits } from './queue';
import { idIn, type WaitingFile } from './waiting-files';

export type { Outcome };

/** A message that waits to be sent, in the order in which it was written. */
export interface Queued extends Waits {
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
}

/** What a person wrote, before it has a place in the queue. */
export type Writing = Omit<Queued, keyof Waits>;

const queue = new Queue<Queued>('outbox', {
  // What is said keeps its order in each channel, and what is changed its own: a large file of one keeps no other waiting.
  laneOf: ({ channelId, messageId }) => (messageId ? 'changes' : channelId),
  onGone: async ({ files = [] }) => {
    for (const { id } of files) await forget('files', id).catch(() => undefined);
  },
});

export const { use: useQueue, isWaiting, sendWith, wake, retryAll } = queue;

/** Of the same message: the later takes the place of the earlier. */
const isSame = (one: Writing, other: Writing) =>
  one.messageId !== undefined &&
  one.messageId === other.messageId &&
  one.reaction?.emoji === other.reaction?.emoji;

/** Puts a message at the end, or what becomes of one that is there. */
export async function enqueue(writing: Writing): Promise<void> {
  const older = queue.all().filter((one) => isSame(one, writing) && one.state !== 'sending');
  for (const one of older) await queue.remove(one);
  await queue.add(writing);
}

/** Its author no longer wants it: what came of its files to the server goes as well. */
export async function discard(message: Queued): Promise<void> {
  const { files = [] } = queue.current(message);
  for (const { url } of files) {
    if (!url) continue;
    // Without a line it ends there by itself, within a day.
    const ending = { method: 'DELETE', headers: accountHeader() };
    void fetch(`/uploads/${idIn(url)}`, ending).catch(() => undefined);
  }
  await queue.remove(message);
}

/** What became known of its files. */
export const noteFiles = (
  message: Queued,
  files: readonly WaitingFile[] | undefined,
): Promise<void> => queue.note(message, { files });
