import { type ComponentType, type RefObject, useState } from 'react';
import { type QueuedMessage, retryAll, useQueue } from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { Skeleton } from '../../../ui/display/skeleton';
import { OutboxBar } from '../../../ui/display/connection-status';
import { ChannelBar } from './channel-bar';
import type { ChannelShown, Said, TopicShown } from '../list/channels.graphql';
import type { EntryProps, FoldedProps } from '../feed/entry';
import { Feed, type FeedProps } from '../feed/feed';
import type { FeedKeysProps } from '../feed/feed-keys';
import { Gone } from './gone';
import type { NamedProps, NamingProps } from '../feed/naming';
import { useKeeping } from '../feed/use-keeping';
import type { Timeline } from '../feed/timeline';
import { useMarkRead } from '../feed/use-mark-read';
import { type Channel, useTimeline } from '../feed/use-timeline';
import { Writing } from '../composer/writing';

/** A message or outbox entry whose menu is open, and the button's position. */
export interface Chosen {
  message?: Said | undefined;
  queued?: QueuedMessage | undefined;
  anchor: DOMRect;
}

export interface MessageActsProps {
  chosen: Chosen;
  isMine: boolean;
  onClose: () => void;
  onEdit: (message: Said) => void;
  /** Undefined where the viewer cannot post. */
  onAnswer: ((message: Said) => void) | undefined;
  onChanged: (message: Said) => void;
}

/** Replaces the composer: the form to edit a message, or the reason why the viewer cannot post. */
export interface InsteadProps {
  channel: ChannelShown;
  topic: TopicShown | undefined;
  edited: Said | undefined;
  onDone: () => void;
}

/** Switches between the general feed and the topics of a channel. */
export interface FeedsProps {
  channel: ChannelShown;
  /** The open topic; null for the general feed. */
  topicId: string | null;
}

export interface AnsweringProps {
  answered: Said;
  onCancel: () => void;
}

export interface AttachProps {
  /** Key of the feed or topic that is written in (`feedKey`). */
  feed: string;
  /** Undefined instead of an empty list. */
  files: readonly QueuedFile[] | undefined;
  onFiles: (files: readonly QueuedFile[] | undefined) => void;
}

export interface MicrophoneProps {
  feed: string;
  onSend: (voice: QueuedFile) => void;
}

export interface NewBelowProps {
  box: RefObject<HTMLDivElement | null>;
  messages: readonly Said[];
  /** Number of messages that arrived while the viewer was scrolled up. */
  count: number;
  onJump: () => void;
}

export interface GoToProps {
  timeline: Timeline<Said>;
  onEarlier: () => Promise<void>;
}

/** Components that are not needed for the first paint; each is loaded on first use. */
export interface Parts {
  Acts: ComponentType<MessageActsProps>;
  Instead: ComponentType<InsteadProps>;
  NotKept: ComponentType;
  Folded: ComponentType<FoldedProps>;
  Keys: ComponentType<FeedKeysProps>;
  JumpToUnread: ComponentType<{ onJump: () => void }>;
  NewBelow: ComponentType<NewBelowProps>;
  Above: ComponentType<EntryProps>;
  Below: ComponentType<EntryProps>;
  Answering: ComponentType<AnsweringProps>;
  Naming: ComponentType<NamingProps>;
  /** The text of a message with its mentions highlighted. */
  Named: ComponentType<NamedProps>;
  Attach: ComponentType<AttachProps>;
  Microphone: ComponentType<MicrophoneProps>;
  /** Status of an outbox entry and its files. */
  Uploads: ComponentType<{ queued: QueuedMessage }>;
  Ends: ComponentType<{ channel: ChannelShown }>;
  Line: ComponentType<EntryProps>;
  Asked: ComponentType<{ actId: string }>;
  GoTo: ComponentType<GoToProps>;
  Feeds: ComponentType<FeedsProps>;
}

export interface ConversationProps {
  channel: ChannelShown;
  /** The open topic; undefined for the general feed. */
  topic: TopicShown | undefined;
  /** Whether the unread count was fetched after the channel was opened. */
  isFresh: boolean;
  parts: Parts;
  /** Opens the details of the channel, on screens without a details pane. */
  onDetails: () => void;
}

