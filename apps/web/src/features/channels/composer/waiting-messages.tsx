import { Plural } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { WaitingChannelsQuery, WaitingChannelsQueryVariables } from '../../../gql/types';
import { useNews } from '../../../lib/server/use-news';
import { useTellWaiting } from '../../../lib/page/waiting';
import { IconTile, Row } from '../../../ui/display/card';
import { heardCount, heardInAll } from '../feed/heard-count';

const WAITING_CHANNELS = gql<WaitingChannelsQuery, WaitingChannelsQueryVariables>`
  query WaitingChannels {
    channels {
      id
      name
      unreadCount
      level
    }
  }
`;

/** So many channels are named. */
const NAMED = 3;

/** On the home page: where there is something unread. */
export function WaitingMessages() {
  const [{ data }, execute] = useQuery({
    query: WAITING_CHANNELS,
    requestPolicy: 'cache-and-network',
  });
  useNews(['channel', 'channels'], () => execute({ requestPolicy: 'network-only' }));
  const unread = data?.channels.filter((channel) => heardCount(channel) > 0);
  const messages = unread && heardInAll(unread);
  useTellWaiting('/channels', messages);
  if (!unread || !messages) return null;
  const [only] = unread;
  return (
    <Row
      to={unread.length === 1 ? `/channels/${only!.id}` : '/channels'}
      start={<IconTile icon="channel" />}
      title={<Plural value={messages} one="# mensaje sin leer" other="# mensajes sin leer" />}
      note={unread
        .slice(0, NAMED)
        .map(({ name }) => name)
        .join(' · ')}
    />
  );
}
