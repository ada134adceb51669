import { folded } from '../../lib/words/folded';

/** A part of a text, from one index up to another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The server takes no more. */
const MOST_WORDS = 8;

/** Splits the typed text into folded search words. */
export const wordsOf = (typed: string): string[] =>
  folded(typed).split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);

/** Whether every word stands somewhere in these texts. */
export function hasAll(texts: readonly string[], words: readonly string[]): boolean {
  const all = texts.map(folded);
  return words.every((word) => all.some((text) => text.includes(word)));
}

/** Lower is better: a title that begins with what was typed, a word of it that does, and anything else. */
export function rankOf(title: string, words: readonly string[]): number {
  const text = folded(title);
  if (text.startsWith(words.join(' '))) return 0;
  return words.some((word) => ` ${text}`.includes(` ${word}`)) ? 1 : 2;
}

/** The parts of a text that one of the words matches, in order and apart from each other. */
export function rangesIn(text: string, words: readonly string[]): Range[] {
  const { plain, places } = foldedWithPlaces(text);
  const found = words
    .flatMap((word) => placesOf(plain, word))
    .map(({ from, to }) => ({ from: places[from]!, to: places[to]! }))
    .toSorted((a, b) => a.from - b.from);
  return found.filter((one, at) => at === 0 || one.from >= found[at - 1]!.to);
}

function placesOf(text: string, word: string): Range[] {
  const at = text.indexOf(word);
  return at < 0 ? [] : [{ from: at, to: at + word.length }];
}

/** The folded text, and for each place in it the place in the text as it is written. */
function foldedWithPlaces(text: string): { plain: string; places: number[] } {
  const places: number[] = [];
  let plain = '';
  let at = 0;
  for (const letter of text) {
    for (const one of folded(letter)) {
      plain += one;
      places.push(...Array.from({ length: one.length }, () => at));
    }
    at += letter.length;
  }
  return { plain, places: [...places, text.length] };
}
