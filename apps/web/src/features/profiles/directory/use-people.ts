import { useQuery } from 'urql';
import { useMe } from '../../../lib/server/session';
import { PEOPLE_QUERY } from './people.graphql';
import type { DirectorySearch } from './search-url';

/** A page of search results. Components that use the same page share one request. */
export function usePeople({ chips, words, order }: DirectorySearch, after: string | null = null) {
  const { language } = useMe();
  const variables = { chips: [...chips], words: words || null, order, after, language };
  return useQuery({ query: PEOPLE_QUERY, variables });
}
