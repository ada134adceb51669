import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import {
  ACCEPT_REQUEST,
  DECLINE_REQUEST,
  GROUP,
  JOIN_REQUESTS,
} from '../../features/groups/groups.graphql';
import '../../features/groups/reasons';
import { TwoAnswers } from '../../ui/actions/two-answers';
import type { JoinRequestsQuery } from '../../gql/types';
import { problemOf } from '../../lib/server/errors';
import { useAct } from '../../lib/server/use-act';
import { useNews } from '../../lib/server/use-news';
import { Avatar } from '../../ui/display/avatar';
import { Card } from '../../ui/display/card';
import { EmptyState } from '../../ui/page/empty-state';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { RelativeTime } from '../../ui/display/relative-time';
import { Skeleton } from '../../ui/display/skeleton';
import { useToast } from '../../ui/actions/toast';

type Request = JoinRequestsQuery['joinRequests'][number];

/** Who asks to join, with their answer, for whoever holds the group. */
export default function GroupRequests() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }] = useQuery({ query: GROUP, variables: { slug } });
  if (problemOf(error)?.code === 'NOT_FOUND') return <NotFound />;
  const back = { to: `/groups/${slug}`, label: t`El grupo` };
  return (
    <Page title={t`Pedidos para entrar`} back={back} width={688}>
      <h1>
        <Trans>Pedidos para entrar</Trans>
      </h1>
      {data ? <Requests groupId={data.group.id} /> : <Skeleton />}
    </Page>
  );
}

function Requests({ groupId }: { groupId: string }) {
  const [{ data }, refetch] = useQuery({ query: JOIN_REQUESTS, variables: { groupId } });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['joinRequest'], again);
  if (!data) return <Skeleton />;
  if (data.joinRequests.length === 0) {
    return (
      <EmptyState title={<Trans>Nadie espera</Trans>}>
        <Trans>Cuando alguien pida entrar, verás aquí su respuesta.</Trans>
      </EmptyState>
    );
  }
  return data.joinRequests.map((request) => (
    <RequestCard key={request.id} request={request} onChanged={again} />
  ));
}

function RequestCard({ request, onChanged }: { request: Request; onChanged: () => void }) {
  const { id, answer } = request;
  const { t } = useLingui();
  const toast = useToast();
  const accept = useAct(ACCEPT_REQUEST);
  const decline = useAct(DECLINE_REQUEST);
  const decide = async (run: typeof accept.run | typeof decline.run, text: string) => {
    if (!(await run({ id }))) return;
    toast({ text });
    onChanged();
  };
  return (
    <Card isWaiting>
      <Asker request={request} />
      {answer !== '' && <p className="said">{answer}</p>}
      <TwoAnswers
        message={accept.message ?? decline.message}
        yes={{
          label: <Trans>Aceptar</Trans>,
          isBusy: accept.isBusy,
          onClick: () => void decide(accept.run, t`Ya es parte del grupo`),
        }}
        no={{
          label: <Trans>No aceptar</Trans>,
          isBusy: decline.isBusy,
          onClick: () => void decide(decline.run, t`Pedido rechazado`),
        }}
      />
    </Card>
  );
}

function Asker({ request: { id, name, createdAt } }: { request: Request }) {
  return (
    <div className="inline inline--3 top">
      <Avatar id={id} name={name} />
      <div className="grow">
        <b>{name}</b>
        <p className="xs muted">
          <RelativeTime at={createdAt} />
        </p>
      </div>
    </div>
  );
}
