import {
  BEYOND,
  binder,
  lookUp,
  notHidden,
  type Searcher,
  type Statement,
  withHidden,
} from './directory-rows.js';
import { CARD, type Condition, MEMBERS, ofTerm } from './directory-terms.js';

export interface Place {
  readonly prefix: string;
  readonly term: string;
}

/** Above this number of words for one prefix, walking one list per word is not worth it. */
const FEW_WORDS = 8;

/**
 * Finds the words that start with each prefix and that a profile visible to the viewer shows to every member. Stops
 * after one more than `FEW_WORDS`. Skips from word to word in the index, so the cost does not depend on the number of
 * profiles.
 */
export function placesStatement(prefixes: readonly string[], searcher: Searcher): Statement {
  const { values, bind } = binder();
  const hidden = withHidden(searcher, bind);
  const scopes = bind([MEMBERS, ...searcher.near], 'uuid[]');
  const isFound = `${notHidden('c.profile_id')} and ${lookUp(ofTerm(CARD), scopes, bind)}`;
  const next = (after: string) => `select c.term from directory_term c where c.scope = '${MEMBERS}'
      and ${after} and c.term < w.prefix || '${BEYOND}' and ${isFound} order by c.term limit 1`;
  const text = `${hidden} select w.prefix, t.term from unnest(${bind(prefixes, 'text[]')}) w(prefix)
    cross join lateral (with recursive begun as (
      select f.term, 1 as place from (${next('c.term >= w.prefix')}) f
      union all select n.term, b.place + 1 from begun b
        cross join lateral (${next('c.term > b.term')}) n where b.place <= ${FEW_WORDS}
    ) select term from begun) t`;
  return { text, values };
}

/** Adds the words found for each prefix to its condition, unless there are too many. */
export function withPlaces(
  conditions: readonly Condition[],
  places: readonly Place[],
): Condition[] {
  return conditions.map((condition) => {
    const { prefix } = condition;
    if (prefix === undefined) return condition;
    const begun = places.filter((place) => place.prefix === prefix).map(({ term }) => term);
    return begun.length <= FEW_WORDS ? { ...condition, begun } : condition;
  });
}
