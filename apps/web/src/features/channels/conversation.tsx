import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentType, useState } from 'react';
import { type Queued, retryAll, useQueue } from '../../lib/outbox';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { OutboxBar } from '../../ui/status';
import { ChannelBar } from './channel-bar';
import type { ChannelShown, Said } from './channels.graphql';
import { Feed } from './feed';
import { Gone } from './gone';
import { useKeeping } from './use-keeping';
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
  onChanged: (message: Said) => void;
}

/** What stands in the place where one writes: a message that is changed, or why nobody writes any more. */
export interface InsteadProps {
  channel: ChannelShown;
  edited: Said | undefined;
  onDone: () => void;
}

export interface ConversationProps {
  channel: ChannelShown;
  /** What can be done with a message, loaded when first needed. */
  Acts: ComponentType<MessageActsProps>;
  Instead: ComponentType<InsteadProps>;
  /** Shows what there is to know of the channel, where it has no place of its own. */
  onDetails: () => void;
}

/** The bar, the feed, and where one writes. */
export function Conversation(props: ConversationProps) {
  const { channel, onDetails } = props;
  const known = useTimeline(channel.id);
  const queued = useQueue().filter(({ channelId }) => channelId === channel.id);
  useKeeping(channel, known.isGone ? undefined : known.timeline);
  if (known.isGone) return <Gone channelId={channel.id} isLost />;
  return (
    <>
      <ChannelBar channel={channel} onDetails={onDetails} />
      <OutboxBar queued={queued} onRetry={retryAll} />
      <Talk {...props} known={known} queued={queued} />
    </>
  );
}

interface TalkProps extends ConversationProps {
  known: Channel;
  queued: readonly Queued[];
}

function Talk({ channel, known, queued, Acts, Instead }: TalkProps) {
  const { timeline, take, readEarlier, isMissing } = known;
  const [edited, setEdited] = useState<Said>();
  const [chosen, setChosen] = useState<Chosen>();
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
        timeline={timeline}
        queued={queued}
        meId={meId}
        readSeq={readSeq}
        unreadCount={unreadCount}
        blockedIds={channel.blockedAuthorIds}
        onEarlier={readEarlier}
        onEnd={setAtEnd}
        onMenu={setChosen}
      />
      {edited || !channel.viewerCan.includes('post') ? (
        <Instead channel={channel} edited={edited} onDone={() => setEdited(undefined)} />
      ) : (
        <Writing channel={channel} />
      )}
      {chosen && (
        <Acts
          chosen={chosen}
          isMine={chosen.message?.authorId === meId}
          onClose={() => setChosen(undefined)}
          onEdit={setEdited}
          onChanged={take}
        />
      )}
    </>
  );
}

function NotKept() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`No está en este dispositivo`}>
      <Trans>Sus mensajes se ven en cuanto vuelva la señal.</Trans>
    </EmptyState>
  );
}
