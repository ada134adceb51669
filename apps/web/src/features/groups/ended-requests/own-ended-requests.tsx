import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { JoinAnswerList } from '../../../ui/people/join-answer-list';
import { ENDED_JOIN_REQUESTS_QUERY } from '../groups.graphql';

/** For a requester: what they answered when they asked to join, until it is deleted. Renders nothing without answers. */
export function OwnEndedRequests({ groupId }: { groupId: string }) {
  const [{ data }, execute] = useQuery({
    query: ENDED_JOIN_REQUESTS_QUERY,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  useNews(['joinRequest', 'group'], () => execute({ requestPolicy: 'network-only' }));
  if (!data?.endedJoinRequests.length) return null;
  return (
    <section className="card stack stack--3">
      <h2>
        <Trans>Lo que respondiste al pedir entrar</Trans>
      </h2>
      {data.endedJoinRequests.map((request) => (
        <JoinAnswerList key={request.id} answers={request.answers ?? []} />
      ))}
      <p className="xs muted">
        <Trans>
          Además de ti, las lee solo quien sostiene el grupo. Se borran 30 días después de que el
          pedido termine.
        </Trans>
      </p>
    </section>
  );
}
