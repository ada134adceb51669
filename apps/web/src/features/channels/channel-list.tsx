import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../lib/use-news';
import { useTellWaiting } from '../../lib/waiting';
import { ChannelRow } from '../../ui/channel-row';
import { ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { CHANNELS } from './channels.graphql';

/** Every channel and conversation, the last spoken in first. */
export function ChannelList({ currentId }: { currentId?: string }) {
  const { t } = useLingui();
  const [{ data }, refetch] = useQuery({ query: CHANNELS, requestPolicy: 'cache-and-network' });
  useNews(['channel', 'channels', 'group'], () => refetch({ requestPolicy: 'network-only' }));
  const unread = data?.channels.filter(({ unreadCount }) => unreadCount > 0).length;
  useTellWaiting('/channels', unread);
  if (!data) return <Skeleton rows={5} kind="row" />;
  if (data.channels.length === 0) return <Nothing />;
  return (
    <nav aria-label={t`Canales`}>
      {data.channels.map(({ id, name, allyId, group, unreadCount }) => (
        <ChannelRow
          key={id}
          to={`/channels/${id}`}
          id={id}
          name={name}
          note={allyId ? t`Conversación` : (group?.name ?? undefined)}
          unread={unreadCount}
          isCurrent={id === currentId}
          isConversation={allyId !== null}
        />
      ))}
    </nav>
  );
}

function Nothing() {
  return (
    <EmptyState
      title={<Trans>Aún no hay canales</Trans>}
      actions={
        <ButtonLink kind="primary" to="/groups">
          <Trans>Ver grupos</Trans>
        </ButtonLink>
      }
    >
      <Trans>Los canales viven en los grupos. Entra a uno o funda el tuyo.</Trans>
    </EmptyState>
  );
}
