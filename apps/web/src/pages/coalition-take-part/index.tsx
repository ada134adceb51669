import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import {
  type Coalition,
  COALITION_QUERY,
  type OwnGrant,
} from '../../features/coalitions/coalitions.graphql';
import { ClosedInvitation } from '../../features/coalitions/taking-part/closed-invitation';
import { useParticipantLabel } from '../../features/coalitions/taking-part/participant-label';
import { TakePartForm } from '../../features/coalitions/taking-part/take-part-form';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';

/** A participant lets the viewer take part in a coalition: the choice of name, what is seen, and the answer. */
export default function TakePartPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const asked = search.get('grant');
  const [refused, setRefused] = useState<string>();
  const [{ data, error }, refetch] = useQuery({
    query: COALITION_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const problem = requestProblemOf(error);
  const coalition = data?.group;
  const grants = (data?.myGrants ?? []).filter((one) => one.coalition?.id === coalition?.id);
  const open = grants.filter(({ state }) => state !== 'accepted' && state !== 'declined');
  // A link to one grant never leads to another: the viewer would agree to something else.
  const grant = asked ? grants.find(({ id }) => id === asked) : open[0];
  // The answer to an acceptance may arrive after the notice of it.
  if (grant?.state === 'accepted') return <Navigate to={`/coalitions/${slug}`} replace />;
  const isRefused = grant && refused === grant.id;
  const isClosed = isRefused || problem?.code === 'NOT_FOUND' || (coalition && !grant);
  const other = coalition && open.find(({ id }) => id !== asked && id !== refused);
  return (
    <Page title={t`Invitación`} back={{ to: '/coalitions', label: t`Coaliciones` }} width={600}>
      {isClosed && (
        <ClosedInvitation other={other && `/coalitions/${slug}/take-part?grant=${other.id}`} />
      )}
      {!isClosed && problem && !data && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {!isClosed && coalition && grant && (
        <Invitation
          key={grant.id}
          coalition={coalition}
          grant={grant}
          onOutdated={again}
          onClosed={() => setRefused(grant.id)}
        />
      )}
    </Page>
  );
}

interface InvitationProps {
  coalition: Coalition;
  grant: OwnGrant;
  onOutdated: () => void;
  onClosed: () => void;
}

function Invitation({ coalition, grant, ...events }: InvitationProps) {
  const inviter = useParticipantLabel()(grant.participant);
  const { name } = coalition;
  return (
    <>
      <div className="stack stack--2">
        <span className="eyebrow breakable">
          <Trans>{inviter} te invita</Trans>
        </span>
        <h1 className="breakable">
          {coalition.myMembershipId === null ? (
            <Trans>¿Quieres participar en la coalición {name}?</Trans>
          ) : (
            <Trans>Otra invitación a {name}, donde ya participas</Trans>
          )}
        </h1>
        <p className="muted breakable">{coalition.purpose}</p>
      </div>
      <TakePartForm coalition={coalition} grant={grant} {...events} />
    </>
  );
}
