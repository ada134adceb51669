import type { ReactNode } from 'react';
import { usePagedList } from '../../lib/server/use-paged-list';
import { PagedItems } from '../../ui/page/paged-items';
import { GroupCard } from './group-card';
import { GROUPS_QUERY } from './groups.graphql';

interface FoundGroupsProps {
  chips: readonly string[];
  words: string;
  /** Ids of the viewer's own groups, which the page lists separately. */
  mine: ReadonlySet<string>;
  /** Shown if there are no results. */
  nothing: ReactNode;
}

/** Search results, which load the next page on demand. */
export function GroupSearchResults({ chips, words, mine, nothing }: FoundGroupsProps) {
  const pages = usePagedList(GROUPS_QUERY, (data) => data.groups, {
    chips: [...chips],
    words: words || null,
  });
  const others = pages.items?.filter(({ id }) => !mine.has(id));
  return (
    <PagedItems pages={{ ...pages, items: others }} nothing={nothing}>
      {(group) => <GroupCard key={group.id} group={group} />}
    </PagedItems>
  );
}
