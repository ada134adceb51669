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

/** All taxonomy terms in the language of the reader. */
export type Taxonomy = TaxonomyQuery['taxonomy'];
/** A taxonomy term. Database rows and URLs store only its id. */
export type Term = Taxonomy['issueAreas'][number];

/** Number of world languages that come before the languages of the region: Spanish, Portuguese and English. */
const MOST_SHARED = 3;

/** All languages in display order. */
export const languagesOf = (of: Taxonomy): Term[] => [
  ...of.worldLanguages.slice(0, MOST_SHARED),
  ...of.regionLanguages,
  ...of.signLanguages,
  ...of.worldLanguages.slice(MOST_SHARED),
];

/** Loads the taxonomy in the account's language, once per page; undefined while loading. */
export function useTaxonomy(): Taxonomy | undefined {
  const { language } = useMe();
  const [{ data }] = useQuery({ query: TAXONOMY, variables: { language } });
  return data?.taxonomy;
}

/** Returns a function from a term id to its name; undefined for an id that is not loaded, or a region. */
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
