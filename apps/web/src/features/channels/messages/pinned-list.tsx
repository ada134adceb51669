import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { type BroadcastMessage, watchSubject } from '../../../lib/server/socket';
import { useUnexpired } from '../../../lib/device/use-unexpired';
import { useAuthorName } from '../../../ui/messages/author-name';
import { MarkdownText } from '../../../ui/messages/markdown-text';
import { Button } from '../../../ui/actions/button';
import { RelativeTime } from '../../../ui/display/relative-time';
import { PINNED_MESSAGES_QUERY } from './message-actions.graphql';
import type { ChannelData, ChannelMessage } from '../list/message-history.graphql';

interface PinnedListProps {
  channel: ChannelData;
  /** Called when the viewer opens a pinned message. */
  onGo: () => void;
}

/** Pinned messages of a channel; renders nothing without any. */
export function PinnedList({ channel, onGo }: PinnedListProps) {
  const { id: channelId, topics, blockedAuthorIds } = channel;
  const { t } = useLingui();
  const [{ data }, execute] = useQuery({
    query: PINNED_MESSAGES_QUERY,
    variables: { channelId },
    requestPolicy: 'cache-and-network',
  });
  const pinned = useUnexpired(data?.pinnedMessages, (message) => message) ?? [];
  const again = useEffectEvent(() => execute({ requestPolicy: 'network-only' }));
  const hear = useEffectEvent((message: ChannelMessage) => {
    const listed = pinned.find(({ id }) => id === message.id);
    const isSame = listed ? listed.body === message.body && message.isPinned : !message.isPinned;
    if (!isSame || message.retention) again();
  });
  useEffect(() => {
    const onMessage = (message: BroadcastMessage) => hear(message as ChannelMessage);
    return watchSubject({ channel: channelId }, { onMessage, onCatchUp: () => again() });
  }, [channelId]);
  if (pinned.length === 0) return null;
  return (
    <section className="stack stack--2" aria-label={t`Fijados`}>
      <h3>
        <Trans>Fijados</Trans>
      </h3>
      {pinned.map((message) => (
        <Pinned
          key={message.id}
          {...message}
          topic={topics.find(({ id }) => id === message.topicId)?.name}
          isBlocked={message.isFolded || blockedAuthorIds.includes(message.authorId ?? '')}
          onGo={onGo}
        />
      ))}
    </section>
  );
}

interface PinnedProps {
  id: string;
  authorName: string;
  body: string;
  createdAt: string;
  /** Name of the message's topic. */
  topic: string | undefined;
  isBlocked: boolean;
  onGo: () => void;
}

function Pinned({ id, authorName, body, createdAt, topic, isBlocked, onGo }: PinnedProps) {
  const [, setParams] = useSearchParams();
  const name = useAuthorName(authorName);
  const go = () => {
    onGo();
    // Waits until the sheet has closed and restored the focus. Otherwise the restored focus would move away from the
    // message.
    setTimeout(() => setParams({ m: id }, { replace: true }));
  };
  return (
    <div className="card stack stack--1">
      <p className="xs muted">
        <b>{name}</b> · <RelativeTime at={createdAt} />
        {topic && ` · ${topic}`}
      </p>
      <div className="msg__t">
        {isBlocked ? (
          <Trans>Mensaje de alguien que bloqueaste</Trans>
        ) : (
          <MarkdownText text={body} />
        )}
      </div>
      <Button kind="text" small onClick={go}>
        <Trans>Ir al mensaje</Trans>
      </Button>
    </div>
  );
}
