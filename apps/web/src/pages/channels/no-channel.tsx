import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import {
  RejectedMessages,
  OutboxStatus,
  OfflineNote,
} from '../../features/channels/channel/offline-notes';
import '../../features/channels/feed/search-shortcut';
import { badgeCount, totalBadgeCount } from '../../features/channels/feed/channel-badge-count';
import { NoChannels } from '../../features/channels/list/channel-list';
import {
  CHANNELS_QUERY,
  type ChannelListItem,
} from '../../features/channels/list/listed-channels.graphql';
import { channelsInOrder } from '../../features/channels/list/channel-sections';
import { areShortcutsOn, keyForAction } from '../../lib/page/keyboard-shortcuts';
import { useConnection } from '../../lib/server/connection';
import { ButtonLink } from '../../ui/actions/button';
import { EmptyState } from '../../ui/page/empty-state';
import { usePageLayout } from '../../ui/page/page';

/** Shown beside the list on wide screens while no channel is open: unread and unsent messages. */
export default function NoChannel() {
  usePageLayout({ isSlim: true });
  const [{ data }] = useQuery({ query: CHANNELS_QUERY });
  const isOffline = useConnection() === 'offline';
  return (
    <main id="main" tabIndex={-1} className="chan chan--none">
      <OutboxStatus />
      <div className="chan__none stack">
        {data && <Invitation channels={data.channels} isOffline={isOffline} />}
        <RejectedMessages />
      </div>
    </main>
  );
}

interface InvitationProps {
  channels: readonly ChannelListItem[];
  isOffline: boolean;
}

function Invitation({ channels, isOffline }: InvitationProps) {
  const unread = channelsInOrder(channels).filter((channel) => badgeCount(channel) > 0);
  const [first] = unread;
  if (channels.length === 0) return <NoChannels level="h1" />;
  if (isOffline || !first) return <Choose isOffline={isOffline} />;
  return (
    <EmptyState
      level="h1"
      title={
        <Plural
          value={totalBadgeCount(channels)}
          one="# mensaje sin leer"
          other="# mensajes sin leer"
        />
      }
      actions={
        <>
          <ButtonLink kind="primary" to={`/channels/${first.id}`}>
            <Trans>Ir al primero</Trans>
            <NextUnreadKey />
          </ButtonLink>
          <p className="xs muted">
            <Trans>O elige un canal de la lista.</Trans>
          </p>
        </>
      }
    >
      <Plural
        value={unread.length}
        one="En un canal o conversación con avisos."
        other="En # canales o conversaciones con avisos."
      />
    </EmptyState>
  );
}

function Choose({ isOffline }: { isOffline: boolean }) {
  const title = <Trans>Elige un canal</Trans>;
  if (isOffline) {
    return (
      <>
        <EmptyState level="h1" title={title} />
        <OfflineNote />
      </>
    );
  }
  return (
    <EmptyState
      level="h1"
      title={title}
      actions={
        <ButtonLink icon="search" to="/channels/search?in=">
          <Trans>Buscar en los mensajes</Trans>
        </ButtonLink>
      }
    >
      <Trans>Se abre aquí, al lado de la lista.</Trans>
    </EmptyState>
  );
}

function NextUnreadKey() {
  if (!areShortcutsOn()) return null;
  return (
    <kbd className="kbd" aria-hidden="true">
      {keyForAction('nextUnread').toUpperCase()}
    </kbd>
  );
}
