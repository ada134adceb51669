import { Invalid } from '#kernel/errors.js';
import { wordsOf } from '#kernel/text.js';
import { type Lexicon, MIN_PREFIX_LENGTH } from './lexicon.js';

/*
 * Full-text search over rows with term ids and folded words, stored as lexemes of one tsvector. Every chip and every
 * word must match. A word matches a word of the row (by prefix if it is long enough) or a name of one of its terms.
 */

/** Prefix of a folded word. No id of the reference data begins with it. */
const LEXEME_PREFIX = 'w:';
const MOST_WORDS = 8;
/** Words are cut to this length, because PostgreSQL limits a lexeme to 2 kB. */
const MOST_LETTERS = 60;

const cut = (word: string) => [...word].slice(0, MOST_LETTERS).join('');

interface SearchTerms {
  readonly chips?: readonly string[] | null;
  readonly words?: string | null;
}

/** The lexemes of these texts, for storage in a row. */
export const wordLexemes = (...texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap(wordsOf).map(cut))].map((word) => LEXEME_PREFIX + word);

/** The tsquery for chips and words, or null if both are empty. Throws Invalid for too many words. */
export function buildTsQuery({ chips, words }: SearchTerms, lexicon: Lexicon): string | null {
  const typed = [...new Set(wordsOf(words ?? '').map(cut))];
  if (typed.length > MOST_WORDS) throw new Invalid('input', { words: 'tooMany' });
  const parts = [...(chips ?? []).map(lexeme), ...typed.map((word) => ofWord(word, lexicon))];
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' & ');
}

function ofWord(word: string, lexicon: Lexicon): string {
  const text = lexeme(LEXEME_PREFIX + word) + (word.length < MIN_PREFIX_LENGTH ? '' : ':*');
  return [...lexicon.withWord(word).map(lexeme), text].join(' | ');
}

/** Escapes a lexeme. Term ids and folded words contain no quotes or backslashes, but escaping keeps the query safe. */
const lexeme = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
