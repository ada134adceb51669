/** A message is so long at most. */
export const MAX_BODY = 4_000;

interface Placed {
  readonly authorId: string | null;
  readonly createdAt: string;
}

const SHORTLY = 5 * 60_000;

/** Of the same person as the one above, shortly after it, on the same day. */
export function isNext(before: Placed | undefined, message: Placed): boolean {
  if (!before || before.authorId === null || before.authorId !== message.authorId) return false;
  return (
    !isNewDay(before, message) &&
    Date.parse(message.createdAt) - Date.parse(before.createdAt) < SHORTLY
  );
}

/** In the reader's zone. */
export function isNewDay(before: Placed | undefined, message: Placed): boolean {
  if (!before) return true;
  return new Date(before.createdAt).toDateString() !== new Date(message.createdAt).toDateString();
}

/** Of the outbox; with a `messageId` it is that message's new text. */
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
 * What of the outbox is not among the messages yet. A frame of the socket may overtake the answer to the sending of it,
 * and does not say whose client it came from: one's own words, just being sent, are the same ones.
 */
export function unsent<W extends Waiting>(
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

/** The first message that was not read, of another person; it is only known where everything before it is. */
export function firstUnread<M extends Ordered>(
  messages: readonly M[],
  readSeq: number,
  meId: string,
): M | undefined {
  return messages.find(({ seq, authorId }) => seq > readSeq && authorId !== meId);
}
