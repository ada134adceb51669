import { Invalid } from '#kernel/errors.js';
import { accentedWordsOf, wordsOf } from '#kernel/text.js';

/** Placeholder of the block's key in a query, replaced by the statement. No indexed word contains it. */
const PLACE = '~';
/** Prefix of an author's key. No indexed word contains it. */
const AUTHOR = '@';
/** Longer words are truncated in the index and in queries. */
const MOST_LETTERS = 64;
/** Minimum length of a prefix; shorter ones would match too many words. */
const LEAST_OF_BEGINNING = 3;
const MOST_WORDS = 8;
const MOST_IN_A_PHRASE = 12;

/**
 * Word endings with their dictionary form: the dictionaries know some only with an accent, which people leave out, and
 * Portuguese plurals only in the singular.
 */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/cion$/, 'ción'],
  [/sion$/, 'sión'],
  [/cao$/, 'ção'],
  [/sao$/, 'são'],
  [/[ao]es$/, 'ão'],
  [/([aeou])is$/, '$1l'],
];

/** Returns the folded stems of a word in the three languages; an empty list for a stop word like `de`. */
export type StemLookup = (spelled: string) => readonly string[];

/**
 * Number of messages of a channel that share a key. Words from before the viewer joined are in other blocks and do not
 * influence the search.
 */
export const MESSAGES_PER_BLOCK = 1_000;
/**
 * Builds the key of a block from the first characters of the channel's id and the number of the block. A collision of
 * two channels costs only time.
 */
export const blockKey = (channelId: string, seq: number): string =>
  `${channelId.slice(0, 6)}${Math.floor(seq / MESSAGES_PER_BLOCK)}.`;
export const blockKeySql = (channelId: string, block: string) =>
  `left(${channelId}::text, 6) || ${block} || '.'`;
const authorKey = (id: string) => AUTHOR + id.slice(0, 8);

/** Returns the spellings under which a word is stemmed: as typed, folded, and with a restored ending. */
export function spellingVariants(spelled: string): string[] {
  const folded = cut(wordsOf(spelled)[0] ?? '');
  const known = ENDINGS.filter(([ending]) => ending.test(folded));
  const restored = known.map(([ending, instead]) => folded.replace(ending, instead));
  return [...new Set([cut(spelled), folded, ...restored])].filter(Boolean);
}

/** Returns every spelling in a text whose stems are needed. */
export const wordsToStemInText = (text: string): string[] => [
  ...new Set(accentedWordsOf(text).flatMap(spellingVariants)),
];

interface Said {
  readonly channelId: string;
  readonly seq: number;
  /** The author's membership id in a group, or account id in a conversation. */
  readonly authorId: string | null;
  readonly body: string;
}

/** Builds the text of a tsvector: each word (weight A), its stems, and the author. */
export function toSearchVector(
  { channelId, seq, authorId, body }: Said,
  stemsOf: StemLookup,
): string {
  const key = blockKey(channelId, seq);
  const places = new Map<string, string[]>();
  const stems = new Set<string>();
  let place = 0;
  for (const spelled of accentedWordsOf(body)) {
    for (const word of wordsOf(spelled)) {
      place += 1;
      places.set(cut(word), [...(places.get(cut(word)) ?? []), `${place}A`]);
    }
    for (const stem of allStems(spelled, stemsOf)) stems.add(stem);
  }
  const bare = [...stems].filter((stem) => !places.has(stem));
  return [
    ...[...places].map(([word, at]) => `'${key}${word}':${at.join(',')}`),
    ...bare.map((stem) => `'${key}${stem}'`),
    ...(authorId ? [`'${key}${authorKey(authorId)}'`] : []),
  ].join(' ');
}

/** A parsed query: words that must all match, a prefix, and phrases. */
export interface SearchTerms {
  readonly words: readonly string[];
  readonly beginning: string | null;
  readonly phrases: readonly (readonly string[])[];
}

/**
 * Parses what the viewer typed. Quoted text is a phrase; an open quote extends to the end. Throws Invalid if there are
 * too many words.
 */
export function parseSearchTerms(text: string): SearchTerms {
  const parts = text.replace(/[“”„«»‟]/gu, '"').split('"');
  const phrases = parts.filter((_, at) => at % 2 === 1).map(wordsOf);
  const loose = parts
    .filter((_, at) => at % 2 === 0)
    .map((part) => accentedWordsOf(part).filter((word) => wordsOf(word).length > 0));
  const words = loose.flat();
  const last = parts.length % 2 === 1 ? loose.at(-1)?.at(-1) : undefined;
  const isBeginning = last !== undefined && (wordsOf(last)[0]?.length ?? 0) >= LEAST_OF_BEGINNING;
  const asked = {
    words: [...new Set(isBeginning ? words.slice(0, -1) : words)],
    beginning: isBeginning ? last : null,
    phrases: phrases.filter((phrase) => phrase.length > 0),
  };
  const count = asked.words.length + asked.phrases.length + (isBeginning ? 1 : 0);
  const isLong = asked.phrases.some((phrase) => phrase.length > MOST_IN_A_PHRASE);
  if (count > MOST_WORDS || isLong) throw new Invalid('input', { text: 'tooMany' });
  return asked;
}

export const isEmptySearch = ({ words, beginning, phrases }: SearchTerms): boolean =>
  words.length === 0 && beginning === null && phrases.length === 0;

/** Returns the words of a query whose stems are needed. */
export const wordsToStem = ({ words, beginning }: SearchTerms): string[] => [
  ...new Set([...words, ...(beginning ? [beginning] : [])].flatMap(spellingVariants)),
];

/** Builds the text of a tsquery with `~` in place of each block's key. */
export function toSearchQuery(
  asked: SearchTerms,
  authorId: string | null,
  stemsOf: StemLookup,
): string {
  const either = (spelled: string, mark: string) => {
    const [word = '', ...rest] = wordsOf(spelled).map(cut);
    const stems = rest.length > 0 ? [] : allStems(spelled, stemsOf).filter((one) => one !== word);
    const whole = [word, ...rest].map((one, at) => lexeme(one, at === rest.length ? mark : ''));
    return `(${[whole.join(' & '), ...stems.map((stem) => lexeme(stem))].join(' | ')})`;
  };
  return [
    ...asked.words.map((word) => either(word, '')),
    ...(asked.beginning ? [either(asked.beginning, ':*')] : []),
    ...asked.phrases.map(
      (phrase) => `(${phrase.map((one) => lexeme(cut(one), ':A')).join(' <-> ')})`,
    ),
    ...(authorId ? [lexeme(authorKey(authorId))] : []),
  ].join(' & ');
}

const lexeme = (word: string, mark = '') => `'${PLACE}${word}'${mark}`;

const allStems = (spelled: string, stemsOf: StemLookup): string[] => [
  ...new Set(spellingVariants(spelled).flatMap((one) => [...stemsOf(one)])),
];

/** Truncates a word between code points, because half of a surrogate pair is not valid text. */
const cut = (word: string): string =>
  word.length <= MOST_LETTERS ? word : [...word].slice(0, MOST_LETTERS / 2).join('');
