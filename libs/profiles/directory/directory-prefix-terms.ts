import {
  HIGHEST_CHARACTER,
  createParameterBinder,
  profileMatchesSql,
  profileNotHiddenSql,
  type DirectorySearcher,
  type DirectoryStatement,
  hiddenProfilesCte,
} from './directory-sql.js';
import {
  VISIBLE_PROFILE_TERM,
  type SearchCondition,
  MEMBERS_SCOPE,
  termSearchCondition,
} from './directory-terms.js';

export interface PrefixTerm {
  readonly prefix: string;
  readonly term: string;
}

/** The largest number of words for one prefix at which the search still walks one list per word. */
const FEW_WORDS = 8;

/**
 * Finds the words that start with each prefix, among the words that profiles visible to the viewer show to every
 * member. Stops after `FEW_WORDS` + 1 words. Skips from word to word in the index, so the cost does not depend on the
 * number of profiles.
 */
export function prefixTermsStatement(
  prefixes: readonly string[],
  searcher: DirectorySearcher,
): DirectoryStatement {
  const { values, bind } = createParameterBinder();
  const hidden = hiddenProfilesCte(searcher, bind);
  const scopes = bind([MEMBERS_SCOPE, ...searcher.near], 'uuid[]');
  const isFound = `${profileNotHiddenSql('c.profile_id')} and ${profileMatchesSql(termSearchCondition(VISIBLE_PROFILE_TERM), scopes, bind)}`;
  const next = (
    after: string,
  ) => `select c.term from directory_term c where c.scope = '${MEMBERS_SCOPE}'
      and ${after} and c.term < w.prefix || '${HIGHEST_CHARACTER}' and ${isFound} order by c.term limit 1`;
  const text = `${hidden} select w.prefix, t.term from unnest(${bind(prefixes, 'text[]')}) w(prefix)
    cross join lateral (with recursive begun as (
      select f.term, 1 as place from (${next('c.term >= w.prefix')}) f
      union all select n.term, b.place + 1 from begun b
        cross join lateral (${next('c.term > b.term')}) n where b.place <= ${FEW_WORDS}
    ) select term from begun) t`;
  return { text, values };
}

/** Adds the words found for each prefix to its condition, unless there are too many. */
export function withPrefixTerms(
  conditions: readonly SearchCondition[],
  places: readonly PrefixTerm[],
): SearchCondition[] {
  return conditions.map((condition) => {
    const { prefix } = condition;
    if (prefix === undefined) return condition;
    const begun = places.filter((place) => place.prefix === prefix).map(({ term }) => term);
    return begun.length <= FEW_WORDS ? { ...condition, begun } : condition;
  });
}
