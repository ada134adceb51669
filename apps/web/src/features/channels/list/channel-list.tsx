import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { useQuery } from 'urql';
import type { ChannelsQuery } from '../../../gql/types';
import { useConnection } from '../../../lib/server/connection';
import { problemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { useTellWaiting } from '../../../lib/page/waiting';
import { ChannelRow } from '../../../ui/messages/channel-row';
import { ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { CHANNELS } from './list.graphql';
import { isHeard } from '../feed/is-heard';
import { KeptNote } from '../channel/kept-note';
import { type KeptCounts, useKeptCounts } from '../feed/use-kept-counts';

type Listed = ChannelsQuery['channels'][number];

interface ChannelListProps {
  currentId?: string;
  /** What stands under the current one. */
  under?: ReactNode;
}

/** Every channel and conversation, the last spoken in first; without a line, what this device has of each. */
export function ChannelList({ currentId, under }: ChannelListProps) {
  const { t } = useLingui();
  const [{ data, error }, refetch] = useQuery({
    query: CHANNELS,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['channel', 'channels', 'group'], again);
  const kept = useKeptCounts(useConnection() === 'offline');
  const unread = data?.channels.filter(isHeard).length;
  useTellWaiting('/channels', unread);
  const problem = problemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton rows={5} kind="row" />;
  if (data.channels.length === 0) return <Nothing />;
  return (
    <nav aria-label={t`Canales`}>
      {data.channels.map((channel) => (
        <Fragment key={channel.id}>
          <ListedRow channel={channel} kept={kept} isCurrent={channel.id === currentId} />
          {channel.id === currentId && under}
        </Fragment>
      ))}
    </nav>
  );
}

interface ListedRowProps {
  channel: Listed;
  kept: KeptCounts | undefined;
  isCurrent: boolean;
}

function ListedRow({ channel, kept, isCurrent }: ListedRowProps) {
  const { t } = useLingui();
  const { id, name, allyId, isEnded, group, unreadCount, level } = channel;
  const isAway = kept !== undefined && !kept.has(id);
  const place = isEnded ? t`Conversación terminada` : allyId ? t`Conversación` : group?.name;
  return (
    <ChannelRow
      to={`/channels/${id}`}
      id={id}
      name={name || t`Una alianza de antes`}
      note={kept ? <KeptNote count={kept.get(id)} /> : place}
      unread={isAway || level === 'none' ? 0 : unreadCount}
      isSilent={level === 'none'}
      isCurrent={isCurrent}
      isConversation={group === null}
      isAway={isAway}
    />
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
