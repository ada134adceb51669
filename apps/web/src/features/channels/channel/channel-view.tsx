import { type ComponentType, useState } from 'react';
import { type QueuedMessage, retryOutbox, useOutbox } from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { Skeleton } from '../../../ui/display/skeleton';
import { OutboxBar } from '../../../ui/display/connection-status';
import { ChannelBar } from './channel-bar';
import {
  AgreementsNotice,
  ComposerPlaceholder,
  FeedSwitcher,
  GoToMessage,
  NotStoredOffline,
  PendingRetentionRequest,
} from './lazy-components';
import type { ChannelData, ChannelMessage, TopicData } from '../list/message-history.graphql';
import type { MessageRowProps } from '../feed/message-row';
import { Feed, type FeedProps } from '../feed/feed';
import { ChannelUnavailable } from './channel-unavailable';
import { useStoreMessages } from '../feed/use-store-messages';
import type { Timeline } from '../feed/timeline';
import { useMarkRead } from '../feed/use-mark-read';
import { type FeedState, useTimeline } from '../feed/use-timeline';
import { MessageComposer } from '../composer/message-composer';

/** A message or outbox entry whose menu is open, and the button's position. */
export interface MenuTarget {
  message?: ChannelMessage | undefined;
  queued?: QueuedMessage | undefined;
  anchor: DOMRect;
}

export interface MessageActionsProps {
  chosen: MenuTarget;
  /** In a thread of a case nobody reacts, and messages have no link. */
  isThread?: boolean;
  isMine: boolean;
  onClose: () => void;
  onEdit: (message: ChannelMessage) => void;
  /** Undefined where the viewer cannot post. */
  onAnswer: ((message: ChannelMessage) => void) | undefined;
  onChanged: (message: ChannelMessage) => void;
}

export interface ComposerAttachmentsProps {
  /** Key (`storedFeedKey`) of the feed in which the message is written. */
  feed: string;
  /** Files of the message; undefined instead of an empty list. */
  files: readonly QueuedFile[] | undefined;
  onFiles: (files: readonly QueuedFile[] | undefined) => void;
}

export interface MicrophoneProps {
  feed: string;
  onSend: (voice: QueuedFile) => void;
  /** Called instead of recording, with the function that starts it. */
  onFirst?: ((begin: () => void) => void) | undefined;
}

/** Components of other features, which the page provides; each is loaded on first use. */
export interface LazyComponents {
  MessageActions: ComponentType<MessageActionsProps>;
  AboveMessage: ComponentType<MessageRowProps>;
  ComposerAttachments: ComponentType<ComposerAttachmentsProps>;
  Microphone: ComponentType<MicrophoneProps>;
  /** Status of an outbox entry and its files. */
  UploadStatus: ComponentType<{ queued: QueuedMessage }>;
}

export interface ChannelViewProps {
  channel: ChannelData;
  /** The open topic; undefined for the general feed. */
  topic: TopicData | undefined;
  /** Whether the unread count was fetched after the channel was opened. */
  isFresh: boolean;
  parts: LazyComponents;
  /** Opens the details of the channel, on screens without a details pane. */
  onDetails: () => void;
}

/** A channel or conversation: header, feed and composer. */
export function ChannelView(props: ChannelViewProps) {
  const { channel, topic, onDetails } = props;
  const topicId = topic?.id ?? null;
  const known = useTimeline(channel.id, topicId);
  const queued = useOutbox().filter(
    (one) => one.channelId === channel.id && (one.topicId ?? null) === topicId,
  );
  useStoreMessages(channel, topicId, known.isGone ? undefined : known.timeline);
  if (known.isGone) return <ChannelUnavailable channelId={channel.id} isLost />;
  return (
    <>
      <ChannelBar channel={channel} topic={topic} onDetails={onDetails} />
      {channel.topics.length > 0 && <FeedSwitcher channel={channel} topicId={topicId} />}
      <OutboxBar queued={queued} onRetry={retryOutbox} />
      {channel.retentionRequestId && <PendingRetentionRequest actId={channel.retentionRequestId} />}
      {known.timeline && <GoToMessage timeline={known.timeline} onEarlier={known.readEarlier} />}
      <Talk {...props} known={known} queued={queued} />
    </>
  );
}

interface TalkProps extends ChannelViewProps {
  known: FeedState;
  queued: readonly QueuedMessage[];
}

function Talk({ channel, topic, isFresh, known, queued, parts }: TalkProps) {
  const { timeline, take, readEarlier, isMissing } = known;
  const [edited, setEdited] = useLiving(timeline);
  const [answered, setAnswered] = useLiving(timeline);
  const [chosen, setChosen] = useState<MenuTarget>();
  const isOver = chosen?.message && !living(timeline, chosen.message);
  const { unreadCount, canPost, ...feed } = feedOf(channel, topic);
  const onAnswer = canPost ? setAnswered : undefined;
  const [isAtEnd, setAtEnd] = useState(false);
  const opened = useOpened({ readSeq: feed.readSeq, unreadCount }, isFresh);
  const meId = channel.meId ?? '';
  useMarkRead(feed, isAtEnd && opened ? timeline?.messages.at(-1)?.seq : undefined);
  if (isMissing) return <NotStoredOffline />;
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
      {channel.group?.agreementsChange && <AgreementsNotice {...channel.group} />}
      {edited || !canPost ? (
        <ComposerPlaceholder {...{ channel, topic, edited }} onDone={() => setEdited(undefined)} />
      ) : (
        <MessageComposer {...{ channel, topic, answered, parts }} onAnswered={setAnswered} />
      )}
      {chosen && !isOver && (
        <parts.MessageActions
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
const feedOf = (channel: ChannelData, topic: TopicData | undefined) => ({
  id: channel.id,
  topicId: topic?.id ?? null,
  readSeq: (topic ?? channel).readSeq,
  unreadCount: topic ? topic.unreadCount : channel.generalUnreadCount,
  canPost: (topic ?? channel).viewerCan.some((act) => act === 'post'),
});

const living = (
  timeline: Timeline<ChannelMessage> | undefined,
  message: ChannelMessage | undefined,
) => message && timeline?.messages.find(({ id }) => id === message.id);

/**
 * Returns the current version of a message by its id; undefined once the message is deleted or expired, so that the
 * viewer can no longer edit or answer it.
 */
function useLiving(timeline: Timeline<ChannelMessage> | undefined) {
  const [message, set] = useState<ChannelMessage>();
  return [living(timeline, message), set] as const;
}
