import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { COALITION_QUERY } from '../../features/coalitions/coalitions.graphql';
import { CoalitionPeople } from '../../features/coalitions/taking-part/coalition-people';
import { FormerMembers } from '../../features/former-memberships/exposure/former-members';
import { MemberMenu } from '../../features/groups/member-menu';
import { RemovedMembers } from '../../features/groups/removed-members';
import { requestProblemOf } from '../../lib/server/errors';
import { ButtonLink } from '../../ui/actions/button';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** The people who take part in a coalition, for those who take part. */
export default function CoalitionPeoplePage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({ query: COALITION_QUERY, variables: { slug } });
  const problem = data ? undefined : requestProblemOf(error);
  if (problem?.code === 'NOT_FOUND' || data?.group.kind === 'group') return <NotFound />;
  const path = `/coalitions/${slug}`;
  const coalition = data?.group;
  const isOutside = coalition?.myMembershipId === null;
  return (
    <Page title={t`Personas`} back={{ to: path, label: t`La coalición` }} width={688}>
      {isOutside ? (
        <NotInside path={path} />
      ) : (
        <>
          <div className="stack stack--1">
            <h1>
              <Trans>Personas</Trans>
            </h1>
            <p className="muted">
              <Trans>Cada quien decide si muestra por qué grupo u organización participa.</Trans>
            </p>
          </div>
          {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
          {!coalition && !problem && <Skeleton kind="row" />}
          {coalition && (
            <CoalitionPeople
              coalitionId={coalition.id}
              slug={slug}
              menu={(person, onChanged) => <MemberMenu member={person} onChanged={onChanged} />}
            />
          )}
        </>
      )}
      {!isOutside && coalition?.viewerCan.includes('inviteParticipant') && (
        <RemovedMembers groupId={coalition.id} />
      )}
      {coalition && !isOutside && <FormerMembers groupId={coalition.id} path={path} />}
    </Page>
  );
}

function NotInside({ path }: { path: string }) {
  return (
    <EmptyState
      level="h1"
      title={<Trans>No participas en esta coalición</Trans>}
      actions={
        <ButtonLink kind="primary" to={path}>
          <Trans>Ver la coalición</Trans>
        </ButtonLink>
      }
    >
      <Trans>Solo quienes participan ven a las demás personas.</Trans>
    </EmptyState>
  );
}
