/** A joiner between two emoji combines them; elsewhere it is invisible and removed. */
const JOINER =
  /(?<!\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
/** A variation selector after an emoji or in a keycap chooses its appearance; elsewhere it is invisible and removed. */
const SELECTOR = /(?<!\p{Extended_Pictographic})[\uFE00-\uFE0F](?!\u20E3)/gu;
/** Invisible characters: zero width, direction, fillers, tags (Unicode's default ignorable characters). */
const UNSEEN = /(?!\u200D|[\uFE00-\uFE0F])[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
/** Combining marks in a row on one character. A pile of them covers the lines above and below. */
const PILE = /\p{M}{5,}/gu;
/** Marks of scripts in which letters are written with more of them. */
const LETTER_MARKS = /^[\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}]+$/u;
const [MAX_MARKS, MAX_LETTER_MARKS] = [4, 10];
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
const BLANKS = /[\t\p{Zs}]/gu;
/** Straight and curly apostrophes, and the letters that languages of the region use for a glottal stop. */
const APOSTROPHES = /['’‘‛`´ʼʻʽʹˈꞌꞋ′]/gu;

/** Letters that NFKD does not decompose, with the letters that people type for them. */
const LETTERS = new Map(
  Object.entries({
    ø: 'o', ɨ: 'i', ʉ: 'u', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ɛ: 'e', ɔ: 'o', ŋ: 'n', ς: 'σ',
    ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th',
  }),
); // prettier-ignore
const APART = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');

/** Normalises a single line for storage: NFC, nothing invisible, no piles of marks, single spaces, trimmed. Idempotent. */
export function normaliseLine(text: string): string {
  const line = seen(text).replace(/\n/gu, ' ').replace(/\s+/gu, ' ').trim();
  return line.normalize('NFC');
}

/**
 * Normalises text of several lines for storage: like a single line, but with line breaks and at most one empty line in
 * a row. Idempotent.
 */
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

/** Fast path for most texts: the letters and punctuation of Spanish, Portuguese and English, all visible. */
const ALL_SEEN = /^[\n\x20-\x7E\xA1-\xAC\xAE-\u024F]*$/u;

/** Removes everything invisible and piles of combining marks. Converts every line end to a line feed and every other blank to a space. */
function seen(text: string): string {
  if (ALL_SEEN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(UNSEEN, '')
    .replace(JOINER, '')
    .replace(SELECTOR, '')
    .replace(BLANKS, ' ')
    .normalize('NFC')
    .replace(PILE, withoutPile)
    .replace(SELECTOR, ''); // A pile may have lost the keycap after a selector.
}

/** Keeps the first of the marks on one character. The text must be in NFC, in which their order is always the same. */
function withoutPile(marks: string): string {
  const most = LETTER_MARKS.test(marks) ? MAX_LETTER_MARKS : MAX_MARKS;
  return [...marks].slice(0, most).join('');
}

/** A blank, also an invisible one, and marks of direction, which other programs copy along. */
const EDGE = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;

/** Removes the blanks around a text and changes nothing else. Idempotent, in linear time. */
export function withoutEdges(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && EDGE.test(text[start]!)) start += 1;
  while (end > start && EDGE.test(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

/** Whether a text has no blank, nothing invisible and no pile of marks in it. */
export const isUnbroken = (text: string): boolean =>
  normaliseLine(text) === text.normalize('NFC') && !/\s/u.test(text);

/**
 * Folds text for comparison and search: lower case, without accents or apostrophes, single spaces between words.
 * `Ñandú`, `ñandu` and `NANDU` fold to the same, as do composed and decomposed forms. Idempotent.
 */
export function foldText(text: string): string {
  const apart = normaliseLine(text).normalize('NFKD').toLowerCase().normalize('NFKD');
  const plain = apart
    .replace(/\p{M}/gu, '')
    .replace(APART, (letter) => LETTERS.get(letter) ?? letter);
  return plain.replace(APOSTROPHES, '').replace(/\s+/gu, ' ').trim();
}

const PLAIN_WORD = /^[a-z0-9]+$/u;

/** Splits a text into folded words: runs of letters and digits. */
export const wordsOf = (text: string): string[] =>
  PLAIN_WORD.test(text) ? [text] : (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** Splits a text into words in lower case, with accents, without apostrophes. Each folds to one or more words. */
export const accentedWordsOf = (text: string): string[] =>
  normaliseLine(text)
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];

export const isBlank = (text: string): boolean => normaliseLine(text) === '';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Counts visible characters: `g̃` is one, and so is an emoji of several code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/**
 * Maximum average number of UTF-16 units per visible character, so that many combining marks on one letter cannot get
 * around a length limit.
 */
const UNITS_PER_CHARACTER = 4;

/** Whether a text has at most `max` visible characters and a proportionate size in storage. */
export function fitsLength(text: string, max: number): boolean {
  if (text.length <= max) return true;
  return text.length <= max * UNITS_PER_CHARACTER && countCharacters(text) <= max;
}
