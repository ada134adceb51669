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
  MEMBERS_SCOPE,
  termSearchCondition,
  WORD_TERM_PREFIX,
} from './directory-terms.js';

export interface SimilarWord {
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
export function similarWordsStatement(
  words: readonly string[],
  searcher: DirectorySearcher,
): DirectoryStatement {
  const { values, bind } = createParameterBinder();
  const hidden = hiddenProfilesCte(searcher, bind);
  const scopes = bind([MEMBERS_SCOPE, ...searcher.near], 'uuid[]');
  const isFound = `${profileNotHiddenSql('c.profile_id')} and ${profileMatchesSql(termSearchCondition(VISIBLE_PROFILE_TERM), scopes, bind)} offset 0`;
  const text = `${hidden} select w.word, n.word as near from unnest(${bind(words, 'text[]')}) w(word)
    cross join lateral (
      select v.word from directory_word v
      where v.word % w.word and similarity(v.word, w.word) >= ${LIKE} and exists (
        select from directory_term c where c.term = '${WORD_TERM_PREFIX}' || v.word and c.scope = '${MEMBERS_SCOPE}'
          and ${isFound})
      order by similarity(v.word, w.word) desc, v.word limit ${MOST_NEAR}) n
    where not exists (select from directory_term c where c.scope = any(${scopes})
      and c.term >= '${WORD_TERM_PREFIX}' || w.word and c.term < '${WORD_TERM_PREFIX}' || w.word || '${HIGHEST_CHARACTER}'
      and ${isFound})`;
  return { text, values };
}
