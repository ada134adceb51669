import { accountHeader } from './page-account';
import { type SendOutcome, SendQueue, type SendQueueItem } from './send-queue';
import { deleteFileBytes, storeHeldBytes, uploadIdFrom, type QueuedFile } from './queued-files';

export type { SendOutcome };

/** A queued message or change of a message, in the order of writing. */
export interface QueuedMessage extends SendQueueItem {
  readonly channelId: string;
  /** Path of the page that shows the channel, if that is not the page of channels. */
  readonly path?: string | undefined;
  /** Topic of the feed; missing for the general feed. */
  readonly topicId?: string | null | undefined;
  /** Set when the item changes this message: an edited text or a reaction. */
  readonly messageId?: string | undefined;
  readonly reaction?: { readonly emoji: string; readonly isOn: boolean } | undefined;
  readonly replyToId?: string | undefined;
  /** Mentioned members. */
  readonly mentionIds?: readonly string[] | undefined;
  readonly mentionsAll?: boolean | undefined;
  readonly body: string;
  readonly files?: readonly QueuedFile[] | undefined;
}

/** Content of an item before it enters the queue. */
export type OutboxContent = Omit<QueuedMessage, keyof SendQueueItem>;

const queue = new SendQueue<QueuedMessage>('outbox', {
  // New messages keep their order per channel. Changes have a lane of their own, so that a message with a large file
  // does not delay them.
  laneOf: ({ channelId, messageId }) => (messageId ? 'changes' : channelId),
  onGone: async ({ files = [] }) => {
    for (const { id } of files) await deleteFileBytes(id);
  },
});

export const {
  use: useOutbox,
  isWaiting: isInOutbox,
  sendWith: setOutboxSender,
  wake: sendOutbox,
  retryAll: retryOutbox,
  retryRefusedFor: retryOutboxRefusedFor,
} = queue;

/** Whether two changes affect the same message in the same way, so that the later replaces the earlier. */
const isSame = (one: OutboxContent, other: OutboxContent) =>
  one.messageId !== undefined &&
  one.messageId === other.messageId &&
  one.reaction?.emoji === other.reaction?.emoji;

/** Adds an item to the queue; replaces waiting changes of the same kind of the same message. */
export async function enqueueMessage(writing: OutboxContent): Promise<void> {
  const older = queue.all().filter((one) => isSame(one, writing) && one.state !== 'sending');
  for (const one of older) await queue.remove(one);
  const storing = (writing.files ?? []).map(({ id }) => storeHeldBytes(id));
  await queue.add(writing);
  await Promise.all(storing);
}

/** Removes an item that its author discarded, and deletes its uploads from the server. */
export async function discardQueuedMessage(message: QueuedMessage): Promise<void> {
  const { files = [] } = queue.current(message);
  for (const { url } of files) {
    if (!url) continue;
    // Offline, the server deletes the upload by itself within a day.
    const ending = { method: 'DELETE', headers: accountHeader() };
    void fetch(`/uploads/${uploadIdFrom(url)}`, ending).catch(() => undefined);
  }
  await queue.remove(message);
}

/** Stores the progress of a message's uploads. */
export const storeUploadProgress = (
  message: QueuedMessage,
  files: readonly QueuedFile[] | undefined,
): Promise<void> => queue.note(message, { files });
