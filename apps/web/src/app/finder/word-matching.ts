import { foldText } from '../../lib/text/fold-text';

/** Part of a text, from a start index to an exclusive end index. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Maximum number of search words, as on the server. */
const MAX_WORDS = 8;

/** Splits the typed text into search words without accents and capitals. */
export const searchWordsIn = (typed: string): string[] =>
  foldText(typed).split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);

/** Whether each word occurs in at least one of the texts. */
export function containsAllWords(texts: readonly string[], words: readonly string[]): boolean {
  const all = texts.map(foldText);
  return words.every((word) => all.some((text) => text.includes(word)));
}

/**
 * Rank of a title; lower is better. Lowest: the title starts with the search word. Next: a word of the title starts
 * with it. Then all other titles.
 */
export function matchRank(title: string, words: readonly string[]): number {
  const text = foldText(title);
  if (text.startsWith(words.join(' '))) return 0;
  return words.some((word) => ` ${text}`.includes(` ${word}`)) ? 1 : 2;
}

/** Returns the matched parts of a text in order, without those that overlap an earlier one. */
export function matchedRanges(text: string, words: readonly string[]): TextRange[] {
  const { plain, places } = foldedWithPlaces(text);
  const found = words
    .flatMap((word) => placesOf(plain, word))
    .map(({ from, to }) => ({ from: places[from]!, to: places[to]! }))
    .toSorted((a, b) => a.from - b.from);
  return found.filter((one, at) => at === 0 || one.from >= found[at - 1]!.to);
}

function placesOf(text: string, word: string): TextRange[] {
  const at = text.indexOf(word);
  return at < 0 ? [] : [{ from: at, to: at + word.length }];
}

/** Returns the text without accents and in lower case, and the index in the original text of each of its characters. */
function foldedWithPlaces(text: string): { plain: string; places: number[] } {
  const places: number[] = [];
  let plain = '';
  let at = 0;
  for (const letter of text) {
    for (const one of foldText(letter)) {
      plain += one;
      places.push(...Array.from({ length: one.length }, () => at));
    }
    at += letter.length;
  }
  return { plain, places: [...places, text.length] };
}
