import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentType, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Queued, retryAll, useQueue } from '../../lib/outbox';
import type { WaitingFile } from '../../lib/waiting-files';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { OutboxBar } from '../../ui/status';
import { ChannelBar } from './channel-bar';
import type { ChannelShown, Said } from './channels.graphql';
import type { EntryProps } from './entry';
import { Feed } from './feed';
import { Gone } from './gone';
import type { NamedProps, NamingProps } from './naming';
import { useKeeping } from './use-keeping';
import type { Timeline } from './timeline';
import { useMarkRead } from './use-mark-read';
import { type Channel, useTimeline } from './use-timeline';
import { Writing } from './writing';

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
  edited: Said | undefined;
  onDone: () => void;
}

export interface AnsweringProps {
  answered: Said;
  onCancel: () => void;
}

export interface AttachProps {
  channelId: string;
  /** Missing rather than empty. */
  files: readonly WaitingFile[] | undefined;
  onFiles: (files: readonly WaitingFile[] | undefined) => void;
}

export interface MicrophoneProps {
  channelId: string;
  onSend: (voice: WaitingFile) => void;
}

export interface GoToProps {
  id: string;
  timeline: Timeline<Said>;
  onEarlier: () => Promise<void>;
  onDone: () => void;
}

/** What not every channel shows at once; loaded when first needed. */
export interface Parts {
  /** What can be done with a message. */
  Acts: ComponentType<MessageActsProps>;
  Instead: ComponentType<InsteadProps>;
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
  /** The files of a message that waits to be sent. */
  Uploads: ComponentType<{ queued: Queued }>;
  GoTo: ComponentType<GoToProps>;
}

export interface ConversationProps {
  channel: ChannelShown;
  parts: Parts;
  /** Shows what there is to know of the channel, where it has no place of its own. */
  onDetails: () => void;
}

/** The bar, the feed, and where one writes. */
export function Conversation(props: ConversationProps) {
  const { channel, onDetails, parts } = props;
  const known = useTimeline(channel.id);
  const queued = useQueue().filter(({ channelId }) => channelId === channel.id);
  useKeeping(channel, known.isGone ? undefined : known.timeline);
  if (known.isGone) return <Gone channelId={channel.id} isLost />;
  return (
    <>
      <ChannelBar channel={channel} onDetails={onDetails} />
      <OutboxBar queued={queued} onRetry={retryAll} />
      {known.timeline && (
        <Way timeline={known.timeline} onEarlier={known.readEarlier} parts={parts} />
      )}
      <Talk {...props} known={known} queued={queued} />
    </>
  );
}

interface TalkProps extends ConversationProps {
  known: Channel;
  queued: readonly Queued[];
}

function Talk({ channel, known, queued, parts }: TalkProps) {
  const { timeline, take, readEarlier, isMissing } = known;
  const [edited, setEdited] = useState<Said>();
  const [answered, setAnswered] = useState<Said>();
  const [chosen, setChosen] = useState<Chosen>();
  const canPost = channel.viewerCan.includes('post');
  const onAnswer = canPost ? setAnswered : undefined;
  const [isAtEnd, setAtEnd] = useState(false);
  // Where the person had read to on opening: the line stays while they read on.
  const [{ readSeq, unreadCount }] = useState(channel);
  const meId = channel.meId ?? '';
  useMarkRead(channel, isAtEnd ? timeline?.messages.at(-1)?.seq : undefined);
  if (isMissing) return <NotKept />;
  if (!timeline) return <Skeleton rows={5} kind="row" />;
  return (
    <>
      <Feed
        {...{ timeline, queued, meId, readSeq, unreadCount, onAnswer, parts }}
        blockedIds={channel.blockedAuthorIds}
        onEarlier={readEarlier}
        onEnd={setAtEnd}
        onMenu={setChosen}
      />
      {edited || !canPost ? (
        <parts.Instead channel={channel} edited={edited} onDone={() => setEdited(undefined)} />
      ) : (
        <Writing {...{ channel, timeline, answered, parts }} onAnswered={setAnswered} />
      )}
      {chosen && (
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

/** `?m=` in the address is the message to go to. */
function Way({ parts, ...way }: Omit<GoToProps, 'id' | 'onDone'> & { parts: Parts }) {
  const [params, setParams] = useSearchParams();
  const id = params.get('m');
  return id && <parts.GoTo key={id} {...way} id={id} onDone={() => setParams({}, REPLACE)} />;
}

const REPLACE = { replace: true };

function NotKept() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`No está en este dispositivo`}>
      <Trans>Sus mensajes se ven en cuanto vuelva la señal.</Trans>
    </EmptyState>
  );
}
