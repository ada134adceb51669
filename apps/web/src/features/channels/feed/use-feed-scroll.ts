import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { QueuedMessage } from '../../../lib/device/outbox';
import type { ChannelMessage } from '../list/message-history.graphql';

const NEAR = 48; // maximum distance from the end in pixels that counts as the end
const AIR = 16; // space above the unread divider in pixels

interface FeedScroll {
  messages: readonly ChannelMessage[];
  waiting: readonly QueuedMessage[];
  meId: string;
  /** Id of the first unread message, once known. */
  lineId: string | undefined;
  onEnd: (isAtEnd: boolean) => void;
}

const isAtEndOf = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) =>
  scrollHeight - scrollTop - clientHeight < NEAR;

const lineIn = (box: HTMLElement) => box.querySelector<HTMLElement>('.unread');

const isInPlace = ({ scrollTop }: HTMLElement, line: HTMLElement) =>
  Math.abs(line.offsetTop - AIR - scrollTop) <= 1;

const isLineAbove = (box: HTMLElement) => (lineIn(box)?.offsetTop ?? Infinity) < box.scrollTop;

/**
 * Scroll position of the feed: it opens at the unread divider, follows new messages while at the end, and otherwise
 * stays where it is.
 */
export function useFeedScroll({ messages, waiting, meId, lineId, onEnd }: FeedScroll) {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef({ firstId: '', lastSeq: 0, waiting: 0, height: 0 });
  const search = useRef<() => Promise<void>>(undefined);
  const [below, setBelow] = useState(0);
  const isSearching = useCallback(() => search.current !== undefined, []);
  const { look, toLine, hasSeenLine, isAtEnd } = useLine({ box, onEnd, isSearching });

  useLayoutEffect(() => {
    const feed = box.current;
    if (!feed) return;
    const was = last.current;
    const firstId = messages[0]?.id ?? '';
    const fresh = messages.filter(({ seq, authorId }) => seq > was.lastSeq && authorId !== meId);
    if (search.current && toLine()) search.current = undefined;
    else if (isAtEnd() || waiting.length > was.waiting) {
      feed.scrollTo(0, feed.scrollHeight);
      if (!hasSeenLine && isLineAbove(feed)) toLine();
    } else if (was.firstId !== firstId) feed.scrollTop += feed.scrollHeight - was.height;
    else if (fresh.length > 0) setBelow((count) => count + fresh.length);
    void search.current?.();
    const lastSeq = messages.at(-1)?.seq ?? 0;
    last.current = { firstId, lastSeq, waiting: waiting.length, height: feed.scrollHeight };
    look();
  }, [messages, waiting.length, meId, lineId, look, toLine, hasSeenLine, isAtEnd]);

  /** Scrolls to the unread divider; loads earlier pages first if it is not loaded. */
  const toUnread = (readEarlier?: () => Promise<void>) => {
    if (toLine()) return;
    search.current = readEarlier;
    void readEarlier?.();
  };
  const toEnd = () => box.current?.scrollTo(0, box.current.scrollHeight);
  const onScroll = () => {
    look();
    if (isAtEnd()) setBelow(0);
  };
  return { box, below, hasSeenLine, onScroll, toUnread, toEnd };
}

interface LineOptions extends Pick<FeedScroll, 'onEnd'> {
  box: RefObject<HTMLDivElement | null>;
  /** True while earlier pages are loaded to reach the divider; the end then does not count as read. */
  isSearching: () => boolean;
}

/** Position of the unread divider, and whether the end of the feed is visible. */
function useLine({ box, onEnd, isSearching }: LineOptions) {
  const atEnd = useRef(true);
  /** Scroll position after the jump to the divider, until the viewer scrolls. */
  const held = useRef<number>(undefined);
  const [hasSeenLine, setSeenLine] = useState(false);
  const look = useCallback(() => {
    const feed = box.current;
    if (!feed) return;
    atEnd.current = isAtEndOf(feed);
    onEnd(atEnd.current && !isSearching());
    const line = lineIn(feed);
    // The browser's scroll anchoring may change the position without moving the divider.
    if (held.current !== undefined && Math.abs(feed.scrollTop - held.current) > 1)
      held.current = line && isInPlace(feed, line) ? feed.scrollTop : undefined;
    if (line && !isLineAbove(feed)) setSeenLine(true);
  }, [box, onEnd, isSearching]);
  const toLine = useCallback(() => {
    const feed = box.current;
    const line = feed && lineIn(feed);
    if (!line) return null;
    feed.scrollTo(0, line.offsetTop - AIR);
    held.current = feed.scrollTop;
    return line;
  }, [box]);
  // Keeps the end or the unread divider in place when a message grows or the feed shrinks.
  useEffect(() => {
    const feed = box.current!;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) feed.scrollTo(0, feed.scrollHeight);
      else if (held.current !== undefined) toLine();
    });
    for (const one of [feed, feed.lastElementChild!]) watcher.observe(one);
    return () => watcher.disconnect();
  }, [box, toLine]);
  const isAtEnd = useCallback(() => atEnd.current, []);
  return { look, toLine, hasSeenLine, isAtEnd };
}
