import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import { CoalitionCard } from './coalition-card';
import { COALITIONS_QUERY, MY_COALITIONS_QUERY } from './coalitions.graphql';

/** The coalitions of the viewer's groups and organisations first, then the other listed ones. */
export function CoalitionList() {
  const [{ data, error }, refetch] = useQuery({
    query: MY_COALITIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const problem = data ? undefined : requestProblemOf(error);
  if (problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton rows={3} kind="row" />;
  const mine = data.myCoalitions;
  return (
    <>
      {mine.length > 0 && (
        <section className="stack stack--3">
          <h2>
            <Trans>Tus coaliciones</Trans>
          </h2>
          {mine.map((one) => (
            <CoalitionCard key={one.id} coalition={one} />
          ))}
        </section>
      )}
      <section className="stack stack--3">
        <h2>
          <Trans>Otras coaliciones</Trans>
        </h2>
        <ListedCoalitions mine={new Set(mine.map(({ id }) => id))} after={null} />
      </section>
    </>
  );
}

interface ListedCoalitionsProps {
  mine: ReadonlySet<string>;
  after: string | null;
}

function ListedCoalitions({ mine, after }: ListedCoalitionsProps) {
  const [hasMore, setMore] = useState(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: COALITIONS_QUERY,
    variables: { after },
    requestPolicy: 'cache-and-network',
  });
  const problem = data ? undefined : requestProblemOf(error);
  if (problem) return <LoadFailed problem={problem} onRetry={() => refetch()} />;
  if (!data) return <Skeleton rows={2} kind="row" />;
  const { items, nextCursor } = data.coalitions;
  const others = items.filter(({ id }) => !mine.has(id));
  if (others.length === 0 && nextCursor === null && after === null) return <NoneYet />;
  return (
    <>
      {others.map((one) => (
        <CoalitionCard key={one.id} coalition={one} />
      ))}
      {hasMore && nextCursor ? (
        <ListedCoalitions mine={mine} after={nextCursor} />
      ) : (
        <LoadMore hasMore={nextCursor !== null} isBusy={fetching} onMore={() => setMore(true)} />
      )}
    </>
  );
}

function NoneYet() {
  return (
    <EmptyState title={<Trans>No hay otras coaliciones a la vista</Trans>}>
      <Trans>
        Una coalición junta a grupos y organizaciones. Las ocultas las ve solo su gente.
      </Trans>
    </EmptyState>
  );
}
