import { Plural } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../lib/server/use-news';
import { useTellWaiting } from '../../lib/page/waiting';
import { IconTile, Row } from '../../ui/display/card';
import { INBOX_UNREAD } from './inbox.graphql';

/** On the home page: who named or answered you. */
export function WaitingInbox() {
  const [{ data }, execute] = useQuery({
    query: INBOX_UNREAD,
    requestPolicy: 'cache-and-network',
  });
  useNews(['inbox'], () => execute({ requestPolicy: 'network-only' }));
  const count = data?.inboxUnread;
  useTellWaiting('/inbox', count);
  if (!count) return null;
  return (
    <Row
      to="/inbox"
      start={<IconTile icon="bell" look="clay" />}
      title={
        <Plural
          value={count}
          one="# mención o respuesta sin leer"
          other="# menciones y respuestas sin leer"
        />
      }
    />
  );
}
