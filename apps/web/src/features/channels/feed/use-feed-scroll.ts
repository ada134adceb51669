import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Queued } from '../../../lib/device/outbox';
import type { Said } from '../list/channels.graphql';

const NEAR = 48; // px from the end that still count as the end
const AIR = 16; // px above the line before the first unread

interface FeedScroll {
  messages: readonly Said[];
  waiting: readonly Queued[];
  meId: string;
  /** The first unread one, once it is known. */
  lineId: string | undefined;
  onEnd: (isAtEnd: boolean) => void;
}

const isAtEndOf = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) =>
  scrollHeight - scrollTop - clientHeight < NEAR;

const lineIn = (box: HTMLElement) => box.querySelector<HTMLElement>('.unread');

const isInPlace = ({ scrollTop }: HTMLElement, line: HTMLElement) =>
  Math.abs(line.offsetTop - AIR - scrollTop) <= 1;

const isLineAbove = (box: HTMLElement) => (lineIn(box)?.offsetTop ?? Infinity) < box.scrollTop;

/** Opens at what is unread, follows the end while one is there, and stays where one reads when something comes. */
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

  /** Up to the line; where it stands on an earlier page, that is read first. */
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
  /** The line is on its way: what stands at the end meanwhile is not read. */
  isSearching: () => boolean;
}

/** Where the line before the first unread one stands, and whether the end is on the screen. */
function useLine({ box, onEnd, isSearching }: LineOptions) {
  const atEnd = useRef(true);
  /** Where the line was put, until the reader moves. */
  const held = useRef<number>(undefined);
  const [hasSeenLine, setSeenLine] = useState(false);
  const look = useCallback(() => {
    const feed = box.current;
    if (!feed) return;
    atEnd.current = isAtEndOf(feed);
    onEnd(atEnd.current && !isSearching());
    const line = lineIn(feed);
    // The browser itself may move the feed to keep the line in its place.
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
  // Keep the end, or the unread divider, in place when a message grows or the feed shrinks.
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
