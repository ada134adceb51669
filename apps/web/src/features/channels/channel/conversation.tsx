import { type ComponentType, type RefObject, useState } from 'react';
import { type Queued, retryAll, useQueue } from '../../../lib/device/outbox';
import type { WaitingFile } from '../../../lib/device/waiting-files';
import { Skeleton } from '../../../ui/display/skeleton';
import { OutboxBar } from '../../../ui/display/status';
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

/** A message whose menu is open, and where on the screen. */
export interface Chosen {
  message?: Said | undefined;
  queued?: Queued | undefined;
  anchor: DOMRect;
}

export interface MessageActsProps {
  chosen: Chosen;
  isMine: boolean;
  onClose: () => void;
  onEdit: (message: Said) => void;
  /** Missing where nobody writes any more. */
  onAnswer: ((message: Said) => void) | undefined;
  onChanged: (message: Said) => void;
}

/** What stands in the place where one writes: a message that is changed, or why nobody writes any more. */
export interface InsteadProps {
  channel: ChannelShown;
  topic: TopicShown | undefined;
  edited: Said | undefined;
  onDone: () => void;
}

/** The feeds of a channel, where one goes from one to the other. */
export interface FeedsProps {
  channel: ChannelShown;
  /** The topic that is open; without, the general feed. */
  topicId: string | null;
}

export interface AnsweringProps {
  answered: Said;
  onCancel: () => void;
}

export interface AttachProps {
  /** Where one writes (`feedKey`). */
  feed: string;
  /** Missing rather than empty. */
  files: readonly WaitingFile[] | undefined;
  onFiles: (files: readonly WaitingFile[] | undefined) => void;
}

export interface MicrophoneProps {
  feed: string;
  onSend: (voice: WaitingFile) => void;
}

export interface NewBelowProps {
  box: RefObject<HTMLDivElement | null>;
  messages: readonly Said[];
  /** How many came while their reader was further up. */
  count: number;
  onJump: () => void;
}

export interface GoToProps {
  timeline: Timeline<Said>;
  onEarlier: () => Promise<void>;
}

/** What not every channel shows at once; loaded when first needed. */
export interface Parts {
  /** What can be done with a message. */
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
  /** Offers whom one may name, while one writes. */
  Naming: ComponentType<NamingProps>;
  /** What a message says, with the names in it. */
  Named: ComponentType<NamedProps>;
  /** The way to files, and those that go with the next message; in the place of sending, a voice note. */
  Attach: ComponentType<AttachProps>;
  Microphone: ComponentType<MicrophoneProps>;
  /** How a message fares that waits to be sent, and its files. */
  Uploads: ComponentType<{ queued: Queued }>;
  Ends: ComponentType<{ channel: ChannelShown }>;
  Line: ComponentType<EntryProps>;
  Asked: ComponentType<{ actId: string }>;
  GoTo: ComponentType<GoToProps>;
  Feeds: ComponentType<FeedsProps>;
}

export interface ConversationProps {
  channel: ChannelShown;
  /** The topic that is open; without, the general feed. */
  topic: TopicShown | undefined;
  /** What is unread was counted since it was opened. */
  isFresh: boolean;
  parts: Parts;
  /** Shows what there is to know of the channel, where it has no place of its own. */
  onDetails: () => void;
}

/** The bar, the feed, and where one writes. */
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
  queued: readonly Queued[];
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

/** Where the person had read to on opening, once that is known: the line stays while they read on. */
function useOpened(now: Read, isFresh: boolean): Read | undefined {
  const [opened, setOpened] = useState<Read>();
  if (isFresh && !opened) setOpened(now);
  return opened;
}

const NOTHING_NEW = { readSeq: 0, unreadCount: 0 };

/** What the person has of the feed that is open. */
const feedOf = (channel: ChannelShown, topic: TopicShown | undefined) => ({
  id: channel.id,
  topicId: topic?.id ?? null,
  readSeq: (topic ?? channel).readSeq,
  unreadCount: topic ? topic.unreadCount : channel.generalUnreadCount,
  canPost: (topic ?? channel).viewerCan.some((act) => act === 'post'),
});

const living = (timeline: Timeline<Said> | undefined, message: Said | undefined) =>
  message && timeline?.messages.find(({ id }) => id === message.id);

/** A message of the feed as it is by now; nothing is answered or changed any more once it is over. */
function useLiving(timeline: Timeline<Said> | undefined) {
  const [message, set] = useState<Said>();
  return [living(timeline, message), set] as const;
}
