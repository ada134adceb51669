/** What the order of a channel needs to know of a message. */
export interface Numbered {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  /** The topic whose feed it stands in; missing where what keeps it knows of none. */
  readonly topicId?: string | null;
}

/** An answer of the server: some messages, and up to which number everything is known with it. */
export interface KnownPage<M extends Numbered> {
  readonly items: readonly M[];
  readonly upTo: number;
  /** The viewer's history begins after this number. */
  readonly from: number;
  readonly hasMore: boolean;
}

/** What a client knows of one feed of a channel: the general one, or a topic's; numbers are the channel's. Frames may be lost, doubled and out of order; answers may be late. */
export interface Timeline<M extends Numbered> {
  /** In the order of the channel, without holes from the first on. */
  readonly messages: readonly M[];
  readonly topicId: string | null;
  /** Every change up to this number is known. */
  readonly upTo: number;
  readonly from: number;
  /** Whether there are earlier ones than the first. */
  readonly hasMore: boolean;
  /** Numbers beyond `upTo` that came as frames. */
  readonly ahead: readonly number[];
  /** An earlier page must be known up to this number: it may lack a change to a message that was not loaded. */
  readonly unloadedUpTo: number;
}

/** The start: the last page of the history. */
export function timelineOf<M extends Numbered>(
  page: KnownPage<M>,
  topicId: string | null = null,
): Timeline<M> {
  const { items, upTo, from, hasMore } = page;
  return { messages: inOrder(items), topicId, upTo, from, hasMore, ahead: [], unloadedUpTo: upTo };
}

/** Whether a number is missing between what is known and what came. */
export const hasGap = (timeline: Timeline<Numbered>): boolean => timeline.ahead.length > 0;

/** A frame of the socket, or the answer to an own act. An older version than the known one changes nothing. */
export function withMessage<M extends Numbered>(timeline: Timeline<M>, message: M): Timeline<M> {
  if (message.version <= timeline.upTo) return put(timeline, [message]);
  const ahead = [...timeline.ahead, message.version];
  return settled(put({ ...timeline, ahead }, [message]));
}

/** The answer to "what changed since `upTo`?"; where it has more, ask again. */
export function withChanges<M extends Numbered>(
  timeline: Timeline<M>,
  page: KnownPage<M>,
): Timeline<M> {
  const upTo = Math.max(timeline.upTo, page.upTo);
  return settled(trimmed(put({ ...timeline, upTo }, page.items), page.from));
}

/** The last page anew, for who missed very much: what came as frames while it was on its way stays. */
export function withStart<M extends Numbered>(
  timeline: Timeline<M> | undefined,
  page: KnownPage<M>,
  topicId: string | null = null,
): Timeline<M> {
  const start = timelineOf(page, topicId);
  if (!timeline) return start;
  const unloadedUpTo = Math.max(timeline.unloadedUpTo, start.unloadedUpTo);
  const late = timeline.messages
    .filter(({ version }) => version > page.upTo)
    .sort((a, b) => a.version - b.version)
    .reduce((known, message) => withMessage(known, message), { ...start, unloadedUpTo });
  return trimmed(late, timeline.from);
}

/**
 * A page from before the first message. It may be older than some frames, and tells nothing of later numbers. Returns the
 * same timeline if the page is out of date: ask again.
 */
export function withEarlier<M extends Numbered>(
  timeline: Timeline<M>,
  page: KnownPage<M>,
): Timeline<M> {
  if (page.upTo < timeline.unloadedUpTo) return timeline;
  const { hasMore, from } = page;
  return trimmed(put({ ...timeline, hasMore }, page.items, true), from);
}

/** Of another feed, only the number counts. Messages from before the first known one belong to a page that was not read yet: kept alone they would hide a hole. */
function put<M extends Numbered>(
  timeline: Timeline<M>,
  items: readonly M[],
  isEarlier = false,
): Timeline<M> {
  const first = timeline.messages[0]?.seq ?? Infinity;
  const isUnloaded = (message: M) => !isEarlier && timeline.hasMore && message.seq < first;
  const isShown = ({ topicId, seq }: M) =>
    (topicId ?? null) === timeline.topicId && seq > timeline.from;
  let { unloadedUpTo } = timeline;
  const byId = new Map(timeline.messages.map((message) => [message.id, message]));
  for (const message of items.filter(isShown)) {
    const known = byId.get(message.id);
    if (isUnloaded(message)) unloadedUpTo = Math.max(unloadedUpTo, message.version);
    else if (!known || known.version <= message.version) byId.set(message.id, message);
  }
  return { ...timeline, messages: inOrder([...byId.values()]), unloadedUpTo };
}

/** Takes the numbers that follow without a gap. */
function settled<M extends Numbered>(timeline: Timeline<M>): Timeline<M> {
  let { upTo } = timeline;
  const ahead = [...new Set(timeline.ahead)].sort((a, b) => a - b).filter((n) => n > upTo);
  while (ahead[0] === upTo + 1) upTo = ahead.shift()!;
  return { ...timeline, upTo, ahead };
}

/** Whoever left and came back reads from the new joining on. */
function trimmed<M extends Numbered>(timeline: Timeline<M>, from: number): Timeline<M> {
  if (from <= timeline.from) return timeline;
  const messages = timeline.messages.filter((message) => message.seq > from);
  return { ...timeline, from, messages, hasMore: false };
}

const inOrder = <M extends Numbered>(messages: readonly M[]): M[] =>
  [...messages].sort((a, b) => a.seq - b.seq);
