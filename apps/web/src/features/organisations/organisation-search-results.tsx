import type { ReactNode } from 'react';
import { usePagedList } from '../../lib/server/use-paged-list';
import { PagedItems } from '../../ui/page/paged-items';
import { OrganisationCard } from './organisation-card';
import { ORGANISATIONS_QUERY } from './organisations.graphql';

interface FoundOrganisationsProps {
  chips: readonly string[];
  words: string;
  /** Ids of the viewer's own organisations, which the page lists separately. */
  mine: ReadonlySet<string>;
  /** Shown if there are no results. */
  nothing: ReactNode;
}

/** Search results, which load the next page on demand. */
export function OrganisationSearchResults({
  chips,
  words,
  mine,
  nothing,
}: FoundOrganisationsProps) {
  const search = { chips: [...chips], words: words || null };
  const pages = usePagedList(ORGANISATIONS_QUERY, (data) => data.organisations, search);
  const others = pages.items?.filter(({ id }) => !mine.has(id));
  return (
    <PagedItems pages={{ ...pages, items: others }} nothing={nothing}>
      {(one) => <OrganisationCard key={one.id} organisation={one} />}
    </PagedItems>
  );
}
