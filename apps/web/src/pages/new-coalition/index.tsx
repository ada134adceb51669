import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { FoundCoalitionForm } from '../../features/coalitions/found-coalition-form';
import { candidatesFor } from '../../features/coalitions/participants/candidates';
import { PARTICIPANT_CANDIDATES_QUERY } from '../../features/coalitions/participants/candidates.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { ButtonLink } from '../../ui/actions/button';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';

/** Founds a coalition, for a group that the viewer holds or an organisation for which they speak. */
export default function NewCoalitionPage() {
  const { t } = useLingui();
  const [{ data, error }, refetch] = useQuery({
    query: PARTICIPANT_CANDIDATES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const problem = data ? undefined : requestProblemOf(error);
  const candidates = data && candidatesFor(data, 'foundCoalition');
  return (
    <Page
      title={t`Fundar una coalición`}
      back={{ to: '/coalitions', label: t`Coaliciones` }}
      width={600}
    >
      {candidates?.length === 0 ? (
        <ForWhomNobody />
      ) : (
        <h1>
          <Trans>Fundar una coalición</Trans>
        </h1>
      )}
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {!data && !problem && <Skeleton kind="text" />}
      {candidates && candidates.length > 0 && <FoundCoalitionForm candidates={candidates} />}
    </Page>
  );
}

function ForWhomNobody() {
  return (
    <EmptyState
      level="h1"
      title={<Trans>Una coalición la funda un grupo o una organización</Trans>}
      actions={
        <ButtonLink kind="primary" to="/groups">
          <Trans>Ver grupos</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        Puede hacerlo, después de su primer mes en Trama, quien sostiene un grupo o representa a una
        organización.
      </Trans>
    </EmptyState>
  );
}
