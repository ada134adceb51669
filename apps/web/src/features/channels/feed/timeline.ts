/** The fields of a message that determine its order. */
export interface NumberedMessage {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  /** The topic of the message; missing in data stored before topics existed. */
  readonly topicId?: string | null;
}

/** A page of messages from the server. A client with this page has all changes up to `upTo`. */
export interface MessagePage<M extends NumberedMessage> {
  readonly items: readonly M[];
  readonly upTo: number;
  /** The viewer's history begins after this number. */
  readonly from: number;
  readonly hasMore: boolean;
}

/**
 * The loaded part of one feed (the general feed or a topic); numbers are those of the whole channel. Frames may be
 * lost, duplicated or out of order; responses may be late.
 */
export interface Timeline<M extends NumberedMessage> {
  /** In channel order, without gaps after the first message. */
  readonly messages: readonly M[];
  readonly topicId: string | null;
  /** All changes up to this number are applied. */
  readonly upTo: number;
  readonly from: number;
  /** Whether earlier messages exist on the server. */
  readonly hasMore: boolean;
  /** Numbers above `upTo` whose changes arrived as frames. */
  readonly ahead: readonly number[];
  /** Earlier pages with a lower `upTo` are rejected: they may lack a change to a message that is not loaded. */
  readonly unloadedUpTo: number;
}

/** Creates a timeline from the last page of the history. */
export function timelineOf<M extends NumberedMessage>(
  page: MessagePage<M>,
  topicId: string | null = null,
): Timeline<M> {
  const { items, upTo, from, hasMore } = page;
  return { messages: inOrder(items), topicId, upTo, from, hasMore, ahead: [], unloadedUpTo: upTo };
}

/** Whether numbers are missing between `upTo` and the received frames. */
export const hasGap = (timeline: Timeline<NumberedMessage>): boolean => timeline.ahead.length > 0;

/** Applies a socket frame, or the response to an own mutation. Older versions are ignored. */
export function withMessage<M extends NumberedMessage>(
  timeline: Timeline<M>,
  message: M,
): Timeline<M> {
  if (message.version <= timeline.upTo) return put(timeline, [message]);
  const ahead = [...timeline.ahead, message.version];
  return settled(put({ ...timeline, ahead }, [message]));
}

/** Applies a page of changes since `upTo`. If the page says that more exist, the client must request the next page. */
export function withChanges<M extends NumberedMessage>(
  timeline: Timeline<M>,
  page: MessagePage<M>,
): Timeline<M> {
  const upTo = Math.max(timeline.upTo, page.upTo);
  return settled(trimmed(put({ ...timeline, upTo }, page.items), page.from));
}

/** Restarts from the last page, after too much was missed. Frames that are newer than the page are kept. */
export function restartedFrom<M extends NumberedMessage>(
  timeline: Timeline<M> | undefined,
  page: MessagePage<M>,
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
 * Adds a page before the first message. It may be older than some frames and does not advance `upTo`. Returns the same
 * timeline if the page is outdated: load it again.
 */
export function withEarlierPage<M extends NumberedMessage>(
  timeline: Timeline<M>,
  page: MessagePage<M>,
): Timeline<M> {
  if (page.upTo < timeline.unloadedUpTo) return timeline;
  const { hasMore, from } = page;
  return trimmed(put({ ...timeline, hasMore }, page.items, true), from);
}

/**
 * Inserts messages in channel order. Leaves out messages of other feeds, and messages older than the first loaded one,
 * which would hide a gap between both.
 */
function put<M extends NumberedMessage>(
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

/** Advances `upTo` over consecutive numbers. */
function settled<M extends NumberedMessage>(timeline: Timeline<M>): Timeline<M> {
  let { upTo } = timeline;
  const ahead = [...new Set(timeline.ahead)].sort((a, b) => a - b).filter((n) => n > upTo);
  while (ahead[0] === upTo + 1) upTo = ahead.shift()!;
  return { ...timeline, upTo, ahead };
}

/** Drops messages from before `from`, after the viewer left and rejoined. */
function trimmed<M extends NumberedMessage>(timeline: Timeline<M>, from: number): Timeline<M> {
  if (from <= timeline.from) return timeline;
  const messages = timeline.messages.filter((message) => message.seq > from);
  return { ...timeline, from, messages, hasMore: false };
}

const inOrder = <M extends NumberedMessage>(messages: readonly M[]): M[] =>
  [...messages].sort((a, b) => a.seq - b.seq);
