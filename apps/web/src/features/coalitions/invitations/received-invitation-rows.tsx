import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { RECEIVED_COALITION_INVITATIONS_QUERY } from './invitations.graphql';

/** Coalitions that ask the viewer's groups and organisations to enter; renders nothing without any. */
export function ReceivedInvitationRows() {
  const [{ data }, refetch] = useQuery({
    query: RECEIVED_COALITION_INVITATIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  useNews(['coalitionInvitation'], () => refetch({ requestPolicy: 'network-only' }));
  const waiting = data?.receivedCoalitionInvitations ?? [];
  if (waiting.length === 0) return null;
  return (
    <Rows>
      {waiting.map(({ id, coalition, group, organisation }) => {
        const name = group?.name ?? organisation?.name ?? '';
        return (
          <Row
            key={id}
            to={`/coalitions/invitations/${id}`}
            start={<IconTile icon="coalition" look="clay" />}
            title={<Trans>Invitan a {name}</Trans>}
            note={<Trans>A la coalición {coalition.name}</Trans>}
          />
        );
      })}
    </Rows>
  );
}
