import { BUILT_IN, type Lexicon, PREFIX_LETTERS } from '#taxonomy/lexicon.js';

/** The scope of every member; groups, owners and profiles have theirs under their own ids. */
export const MEMBERS = '00000000-0000-0000-0000-000000000000';

/** Every profile has this term where its name may be seen: only there it is found. */
export const CARD = 'card';

/** Before a folded word, which no id of the reference data begins with. */
export const WORD = 'w:';

/** What one chip or word asks of a person: one of these terms, or one that begins so. */
export interface Condition {
  readonly terms: readonly string[];
  readonly prefix?: string;
}

export const ofTerm = (term: string): Condition => ({ terms: [term] });

/** A folded word is found in texts, by its beginning if it is long enough, and in the words of terms. */
export function ofWord(word: string, lexicon: Lexicon = BUILT_IN): Condition {
  const terms = lexicon.withWord(word);
  const text = WORD + word;
  return word.length < PREFIX_LETTERS ? { terms: [...terms, text] } : { terms, prefix: text };
}

/** Whether one of a person's terms, words among them, answers the condition. */
export const answers = ({ terms, prefix }: Condition, has: readonly string[]): boolean =>
  has.some((one) => terms.includes(one) || (prefix !== undefined && one.startsWith(prefix)));
