import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ENDED_JOIN_REQUESTS_QUERY } from '../../features/groups/groups.graphql';
import type { EndedJoinRequestsQuery } from '../../gql/types';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Card } from '../../ui/display/card';
import { Face } from '../../ui/display/face';
import { RelativeTime } from '../../ui/display/relative-time';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { JoinAnswerList } from '../../ui/people/join-answer-list';

type EndedRequest = EndedJoinRequestsQuery['endedJoinRequests'][number];

/** For stewards: ended requests whose answers are not deleted yet. */
export function EndedJoinRequests({ groupId }: { groupId: string }) {
  const [{ data, error }, execute] = useQuery({
    query: ENDED_JOIN_REQUESTS_QUERY,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['joinRequest', 'group'], again);
  const problem = data ? undefined : requestProblemOf(error);
  const requests = data?.endedJoinRequests;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Pedidos terminados</Trans>
      </h2>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!requests && !problem && <Skeleton />}
      {requests?.length === 0 && (
        <p className="muted">
          <Trans>No hay respuestas guardadas de pedidos que ya terminaron.</Trans>
        </p>
      )}
      {requests?.map((request) => (
        <Card key={request.id}>
          <Requester request={request} />
          {request.answers && <JoinAnswerList answers={request.answers} />}
        </Card>
      ))}
    </section>
  );
}

function Requester({ request }: { request: EndedRequest }) {
  const { id, name, personId } = request;
  return (
    <div className="inline inline--3 top">
      <Face id={personId ?? id} name={name} />
      <div className="grow">
        <b>{personId ? <Link to={`/people/${personId}`}>{name}</Link> : name}</b>
        <JoinOutcome request={request} />
      </div>
    </div>
  );
}

/** How a request to join ended, and when. */
function JoinOutcome({ request: { state, decidedAt } }: { request: EndedRequest }) {
  const { t } = useLingui();
  const outcomes: Record<Exclude<typeof state, 'waiting'>, string> = {
    accepted: t`Aceptado`,
    declined: t`No aceptado`,
    withdrawn: t`Retirado`,
    closed: t`Cerrado: el grupo se archivó`,
  };
  return (
    <p className="xs muted">
      {state !== 'waiting' && outcomes[state]}
      {decidedAt && (
        <>
          {' · '}
          <RelativeTime at={decidedAt} />
        </>
      )}
    </p>
  );
}
