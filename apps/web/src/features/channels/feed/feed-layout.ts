/** Maximum length of a message. */
export const MAX_MESSAGE_LENGTH = 4_000;

interface Placed {
  readonly authorId: string | null;
  readonly createdAt: string;
}

const SHORTLY = 5 * 60_000;

/**
 * Whether a message continues the one above: same author, same day, less than five minutes later. Such a message is
 * shown without name and picture.
 */
export function continuesPrevious(before: Placed | undefined, message: Placed): boolean {
  if (!before || before.authorId === null || before.authorId !== message.authorId) return false;
  return (
    !isNewDay(before, message) &&
    Date.parse(message.createdAt) - Date.parse(before.createdAt) < SHORTLY
  );
}

/** Compares days in the device's time zone. */
export function isNewDay(before: Placed | undefined, message: Placed): boolean {
  if (!before) return true;
  return new Date(before.createdAt).toDateString() !== new Date(message.createdAt).toDateString();
}

/** Before how many messages a note of this time stands; undefined if it belongs to a part that is not loaded. */
export function notePosition(
  { messages, hasMore }: { readonly messages: readonly Placed[]; readonly hasMore: boolean },
  at: string,
): number | undefined {
  const later = messages.findIndex(({ createdAt }) => Date.parse(createdAt) > Date.parse(at));
  if (later === 0 && hasMore) return undefined;
  return later === -1 ? messages.length : later;
}

/** An outbox entry; with a `messageId` it edits that message. */
interface Waiting {
  readonly clientId: string;
  readonly messageId?: string | undefined;
  readonly body: string;
  readonly files?: readonly { readonly attachmentId?: string | undefined }[] | undefined;
  readonly state: string;
}

interface Spoken {
  readonly authorId: string | null;
  readonly body: string;
  readonly attachments: readonly { readonly id: string }[];
  readonly clientId: string | null;
}

/**
 * Outbox entries that the feed does not contain yet. A socket frame may arrive before the mutation's response, and has
 * no `clientId`: then the entry is matched by text and first file.
 */
export function notYetInFeed<W extends Waiting>(
  queued: readonly W[],
  messages: readonly Spoken[],
  meId: string,
): W[] {
  const sent = new Set(messages.map(({ clientId }) => clientId));
  const last = messages.findLast(({ authorId }) => authorId === meId);
  const isOvertaken = ({ state, body, files }: W) =>
    state === 'sending' &&
    last !== undefined &&
    !last.clientId &&
    last.body === body &&
    last.attachments[0]?.id === files?.[0]?.attachmentId;
  return queued.filter(
    (one) => one.messageId === undefined && !sent.has(one.clientId) && !isOvertaken(one),
  );
}

interface Ordered {
  readonly seq: number;
  readonly authorId: string | null;
}

/** The first unread message of another author. Correct only if everything before it is loaded. */
export function findFirstUnread<M extends Ordered>(
  messages: readonly M[],
  readSeq: number,
  meId: string,
): M | undefined {
  return messages.find(({ seq, authorId }) => seq > readSeq && authorId !== meId);
}
