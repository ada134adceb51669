import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import { Skeleton } from '../../ui/display/skeleton';
import { OrganisationPersonRow } from './organisation-person-row';
import { ORGANISATION_PEOPLE_QUERY } from './affiliations.graphql';

interface OrganisationPeopleProps {
  organisationId: string;
  after?: string | null;
}

/** People of an organisation whom the viewer may see there. It does not disclose whether there are others. */
export function OrganisationPeople({ organisationId, after = null }: OrganisationPeopleProps) {
  const [hasMore, setMore] = useState(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ORGANISATION_PEOPLE_QUERY,
    variables: { organisationId, after },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['organisation'], again);
  const problem = data ? undefined : requestProblemOf(error);
  if (problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton kind="row" />;
  const { items, nextCursor, isWithheld } = data.organisationPeople;
  if (items.length === 0 && after === null && !isWithheld) return <Nobody />;
  return (
    <>
      {items.length > 0 && (
        <ul className="card card--flush rows">
          {items.map((one) => (
            <OrganisationPersonRow key={one.id} one={one} onChanged={again} />
          ))}
        </ul>
      )}
      {isWithheld && <Enough />}
      {hasMore && nextCursor ? (
        <OrganisationPeople organisationId={organisationId} after={nextCursor} />
      ) : (
        <LoadMore
          hasMore={nextCursor !== null && !isWithheld}
          isBusy={fetching}
          onMore={() => setMore(true)}
        />
      )}
    </>
  );
}

function Nobody() {
  return (
    <p className="muted">
      <Trans>Cada persona decide quién la ve aquí. No hay nadie que puedas ver.</Trans>
    </p>
  );
}

/** Shown when the viewer has reached the daily limit of profile views. */
function Enough() {
  return (
    <EmptyState title={<Trans>Por hoy ya viste a mucha gente</Trans>}>
      <Trans>A quienes ya viste hoy los sigues viendo; a los demás, otra vez mañana.</Trans>
    </EmptyState>
  );
}
