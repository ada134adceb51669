import { useMemo } from 'react';
import { gql, useQuery } from 'urql';
import type { TaxonomyQuery, TaxonomyQueryVariables } from '../../gql/types';
import { useMe } from './session';

const TAXONOMY = gql<TaxonomyQuery, TaxonomyQueryVariables>`
  query Taxonomy($language: Language!) {
    taxonomy(language: $language) {
      issueAreas {
        ...TermWords
      }
      practices {
        ...TermWords
      }
      sharedTerritories {
        ...TermWords
      }
      countries {
        ...TermWords
      }
      otherCountries {
        ...TermWords
      }
      worldLanguages {
        ...TermWords
      }
      regionLanguages {
        ...TermWords
      }
      signLanguages {
        ...TermWords
      }
      skills {
        ...TermWords
      }
    }
  }

  fragment TermWords on Term {
    id
    name
    shortName
  }
`;

/** The reference data in the reader's language. */
export type Taxonomy = TaxonomyQuery['taxonomy'];
/** A word of it; its id is what rows and addresses keep. */
export type Term = Taxonomy['issueAreas'][number];

/** How many of the languages of the world come before those of the region: Spanish, Portuguese and English. */
const MOST_SHARED = 3;

/** Every language in the order in which people look for theirs. */
export const languagesOf = (of: Taxonomy): Term[] => [
  ...of.worldLanguages.slice(0, MOST_SHARED),
  ...of.regionLanguages,
  ...of.signLanguages,
  ...of.worldLanguages.slice(MOST_SHARED),
];

/** The reference data in the account's language; undefined until it is here. Asked once a page. */
export function useTaxonomy(): Taxonomy | undefined {
  const { language } = useMe();
  const [{ data }] = useQuery({ query: TAXONOMY, variables: { language } });
  return data?.taxonomy;
}

/** Names of terms by id. An id that is not known yet (or a region) reads as nothing. */
export function useTermNames(): (id: string) => string | undefined {
  const taxonomy = useTaxonomy();
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const list of Object.values(taxonomy ?? {})) {
      if (!Array.isArray(list)) continue;
      for (const { id, shortName } of list) names.set(id, shortName);
    }
    return (id: string) => names.get(id);
  }, [taxonomy]);
}
