import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { watch } from '../../lib/socket';
import { Button } from '../../ui/button';
import { RelativeTime } from '../../ui/relative-time';
import { PINNED_MESSAGES } from './acts.graphql';
import type { Said } from './channels.graphql';

interface PinnedListProps {
  channelId: string;
  /** The reader went to one of them. */
  onGo: () => void;
}

/** What is pinned in a channel. Nothing where nothing is. */
export function PinnedList({ channelId, onGo }: PinnedListProps) {
  const { t } = useLingui();
  const [{ data }, execute] = useQuery({
    query: PINNED_MESSAGES,
    variables: { channelId },
    requestPolicy: 'cache-and-network',
  });
  const pinned = data?.pinnedMessages ?? [];
  const hear = useEffectEvent((message: Said) => {
    const isListed = pinned.some(({ id }) => id === message.id);
    if (isListed || message.isPinned) execute({ requestPolicy: 'network-only' });
  });
  useEffect(
    () => watch({ channel: channelId }, { onMessage: (message) => hear(message as Said) }),
    [channelId],
  );
  if (pinned.length === 0) return null;
  return (
    <section className="stack stack--2" aria-label={t`Fijados`}>
      <h3>
        <Trans>Fijados</Trans>
      </h3>
      {pinned.map((message) => (
        <Pinned key={message.id} {...message} onGo={onGo} />
      ))}
    </section>
  );
}

interface PinnedProps {
  id: string;
  authorName: string;
  body: string;
  createdAt: string;
  onGo: () => void;
}

function Pinned({ id, authorName, body, createdAt, onGo }: PinnedProps) {
  const [, setParams] = useSearchParams();
  const go = () => {
    onGo();
    // The sheet gives the focus back when it closes; after that it goes to the message.
    setTimeout(() => setParams({ m: id }, { replace: true }));
  };
  return (
    <div className="card stack stack--1">
      <p className="xs muted">
        <b>{authorName}</b> · <RelativeTime at={createdAt} />
      </p>
      <p className="lines">{body}</p>
      <Button kind="text" small onClick={go}>
        <Trans>Ir al mensaje</Trans>
      </Button>
    </div>
  );
}
