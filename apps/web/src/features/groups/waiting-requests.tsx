import { Plural, Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { JoinRequestsWaitingQuery, JoinRequestsWaitingQueryVariables } from '../../gql/types';
import { useNews } from '../../lib/server/use-news';
import { useTellWaiting } from '../../lib/page/waiting';
import { IconTile, Row } from '../../ui/display/card';

const JOIN_REQUESTS_WAITING = gql<JoinRequestsWaitingQuery, JoinRequestsWaitingQueryVariables>`
  query JoinRequestsWaiting {
    joinRequestsWaiting
  }
`;

/** On the home page, for whoever holds a group: who asks to join. */
export function WaitingRequests() {
  const [{ data }, execute] = useQuery({
    query: JOIN_REQUESTS_WAITING,
    requestPolicy: 'cache-and-network',
  });
  useNews(['joinRequest'], () => execute({ requestPolicy: 'network-only' }));
  const count = data?.joinRequestsWaiting;
  useTellWaiting('/groups', count);
  if (!count) return null;
  return (
    <Row
      to="/groups"
      start={<IconTile icon="groups" />}
      title={<Plural value={count} one="# persona pide entrar" other="# personas piden entrar" />}
      note={<Trans>En los grupos que sostienes</Trans>}
    />
  );
}
