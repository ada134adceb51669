import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode, useEffect, useEffectEvent, useMemo } from 'react';
import type { QueuedMessage } from '../../../lib/device/outbox';
import { LoadMore } from '../../../ui/page/load-more';
import { MarkdownText } from '../../../ui/messages/markdown-text';
import { MessageArticle } from '../../../ui/messages/message-article';
import type { ChannelMessage as Message } from '../list/message-history.graphql';
import type { MenuTarget, LazyComponents } from '../channel/channel-view';
import { JumpToUnread, NewMessagesPill, FeedShortcuts } from '../channel/lazy-components';
import { MessageRow } from './message-row';
import { findFirstUnread, notePosition, notYetInFeed } from './feed-layout';
import type { Timeline } from './timeline';
import { useFeedScroll } from './use-feed-scroll';

export interface FeedProps {
  timeline: Timeline<Message>;
  queued: readonly QueuedMessage[];
  meId: string;
  /** Read position when the feed was opened, and the number of unread messages after it. */
  readSeq: number;
  unreadCount: number;
  blockedIds: readonly string[];
  onEarlier: () => Promise<void>;
  /** Called when the end of the feed becomes visible or hidden. */
  onEnd: (isAtEnd: boolean) => void;
  onMenu: (chosen: MenuTarget) => void;
  /** Undefined where the viewer cannot post. */
  onAnswer: ((message: Message) => void) | undefined;
  parts: Pick<LazyComponents, 'AboveMessage' | 'UploadStatus'>;
  /** Texts that are no messages, shown at their times; earliest first. */
  notes?: readonly FeedNote[];
}

export interface FeedNote {
  readonly at: string;
  readonly view: ReactNode;
}

/**
 * Maximum unread count that the server reports. At this count, the feed does not load earlier pages to open at the
 * first unread message.
 */
const MOST_COUNTED = 100;

/** The messages in order, with the unread divider, followed by the outbox. */
export function Feed(props: FeedProps) {
  const { timeline, queued, meId, readSeq, unreadCount, onEarlier, onEnd, onAnswer } = props;
  const { notes = NO_NOTES } = props;
  const { messages, hasMore } = timeline;
  const { t } = useLingui();
  const label = t`Mensajes`;
  const waiting = notYetInFeed(queued, messages, meId);
  const isEmpty = messages.length + waiting.length === 0;
  const unread = unreadCount > 0 ? findFirstUnread(messages, readSeq, meId) : undefined;
  const isLoaded = !hasMore || (messages[0]?.seq ?? 0) <= readSeq + 1;
  const { box, ...scroll } = useFeedScroll({ messages, waiting, meId, lineId: unread?.id, onEnd });
  const toUnread = () => scroll.toUnread(isLoaded ? undefined : onEarlier);
  const open = useEffectEvent(toUnread);
  const isFurtherUp = unread !== undefined && !isLoaded && unreadCount < MOST_COUNTED;
  useEffect(() => {
    if (isFurtherUp) open();
  }, [isFurtherUp]);
  return (
    <div className="feedbox">
      <FeedShortcuts {...{ box, messages, onAnswer }} onUnread={unread && toUnread} />
      {unread && !scroll.hasSeenLine && <JumpToUnread onJump={toUnread} />}
      <div
        className="feed"
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={label}
        onScroll={scroll.onScroll}
      >
        {isEmpty && notes.length === 0 && <Silence />}
        <LoadMore hasMore={hasMore} onMore={() => void onEarlier()} />
        <div
          className="feed__all"
          role={isEmpty ? undefined : 'feed'}
          aria-label={isEmpty ? undefined : label}
        >
          <Said {...props} unread={isLoaded ? unread : undefined} />
          <Waiting {...props} waiting={waiting} />
        </div>
      </div>
      <NewMessagesPill {...{ box, messages }} count={scroll.below} onJump={scroll.toEnd} />
    </div>
  );
}

const NOTHING: readonly QueuedMessage[] = [];
const NO_NOTES: readonly FeedNote[] = [];

/** Outbox entries (edits and reactions), by the message that they change. */
function byMessage(queued: readonly QueuedMessage[]): Map<string, QueuedMessage[]> {
  const found = new Map<string, QueuedMessage[]>();
  for (const one of queued) {
    if (one.messageId) found.set(one.messageId, [...(found.get(one.messageId) ?? []), one]);
  }
  return found;
}

function Silence() {
  return (
    <p className="muted center">
      <Trans>Aún no hay mensajes que puedas leer.</Trans>
    </p>
  );
}

function Said(props: FeedProps & { unread: Message | undefined }) {
  const { timeline, queued, meId, unread, unreadCount, blockedIds, onMenu, onAnswer, parts } =
    props;
  const waiting = useMemo(() => byMessage(queued), [queued]);
  const byId = new Map(timeline.messages.map((message) => [message.id, message]));
  const notes = (props.notes ?? NO_NOTES).map(({ at, view }, nth) => ({
    position: notePosition(timeline, at),
    view: <Fragment key={`note ${nth}`}>{view}</Fragment>,
  }));
  const notesBefore = (at: number) =>
    notes.filter(({ position }) => position === at).map(({ view }) => view);
  const rows = timeline.messages.map((message, at) => (
    <MessageRow
      key={message.id}
      message={message}
      before={timeline.messages[at - 1]}
      unread={message === unread ? unreadCount : 0}
      queued={waiting.get(message.id) ?? NOTHING}
      quoted={byId.get(message.replyToId ?? '')}
      canReact={onAnswer !== undefined}
      isMine={message.authorId === meId}
      meId={meId}
      isBlocked={message.isFolded || blockedIds.includes(message.authorId ?? '')}
      blockedIds={blockedIds}
      position={at + 1}
      onMenu={onMenu}
      parts={parts}
    />
  ));
  return [...rows.flatMap((row, at) => [...notesBefore(at), row]), ...notesBefore(rows.length)];
}

function Waiting(props: FeedProps & { waiting: readonly QueuedMessage[] }) {
  const { timeline, meId, waiting, onMenu, parts } = props;
  const { t } = useLingui();
  return waiting.map((one, at) => (
    <MessageArticle
      key={one.clientId}
      authorId={meId}
      authorName={t`Tú`}
      at={one.at}
      isMine
      state={one.state}
      position={timeline.messages.length + at + 1}
      above={one.files && <parts.UploadStatus queued={one} />}
      below={!one.files && (one.problem ?? one.isFragile) && <parts.UploadStatus queued={one} />}
      onMenu={(anchor) => onMenu({ queued: one, anchor })}
    >
      <MarkdownText text={one.body} />
    </MessageArticle>
  ));
}
