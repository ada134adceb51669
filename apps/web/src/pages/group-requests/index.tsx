import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import {
  ACCEPT_JOIN_REQUEST,
  DECLINE_JOIN_REQUEST,
  GROUP_QUERY,
  JOIN_REQUESTS_QUERY,
  UNDO_DECLINE_JOIN_REQUEST,
} from '../../features/groups/groups.graphql';
import '../../features/groups/error-texts';
import { AcceptDeclineButtons } from '../../ui/actions/accept-decline-buttons';
import type { JoinRequestsQuery } from '../../gql/types';
import { requestProblemOf, problemText } from '../../lib/server/errors';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useNews } from '../../lib/server/use-news';
import { Face } from '../../ui/display/face';
import { Card } from '../../ui/display/card';
import { EmptyState } from '../../ui/page/empty-state';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { RelativeTime } from '../../ui/display/relative-time';
import { JoinAnswerList } from '../../ui/people/join-answer-list';
import { Skeleton } from '../../ui/display/skeleton';
import { useToast } from '../../ui/actions/toast';
import { EndedJoinRequests } from './ended-join-requests';

type Request = JoinRequestsQuery['joinRequests'][number];

/** Join requests with their answers, for stewards. */
export default function JoinRequestsPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({ query: GROUP_QUERY, variables: { slug } });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  const mayNot = data && !data.group.viewerCan.includes('readRequests');
  if (requestProblemOf(error)?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  const back = { to: `/groups/${slug}`, label: t`El grupo` };
  return (
    <Page title={t`Pedidos para entrar`} back={back} width={688}>
      <h1>
        <Trans>Pedidos para entrar</Trans>
      </h1>
      {data ? <Requests groupId={data.group.id} /> : <Skeleton />}
      {data && <EndedJoinRequests groupId={data.group.id} />}
      <p className="xs muted">
        <Trans>
          Las respuestas las leen solo quien las escribió y quien sostiene el grupo. Se borran 30
          días después de que el pedido termine.
        </Trans>
      </p>
    </Page>
  );
}

function Requests({ groupId }: { groupId: string }) {
  const [{ data }, refetch] = useQuery({ query: JOIN_REQUESTS_QUERY, variables: { groupId } });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['joinRequest'], again);
  if (!data) return <Skeleton />;
  if (data.joinRequests.length === 0) {
    return (
      <EmptyState title={<Trans>Nadie espera</Trans>}>
        <Trans>Cuando alguien pida entrar, verás aquí lo que escribió.</Trans>
      </EmptyState>
    );
  }
  return data.joinRequests.map((request) => (
    <RequestCard key={request.id} request={request} onChanged={again} />
  ));
}

function RequestCard({ request, onChanged }: { request: Request; onChanged: () => void }) {
  const { accept, decline, message, isAccepting, isDeclining } = useDecision(request, onChanged);
  return (
    <Card isWaiting>
      <Asker request={request} />
      {request.answers && <JoinAnswerList answers={request.answers} />}
      <AcceptDeclineButtons
        message={message}
        yes={{ label: <Trans>Aceptar</Trans>, isBusy: isAccepting, onClick: () => void accept() }}
        no={{
          label: <Trans>No aceptar</Trans>,
          isBusy: isDeclining,
          onClick: () => void decline(),
        }}
      />
    </Card>
  );
}

/** The requester is notified of a decline only after its undo period. */
function useDecision({ id, name }: Request, onChanged: () => void) {
  const { t } = useLingui();
  const client = useClient();
  const toast = useToast();
  const yes = useMutationState(ACCEPT_JOIN_REQUEST, GROUP_TYPES);
  const no = useMutationState(DECLINE_JOIN_REQUEST, GROUP_TYPES);
  const accept = async () => {
    if (!(await yes.run({ id }))) return;
    toast({ text: t`${name} ya es parte del grupo` });
    onChanged();
  };
  const undo = async () => {
    const { error } = await client.mutation(UNDO_DECLINE_JOIN_REQUEST, { id });
    const problem = requestProblemOf(error);
    if (problem) toast({ text: problemText(problem), icon: 'alert' });
    else toast({ text: t`El pedido de ${name} sigue esperando` });
    onChanged();
  };
  const decline = async () => {
    if (!(await no.run({ id }))) return;
    toast({
      text: t`No aceptaste a ${name}`,
      left: (seconds) => t`Se le avisa en ${seconds} s`,
      onUndo: () => void undo(),
    });
    onChanged();
  };
  const message = yes.message ?? no.message;
  return { accept, decline, message, isAccepting: yes.isBusy, isDeclining: no.isBusy };
}

function Asker({ request: { id, name, personId, createdAt } }: { request: Request }) {
  return (
    <div className="inline inline--3 top">
      <Face id={personId ?? id} name={name} />
      <div className="grow">
        <b>{personId ? <Link to={`/people/${personId}`}>{name}</Link> : name}</b>
        <p className="xs muted">
          <RelativeTime at={createdAt} />
        </p>
      </div>
    </div>
  );
}
