import {
  BEYOND,
  binder,
  lookUp,
  notHidden,
  type Searcher,
  type Statement,
  withHidden,
} from './directory-rows.js';
import { CARD, MEMBERS, ofTerm, WORD } from './directory-terms.js';

export interface NearWord {
  readonly word: string;
  readonly near: string;
}

/** Minimum trigram similarity (pg_trgm) between a typed word and a similar one. */
const LIKE = 0.45;
const MOST_NEAR = 5;

/**
 * Finds the words that a mistyped word may stand for. Runs only for a word that finds nobody. Suggests only words that
 * a profile visible to the viewer shows to every member, so that hidden words are never disclosed.
 */
export function nearStatement(words: readonly string[], searcher: Searcher): Statement {
  const { values, bind } = binder();
  const hidden = withHidden(searcher, bind);
  const scopes = bind([MEMBERS, ...searcher.near], 'uuid[]');
  const isFound = `${notHidden('c.profile_id')} and ${lookUp(ofTerm(CARD), scopes, bind)} offset 0`;
  const text = `${hidden} select w.word, n.word as near from unnest(${bind(words, 'text[]')}) w(word)
    cross join lateral (
      select v.word from directory_word v
      where v.word % w.word and similarity(v.word, w.word) >= ${LIKE} and exists (
        select from directory_term c where c.term = '${WORD}' || v.word and c.scope = '${MEMBERS}'
          and ${isFound})
      order by similarity(v.word, w.word) desc, v.word limit ${MOST_NEAR}) n
    where not exists (select from directory_term c where c.scope = any(${scopes})
      and c.term >= '${WORD}' || w.word and c.term < '${WORD}' || w.word || '${BEYOND}'
      and ${isFound})`;
  return { text, values };
}
