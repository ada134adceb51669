import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '../../lib/server/errors';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import { Skeleton } from '../../ui/display/skeleton';
import { OrganisationCard } from './organisation-card';
import { ORGANISATIONS } from './organisations.graphql';

interface FoundOrganisationsProps {
  chips: readonly string[];
  words: string;
  after?: string | null;
  /** Ids of the viewer's own organisations, which the page lists separately. */
  mine: ReadonlySet<string>;
  /** Shown if there are no results. */
  nothing: ReactNode;
}

/** One page of search results, which loads the next page on demand. */
export function FoundOrganisations(props: FoundOrganisationsProps) {
  const { chips, words, after = null, mine, nothing } = props;
  const [hasMore, setMore] = useState(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ORGANISATIONS,
    variables: { chips: [...chips], words: words || null, after },
  });
  const problem = data ? undefined : problemOf(error);
  if (problem) {
    return (
      <LoadFailed problem={problem} onRetry={() => refetch({ requestPolicy: 'network-only' })} />
    );
  }
  if (!data) return <Skeleton rows={3} />;
  const { items, nextCursor } = data.organisations;
  const others = items.filter(({ id }) => !mine.has(id));
  if (others.length === 0 && after === null && !nextCursor) return nothing;
  return (
    <>
      {others.map((one) => (
        <OrganisationCard key={one.id} organisation={one} />
      ))}
      {hasMore && nextCursor ? (
        <FoundOrganisations {...props} after={nextCursor} />
      ) : (
        <LoadMore hasMore={nextCursor !== null} isBusy={fetching} onMore={() => setMore(true)} />
      )}
    </>
  );
}
