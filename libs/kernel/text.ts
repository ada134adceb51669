/** Between two emoji a joiner makes one picture of them; elsewhere it hides. */
const JOINER =
  /(?<!\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
/** After an emoji, or inside a keycap, a selector chooses the picture; elsewhere it hides. */
const SELECTOR = /(?<!\p{Extended_Pictographic})[\uFE00-\uFE0F](?!\u20E3)/gu;
/** Zero width, direction, fillers, tags: what a reader cannot see (Unicode's default ignorable characters). */
const UNSEEN = /(?!\u200D|[\uFE00-\uFE0F])[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
const BLANKS = /[\t\p{Zs}]/gu;
/** Straight, curly and the letters that some of the region's languages write for a glottal stop. */
const APOSTROPHES = /['’‘‛`´ʼʻʽʹˈꞌꞋ′]/gu;

/** Letters that do not come apart under NFKD, with what people type for them. */
const LETTERS = new Map(
  Object.entries({
    ø: 'o', ɨ: 'i', ʉ: 'u', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ɛ: 'e', ɔ: 'o', ŋ: 'n', ς: 'σ',
    ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th',
  }),
); // prettier-ignore
const APART = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');

/** Text of one line as it is kept: composed (NFC), nothing unseen, each run of blanks one space, trimmed. Idempotent. */
export function normaliseLine(text: string): string {
  const line = seen(text).replace(/\n/gu, ' ').replace(/\s+/gu, ' ').trim();
  return line.normalize('NFC');
}

/** Text of several lines as it is kept: as one line, but its lines stay, with at most one empty line between two. Idempotent. */
export function normaliseParagraphs(text: string): string {
  const lines = seen(text)
    .split('\n')
    .map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '')
    .normalize('NFC');
}

/** Nearly every text here: letters and signs of Spanish, Portuguese and English, of which all are seen. */
const ALL_SEEN = /^[\n\x20-\x7E\xA1-\xAC\xAE-\u024F]*$/u;

/** What is left of a text when all that a reader cannot see is taken out; lines end in \n, blanks are spaces. */
function seen(text: string): string {
  if (ALL_SEEN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(UNSEEN, '')
    .replace(JOINER, '')
    .replace(SELECTOR, '')
    .replace(BLANKS, ' ');
}

/**
 * What a text is compared and searched by: lower case, without accents or apostrophes, one space between words.
 * `Ñandú`, `ñandu` and `NANDU` fold to the same; so do composed and decomposed forms. Idempotent.
 */
export function foldText(text: string): string {
  const apart = normaliseLine(text).normalize('NFKD').toLowerCase().normalize('NFKD');
  const plain = apart
    .replace(/\p{M}/gu, '')
    .replace(APART, (letter) => LETTERS.get(letter) ?? letter);
  return plain.replace(APOSTROPHES, '').replace(/\s+/gu, ' ').trim();
}

/** Folds to itself. */
const PLAIN_WORD = /^[a-z0-9]+$/u;

/** The words of a text, folded: runs of letters and digits. */
export const wordsOf = (text: string): string[] =>
  PLAIN_WORD.test(text) ? [text] : (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** The words of a text as they are spelled: lower case with their accents, without apostrophes; each folds to one or more. */
export const spelledWordsOf = (text: string): string[] =>
  normaliseLine(text)
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];

/** Whether a reader would see nothing. */
export const isBlank = (text: string): boolean => normaliseLine(text) === '';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Number of characters as a reader counts them: `g̃` is one, so is an emoji of several code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/** UTF-16 units that one character may take on average, so that marks piled on one letter do not pass a limit. */
const UNITS_PER_CHARACTER = 4;

/** Whether a text has at most `max` characters as a reader counts them, and is not many times that in storage. */
export function fits(text: string, max: number): boolean {
  if (text.length <= max) return true;
  return text.length <= max * UNITS_PER_CHARACTER && countCharacters(text) <= max;
}
