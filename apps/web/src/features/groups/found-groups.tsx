import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '../../lib/server/errors';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import { Skeleton } from '../../ui/display/skeleton';
import { GroupCard } from './group-card';
import { GROUPS } from './groups.graphql';

interface FoundGroupsProps {
  chips: readonly string[];
  words: string;
  after?: string | null;
  /** Ids of the viewer's own groups, which the page lists separately. */
  mine: ReadonlySet<string>;
  /** Shown if there are no results. */
  nothing: ReactNode;
}

/** One page of search results, which loads the next page on demand. */
export function FoundGroups(props: FoundGroupsProps) {
  const { chips, words, after = null, mine, nothing } = props;
  const [hasMore, setMore] = useState(false);
  const variables = { chips: [...chips], words: words || null, after };
  const [{ data, error, fetching }, refetch] = useQuery({ query: GROUPS, variables });
  const problem = data ? undefined : problemOf(error);
  if (problem) {
    const again = () => refetch({ requestPolicy: 'network-only' });
    return <LoadFailed problem={problem} onRetry={again} />;
  }
  if (!data) return <Skeleton rows={3} />;
  const { items, nextCursor } = data.groups;
  const others = items.filter(({ id }) => !mine.has(id));
  if (others.length === 0 && after === null && !nextCursor) return nothing;
  return (
    <>
      {others.map((group) => (
        <GroupCard key={group.id} group={group} />
      ))}
      {hasMore && nextCursor ? (
        <FoundGroups {...props} after={nextCursor} />
      ) : (
        <LoadMore hasMore={nextCursor !== null} isBusy={fetching} onMore={() => setMore(true)} />
      )}
    </>
  );
}
