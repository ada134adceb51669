import { BUILT_IN, type Lexicon, PREFIX_LETTERS } from '#taxonomy/words/lexicon.js';
import { isTerm } from '#taxonomy/terms.js';

/** The scope of every member; groups, owners and profiles have theirs under their own ids. */
export const MEMBERS = '00000000-0000-0000-0000-000000000000';

/** Every profile has this term where its name may be seen: only there it is found. */
export const CARD = 'card';

/** Before a folded word, which no id of the reference data begins with. */
export const WORD = 'w:';

/** From this many letters on, a word is also found by those that are like it. */
export const NEAR_LETTERS = 5;

/** Before terms that say another thing than the bare one: it is sought, not offered; interpreted, not only spoken. */
export const PREFIXES = {
  supportSought: { prefix: 'seeks:', of: 'skill' },
  interprets: { prefix: 'interprets:', of: 'language' },
} as const;

const SEEKS = PREFIXES.supportSought.prefix;

const prefixOf = (kind: string): string =>
  Object.hasOwn(PREFIXES, kind) ? PREFIXES[kind as keyof typeof PREFIXES].prefix : '';

/** How a term of a field of this kind stands in the directory, and in a chip. */
export const underPrefix = (kind: string, term: string): string => prefixOf(kind) + term;

/** The same prefix in SQL, by the column `kind`. */
export const PREFIX_IN_SQL = `case kind ${Object.entries(PREFIXES)
  .map(([kind, { prefix }]) => `when '${kind}' then '${prefix}'`)
  .join(' ')} else '' end`;

/** Whether people can be asked for by it: a term, or one under a prefix that its kind may have. */
export const isChip = (id: unknown): id is string =>
  isTerm(id) ||
  (typeof id === 'string' &&
    Object.values(PREFIXES).some(
      ({ prefix, of }) => id.startsWith(prefix) && isTerm(id.slice(prefix.length), of),
    ));

/** What one chip or word asks of a person: one of these terms, or one that begins so. */
export interface Condition {
  readonly terms: readonly string[];
  readonly prefix?: string;
  /** All that begins so in every member's sight, where it is little: see `placesStatement`. */
  readonly begun?: readonly string[];
}

export const ofTerm = (term: string): Condition => ({ terms: [term] });

/**
 * What somebody with these chips hopes to find in others: the same issue areas, practices, territories and languages. Of
 * skills they hope for whoever offers what they seek and seeks what they offer.
 */
export const wantedBy = (chips: readonly string[]): string[] =>
  chips.flatMap((chip) => {
    if (chip.startsWith(SEEKS)) return [chip.slice(SEEKS.length)];
    if (chip.startsWith('skill:')) return [SEEKS + chip];
    return chip.startsWith(PREFIXES.interprets.prefix) ? [] : [chip];
  });

/**
 * A folded word is found in texts, by its beginning if it is long enough, and in the words of terms. Where it is found in
 * none, `near` are the words that it may have been meant for.
 */
export function ofWord(
  word: string,
  lexicon: Lexicon = BUILT_IN,
  near: readonly string[] = [],
): Condition {
  if (near.length > 0) return { terms: near.map((one) => WORD + one) };
  const terms = lexicon.withWord(word);
  const text = WORD + word;
  return word.length < PREFIX_LETTERS ? { terms: [...terms, text] } : { terms, prefix: text };
}

/** Whether people are also looked for by words that are like it: it is long enough, and names nothing. */
export const mayBeMistyped = (word: string, lexicon: Lexicon): boolean =>
  word.length >= NEAR_LETTERS && lexicon.withWord(word).length === 0;

/** Whether one of a person's terms, words among them, answers the condition. */
export const answers = ({ terms, prefix }: Condition, has: readonly string[]): boolean =>
  has.some((one) => terms.includes(one) || (prefix !== undefined && one.startsWith(prefix)));
