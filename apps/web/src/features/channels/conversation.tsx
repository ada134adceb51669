import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { useConnection } from '../../lib/connection';
import { useQueue } from '../../lib/outbox';
import { useAct } from '../../lib/use-act';
import { Composer } from '../../ui/composer';
import { Icon } from '../../ui/icon';
import { Skeleton } from '../../ui/skeleton';
import { ShieldButton } from '../../ui/shield-button';
import { ConnectionPill, OutboxBar } from '../../ui/status';
import './reasons';
import { type ChannelShown, EDIT_MESSAGE, MARK_READ, type Said } from './channels.graphql';
import { Feed } from './feed';
import { Gone } from './gone';
import { OwnActions } from './own-actions';
import { useSending } from './use-sending';
import { type Channel, useTimeline } from './use-timeline';

/** The bar, the feed, and where one writes. */
export function Conversation({ channel }: { channel: ChannelShown }) {
  const known = useTimeline(channel.id);
  const queued = useQueue().filter(({ channelId }) => channelId === channel.id);
  const sending = useSending(known.take);
  const connection = useConnection();
  useMarkRead(channel, known);
  if (known.isGone) return <Gone channelId={channel.id} isLost />;
  return (
    <>
      <Bar channel={channel} />
      <OutboxBar
        count={queued.length}
        isOffline={connection === 'offline'}
        onRetry={sending.retry}
      />
      <Talk channel={channel} known={known} queued={queued} onWrite={sending.write} />
    </>
  );
}

interface TalkProps {
  channel: ChannelShown;
  known: Channel;
  queued: ReturnType<typeof useQueue>;
  onWrite: (channelId: string, body: string) => Promise<void>;
}

function Talk({ channel, known: { timeline, take, readEarlier }, queued, onWrite }: TalkProps) {
  const [edited, setEdited] = useState<Said>();
  // Where the person had read to on opening: the line stays while they read on.
  const [readSeq] = useState(channel.readSeq);
  const meId = channel.meId ?? '';
  const actionsOf = (message: Said) =>
    message.authorId === meId && (
      <OwnActions message={message} onEdit={() => setEdited(message)} onChanged={take} />
    );
  if (!timeline) return <Skeleton rows={5} kind="row" />;
  return (
    <>
      <Feed
        messages={timeline.messages}
        queued={queued}
        meId={meId}
        readSeq={readSeq}
        hasMore={timeline.hasMore}
        onEarlier={() => void readEarlier()}
        actionsOf={actionsOf}
      />
      {channel.viewerCan.includes('post') && (
        <Writing
          key={edited?.id ?? 'new'}
          channel={channel}
          edited={edited}
          onWrite={onWrite}
          onEdited={(message) => {
            if (message) take(message);
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}

interface WritingProps {
  channel: ChannelShown;
  edited: Said | undefined;
  onWrite: TalkProps['onWrite'];
  onEdited: (message: Said | undefined) => void;
}

/** Writes a new message, or an own one anew. */
function Writing({ channel, edited, onWrite, onEdited }: WritingProps) {
  const { t } = useLingui();
  const [text, setText] = useState(edited?.body ?? '');
  const edit = useAct(EDIT_MESSAGE);
  const send = async (body: string) => {
    if (!edited) {
      setText('');
      return onWrite(channel.id, body);
    }
    const data = await edit.run({ input: { messageId: edited.id, body } });
    if (data) onEdited(data.editMessage);
  };
  return (
    <Composer
      value={text}
      onChange={setText}
      onSend={(body) => void send(body)}
      label={t`Mensaje a ${channel.name}`}
      maxLength={4_000}
      meta={edit.message ?? (edited && <Trans>Editas un mensaje tuyo</Trans>)}
    />
  );
}

function Bar({ channel: { name, group, allyId } }: { channel: ChannelShown }) {
  const { t } = useLingui();
  const connection = useConnection();
  return (
    <header className="topbar">
      <Link className="iconbtn only-m" to="/channels" aria-label={t`Canales`}>
        <Icon name="back" />
      </Link>
      <div className="grow">
        <h1 className="topbar__title">{name}</h1>
        <span className="row__s">
          {group && <Link to={`/groups/${group.slug}`}>{group.name}</Link>}
          {allyId && <Link to={`/people/${allyId}`}>{t`Conversación`}</Link>}
        </span>
      </div>
      <span className="only-m inline nowrap">
        <ConnectionPill state={connection} />
        <ShieldButton />
      </span>
    </header>
  );
}

/** What is on the screen is read; told when the page is visible and something new came. */
function useMarkRead({ id, readSeq }: ChannelShown, { timeline }: Channel): void {
  const [, mark] = useMutation(MARK_READ);
  const last = timeline?.messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (last <= readSeq || document.visibilityState !== 'visible') return undefined;
    const timer = setTimeout(() => void mark({ input: { channelId: id, seq: last } }), 1_000);
    return () => clearTimeout(timer);
  }, [id, last, readSeq, mark]);
}