/** A channel or conversation: header, feed and composer. */
export function Conversation(props: ConversationProps) {
  const { channel, topic, onDetails, parts } = props;
  const topicId = topic?.id ?? null;
  const known = useTimeline(channel.id, topicId);
  const queued = useQueue().filter(
    (one) => one.channelId === channel.id && (one.topicId ?? null) === topicId,
  );
  useKeeping(channel, topicId, known.isGone ? undefined : known.timeline);
  if (known.isGone) return <Gone channelId={channel.id} isLost />;
  return (
    <>
      <ChannelBar channel={channel} topic={topic} onDetails={onDetails} />
      {channel.topics.length > 0 && <parts.Feeds channel={channel} topicId={topicId} />}
      <OutboxBar queued={queued} onRetry={retryAll} />
      {channel.retentionRequestId && <parts.Asked actId={channel.retentionRequestId} />}
      {known.timeline && <parts.GoTo timeline={known.timeline} onEarlier={known.readEarlier} />}
      <Talk {...props} known={known} queued={queued} />
    </>
  );
}

interface TalkProps extends ConversationProps {
  known: Channel;
  queued: readonly QueuedMessage[];
}

function Talk({ channel, topic, isFresh, known, queued, parts }: TalkProps) {
  const { timeline, take, readEarlier, isMissing } = known;
  const [edited, setEdited] = useLiving(timeline);
  const [answered, setAnswered] = useLiving(timeline);
  const [chosen, setChosen] = useState<Chosen>();
  const isOver = chosen?.message && !living(timeline, chosen.message);
  const { unreadCount, canPost, ...feed } = feedOf(channel, topic);
  const onAnswer = canPost ? setAnswered : undefined;
  const [isAtEnd, setAtEnd] = useState(false);
  const opened = useOpened({ readSeq: feed.readSeq, unreadCount }, isFresh);
  const meId = channel.meId ?? '';
  useMarkRead(feed, isAtEnd && opened ? timeline?.messages.at(-1)?.seq : undefined);
  if (isMissing) return <parts.NotKept />;
  if (!timeline) return <Skeleton rows={5} kind="row" />;
  return (
    <>
      <Feed
        {...{ timeline, queued, meId, ...(opened ?? NOTHING_NEW), onAnswer, parts }}
        blockedIds={channel.blockedAuthorIds}
        onEarlier={readEarlier}
        onEnd={setAtEnd}
        onMenu={setChosen}
      />
      {edited || !canPost ? (
        <parts.Instead {...{ channel, topic, edited }} onDone={() => setEdited(undefined)} />
      ) : (
        <Writing {...{ channel, topic, answered, parts }} onAnswered={setAnswered} />
      )}
      {chosen && !isOver && (
        <parts.Acts
          {...{ chosen, onAnswer }}
          isMine={chosen.message?.authorId === meId}
          onClose={() => setChosen(undefined)}
          onEdit={setEdited}
          onChanged={take}
        />
      )}
    </>
  );
}

type Read = Pick<FeedProps, 'readSeq' | 'unreadCount'>;

/**
 * Read position at the time of opening, once it has been fetched. It stays fixed, so that the unread divider does not
 * move while the viewer reads.
 */
function useOpened(now: Read, isFresh: boolean): Read | undefined {
  const [opened, setOpened] = useState<Read>();
  if (isFresh && !opened) setOpened(now);
  return opened;
}

const NOTHING_NEW = { readSeq: 0, unreadCount: 0 };

/** The viewer's read position, unread count and permission to post in the open feed. */
const feedOf = (channel: ChannelShown, topic: TopicShown | undefined) => ({
  id: channel.id,
  topicId: topic?.id ?? null,
  readSeq: (topic ?? channel).readSeq,
  unreadCount: topic ? topic.unreadCount : channel.generalUnreadCount,
  canPost: (topic ?? channel).viewerCan.some((act) => act === 'post'),
});

const living = (timeline: Timeline<Said> | undefined, message: Said | undefined) =>
  message && timeline?.messages.find(({ id }) => id === message.id);

/**
 * Keeps a message by id and returns its current version; undefined once it is deleted or expired, so that it can no
 * longer be edited or answered.
 */
function useLiving(timeline: Timeline<Said> | undefined) {
  const [message, set] = useState<Said>();
  return [living(timeline, message), set] as const;
}
