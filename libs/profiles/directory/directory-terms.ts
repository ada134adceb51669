import { BUILT_IN_LEXICON, type Lexicon, MIN_PREFIX_LENGTH } from '#taxonomy/words/lexicon.js';
import { isTermId } from '#taxonomy/terms.js';

/** The scope of terms visible to every member. Other scopes are the ids of groups, accounts and profiles. */
export const MEMBERS_SCOPE = '00000000-0000-0000-0000-000000000000';

/**
 * Every profile has this term in each scope where its name is visible. A search finds the profile only in these scopes.
 */
export const VISIBLE_PROFILE_TERM = 'card';

/** Prefix of a folded word. No id of the reference data begins with it. */
export const WORD_TERM_PREFIX = 'w:';

/** Minimum number of letters of a word for fuzzy matching. */
export const MIN_FUZZY_LENGTH = 5;

/**
 * Prefixes for terms with another meaning: a skill that is sought instead of offered, a language that is interpreted
 * instead of only spoken.
 */
export const TERM_PREFIXES = {
  supportSought: { prefix: 'seeks:', of: 'skill' },
  interprets: { prefix: 'interprets:', of: 'language' },
} as const;

const SEEKS = TERM_PREFIXES.supportSought.prefix;

const prefixOf = (kind: string): string =>
  Object.hasOwn(TERM_PREFIXES, kind)
    ? TERM_PREFIXES[kind as keyof typeof TERM_PREFIXES].prefix
    : '';

/** The term of a field of this kind, as it is stored in the directory and used in a chip. */
export const withTermPrefix = (kind: string, term: string): string => prefixOf(kind) + term;

/** The prefix of a term as an SQL expression over the column `kind`. */
export const TERM_PREFIX_SQL = `case kind ${Object.entries(TERM_PREFIXES)
  .map(([kind, { prefix }]) => `when '${kind}' then '${prefix}'`)
  .join(' ')} else '' end`;

/** Whether the value is a valid chip: a term, or a prefix followed by a term of the matching kind. */
export const isSearchChip = (id: unknown): id is string =>
  isTermId(id) ||
  (typeof id === 'string' &&
    Object.values(TERM_PREFIXES).some(
      ({ prefix, of }) => id.startsWith(prefix) && isTermId(id.slice(prefix.length), of),
    ));

/** The condition of one chip or word: the profile has one of `terms`, or a term that begins with `prefix`. */
export interface SearchCondition {
  readonly terms: readonly string[];
  readonly prefix?: string;
  /** All terms that begin with `prefix` in the `MEMBERS_SCOPE` scope; unset if there are too many. See `prefixTermsStatement`. */
  readonly begun?: readonly string[];
}

export const termSearchCondition = (term: string): SearchCondition => ({ terms: [term] });

/**
 * The terms that a member with these chips hopes to find in others: the same issue areas, practices, territories and
 * languages. Offered and sought skills are swapped.
 */
export const wantedTermsOf = (chips: readonly string[]): string[] =>
  chips.flatMap((chip) => {
    if (chip.startsWith(SEEKS)) return [chip.slice(SEEKS.length)];
    if (chip.startsWith('skill:')) return [SEEKS + chip];
    return chip.startsWith(TERM_PREFIXES.interprets.prefix) ? [] : [chip];
  });

/**
 * A folded word matches words in texts (by prefix if it is long enough) and the synonyms of terms. If `near` is not
 * empty, these similar words are matched instead.
 */
export function wordSearchCondition(
  word: string,
  lexicon: Lexicon = BUILT_IN_LEXICON,
  near: readonly string[] = [],
): SearchCondition {
  if (near.length > 0) return { terms: near.map((one) => WORD_TERM_PREFIX + one) };
  const terms = lexicon.withWord(word);
  const text = WORD_TERM_PREFIX + word;
  return word.length < MIN_PREFIX_LENGTH ? { terms: [...terms, text] } : { terms, prefix: text };
}

/** Whether fuzzy matching applies: the word is long enough and is no name or synonym of a term. */
export const allowsFuzzyMatch = (word: string, lexicon: Lexicon): boolean =>
  word.length >= MIN_FUZZY_LENGTH && lexicon.withWord(word).length === 0;

/** Whether a person's terms and words match the condition. */
export const matchesSearchCondition = (
  { terms, prefix }: SearchCondition,
  has: readonly string[],
): boolean =>
  has.some((one) => terms.includes(one) || (prefix !== undefined && one.startsWith(prefix)));
