import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { MyCoalitionsQuery } from '../../gql/types';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Badge } from '../../ui/display/badge';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import { CoalitionCard } from './coalition-card';
import { COALITIONS_QUERY, MY_COALITIONS_QUERY } from './coalitions.graphql';
import { divideCoalitions, type OutsideCoalition } from './own-coalitions';
import { OutsideReason } from './outside-reason';

/**
 * The coalitions of the viewer's groups and organisations first, by whether they take part, then the other listed ones.
 */
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
  const { inside, outside } = divideCoalitions(data);
  return (
    <>
      <InsideCoalitions coalitions={inside} />
      <OutsideCoalitions coalitions={outside} />
      <section className="stack stack--3">
        <h2>
          <Trans>Otras coaliciones</Trans>
        </h2>
        <ListedCoalitions mine={new Set(data.myCoalitions.map(({ id }) => id))} after={null} />
      </section>
    </>
  );
}

type MyCoalition = MyCoalitionsQuery['myCoalitions'][number];

function InsideCoalitions({ coalitions }: { coalitions: readonly MyCoalition[] }) {
  if (coalitions.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Coaliciones en las que participas</Trans>
      </h2>
      {coalitions.map((coalition) => (
        <CoalitionCard key={coalition.id} coalition={coalition} />
      ))}
    </section>
  );
}

interface OutsideCoalitionsProps {
  coalitions: readonly OutsideCoalition<MyCoalition>[];
}

function OutsideCoalitions({ coalitions }: OutsideCoalitionsProps) {
  if (coalitions.length === 0) return null;
  return (
    <section className="stack stack--3">
      <div className="stack stack--1">
        <h2>
          <Trans>Coaliciones en las que no participas</Trans>
        </h2>
        <p className="xs muted">
          <Trans>Tu grupo u organización es parte de ellas.</Trans>
        </p>
      </div>
      {coalitions.map(({ coalition, state }) => (
        <CoalitionCard
          key={coalition.id}
          coalition={coalition}
          state={
            <Badge>
              <OutsideReason state={state} />
            </Badge>
          }
        />
      ))}
    </section>
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
