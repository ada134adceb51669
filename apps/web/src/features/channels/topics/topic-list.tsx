import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'react-router';
import { useTwoPanes } from '../../../lib/page/use-pane-count';
import { CountBadge } from '../../../ui/display/badge';
import { ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { Icon } from '../../../ui/display/icon';
import { Sheet } from '../../../ui/actions/sheet';
import { ChannelBar } from '../channel/channel-bar';
import type { ChannelData, TopicData } from '../list/message-history.graphql';
import { feedPath } from '../feed/feed-path';
import { StartTopicDialog } from './topic-dialogs';
import { type UnreadCountOf, useUnreadCounts } from '../feed/use-unread-counts';

/** Switches between the general feed and the topics of a channel. */
interface FeedSwitcherProps {
  channel: ChannelData;
  /** The open topic; null for the general feed. */
  topicId: string | null;
}

/** Feed switcher at the top of a channel, for screens without the list beside it. */
export function FeedSwitcher({ channel, topicId }: FeedSwitcherProps) {
  const { t } = useLingui();
  const isBeside = useTwoPanes() && !channel.isArchived;
  const [isOpen, setOpen] = useState(false);
  const [isStarting, setStarting] = useState(false);
  const countOf = useUnreadCounts(channel, topicId);
  if (isBeside) return null;
  const unread = [null, ...channel.topics.map(({ id }) => id)].filter((id) => countOf(id) > 0);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="feeds" onClick={() => setOpen(true)}>
        <Icon name="channel" size="s" />
        <span className="grow">
          <Trans>Temas del canal</Trans>
        </span>
        {unread.length > 0 && (
          <span className="feeds__new">
            <Plural value={unread.length} one="# con novedades" other="# con novedades" />
          </span>
        )}
        <Icon name="down" size="xs" />
      </button>
      <Sheet isOpen={isOpen} onClose={close} title={<Trans>Temas del canal</Trans>}>
        <nav aria-label={t`Temas del canal`} className="feedlist">
          <Links
            {...{ channel, topicId, countOf }}
            onGo={close}
            onStart={() => {
              close();
              setStarting(true);
            }}
          />
        </nav>
      </Sheet>
      {isStarting && <StartTopicDialog channelId={channel.id} onClose={() => setStarting(false)} />}
    </>
  );
}

/** Feeds of the open channel, below its row in the list. */
export function TopicList({ channel, topicId }: FeedSwitcherProps) {
  const { t } = useLingui();
  const [isStarting, setStarting] = useState(false);
  const countOf = useUnreadCounts(channel, topicId);
  const canStart = channel.viewerCan.includes('startTopic');
  if (channel.topics.length === 0 && !canStart) return null;
  return (
    <div role="group" aria-label={t`Temas de ${channel.name}`} className="feedlist feedlist--under">
      <Links {...{ channel, topicId, countOf }} onStart={() => setStarting(true)} />
      {isStarting && <StartTopicDialog channelId={channel.id} onClose={() => setStarting(false)} />}
    </div>
  );
}

/** A feed in the list; the general feed has a null id. */
type Named = Pick<TopicData, 'name'> & { id: string | null };

interface LinksProps extends FeedSwitcherProps {
  countOf: UnreadCountOf;
  onGo?: () => void;
  onStart: () => void;
}

function Links({ channel, topicId, countOf, onGo, onStart }: LinksProps) {
  const { t } = useLingui();
  const open = channel.topics.filter(({ isClosed }) => !isClosed);
  const closed = channel.topics.filter(({ isClosed }) => isClosed);
  const link = ({ id, name }: Named) => (
    <FeedLink
      key={id}
      to={feedPath({ channelId: channel.id, topicId: id })}
      name={name}
      count={countOf(id)}
      isCurrent={id === topicId}
      onGo={onGo}
    />
  );
  return (
    <>
      {channel.topics.length > 0 && link({ id: null, name: t`Lo general` })}
      {open.map(link)}
      {channel.viewerCan.includes('startTopic') && (
        <button type="button" className="feedlink feedlink--new" onClick={onStart}>
          <Icon name="plus" size="s" />
          <Trans>Tema nuevo</Trans>
        </button>
      )}
      {closed.length > 0 && (
        <details open={closed.some(({ id }) => id === topicId) || undefined}>
          <summary>
            <Plural value={closed.length} one="# tema cerrado" other="# temas cerrados" />
            <CountBadge
              count={closed.reduce((sum, { id }) => sum + countOf(id), 0)}
              label={t`sin leer`}
            />
          </summary>
          {closed.map(link)}
        </details>
      )}
    </>
  );
}

interface FeedLinkProps {
  to: string;
  name: string;
  count: number;
  isCurrent: boolean;
  onGo: (() => void) | undefined;
}

function FeedLink({ to, name, count, isCurrent, onGo }: FeedLinkProps) {
  const { t } = useLingui();
  return (
    <Link className="feedlink" to={to} aria-current={isCurrent ? 'page' : undefined} onClick={onGo}>
      <span className="grow cut">{name}</span>
      <CountBadge count={count} label={t`sin leer`} />
    </Link>
  );
}

/**
 * Shown when the topic in the URL is not found. It may be newer than the cached channel, so the channel is fetched
 * again.
 */
export function TopicNotFound({ channel, onAgain }: { channel: ChannelData; onAgain: () => void }) {
  const again = useEffectEvent(onAgain);
  useEffect(() => again(), []);
  return (
    <>
      <ChannelBar />
      <EmptyState
        level="h1"
        title={<Trans>No encontramos ese tema</Trans>}
        actions={
          <ButtonLink kind="primary" to={`/channels/${channel.id}`}>
            <Trans>Volver al canal</Trans>
          </ButtonLink>
        }
      >
        <Trans>Puede que el enlace esté incompleto. Los temas del canal están en su lista.</Trans>
      </EmptyState>
    </>
  );
}
