import { Invalid } from '#kernel/errors.js';
import { wordsOf } from '#kernel/text.js';
import { type Lexicon, PREFIX_LETTERS } from './lexicon.js';

/*
 * Chips and words over rows that hold ids of terms and folded words, which together are the lexemes of a tsvector: each
 * chip and each word must be found, a word in what a row says, by its beginning if it is long enough, or in the name of
 * one of its terms.
 */

/** Before a folded word, which no id of the reference data begins with. */
const WORD = 'w:';
const MOST_WORDS = 8;
/** Letters of a word that count: PostgreSQL takes no lexeme of more than two thousand bytes. */
const MOST_LETTERS = 60;

const cut = (word: string) => [...word].slice(0, MOST_LETTERS).join('');

interface Asked {
  readonly chips?: readonly string[] | null;
  readonly words?: string | null;
}

/** The folded words of what a row says, as they are kept beside it. */
export const keptWords = (...texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap(wordsOf).map(cut))].map((word) => WORD + word);

/** What is asked, as a tsquery, by words as the instance reads them; null when that is nothing. */
export function searchQuery({ chips, words }: Asked, lexicon: Lexicon): string | null {
  const typed = [...new Set(wordsOf(words ?? '').map(cut))];
  if (typed.length > MOST_WORDS) throw new Invalid('input', { words: 'tooMany' });
  const parts = [...(chips ?? []).map(lexeme), ...typed.map((word) => ofWord(word, lexicon))];
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' & ');
}

function ofWord(word: string, lexicon: Lexicon): string {
  const text = lexeme(WORD + word) + (word.length < PREFIX_LETTERS ? '' : ':*');
  return [...lexicon.withWord(word).map(lexeme), text].join(' | ');
}

/** Ids of terms and folded words have neither quotes nor backslashes; with one it would be a lexeme all the same. */
const lexeme = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
