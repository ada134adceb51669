import { LANGUAGES, type Language } from '#kernel/language.js';
import { wordsOf } from '#kernel/text.js';
import { REGION_COUNTRIES } from './countries.js';
import { SHARED_TERRITORIES } from './shared-territories.js';
import type { Term, TermId } from './term.js';
import { everyTerm, termsOfKind } from './terms.js';

export interface ReadWords {
  /** Terms found, each once, in the order in which they were typed. */
  readonly terms: readonly TermId[];
  /** Folded words that name no term. */
  readonly rest: readonly string[];
}

/** Words that only join others. */
const JOINING = new Set(
  'a al and com con da das de del do dos e el em en in la las los na no o of os que the y'.split(
    ' ',
  ),
);
/** Words about a chip rather than of it: "habla portugués" asks for Portuguese. */
const SAYING = new Set(
  'fala falam habla hablan idioma language lengua lingua speaking speaks territorio territory tema'.split(
    ' ',
  ),
);

/**
 * Words of a person's name are likelier than a far country of the same name (Jordan, Georgia, Israel), so only the
 * region's countries are read from free words; the picker offers all.
 */
const readable: readonly Term[] = [
  ...SHARED_TERRITORIES,
  ...REGION_COUNTRIES,
  ...(['issue', 'practice', 'language', 'skill'] as const).flatMap(termsOfKind),
];

const keyOf = (text: string) => wordsOf(text).join(' ');
const namesOf = (term: Term, language: Language) => [term.name[language], term.shortName[language]];

const names = new Map(LANGUAGES.map((language) => [language, new Map<string, TermId>()]));
const synonyms = new Map<string, TermId>();
let longest = 1;
for (const term of readable) {
  for (const language of LANGUAGES) {
    for (const name of namesOf(term, language)) put(names.get(language)!, name, term.id);
  }
  for (const word of term.words.split(',')) put(synonyms, word, term.id);
}

/** The first term that claims a phrase keeps it. */
function put(index: Map<string, TermId>, phrase: string, id: TermId) {
  const key = keyOf(phrase);
  if (key === '') return;
  longest = Math.max(longest, key.split(' ').length);
  if (!index.has(key)) index.set(key, id);
}

/** Names in the reader's own language come first, then names in the others, then other words. */
function lookUp(phrase: string, language: Language): TermId | undefined {
  const order = [language, ...LANGUAGES.filter((other) => other !== language)];
  for (const each of order) {
    const id = names.get(each)?.get(phrase);
    if (id) return id;
  }
  return synonyms.get(phrase);
}

/** Turns typed words such as "indigenas amazonia portugues" into terms and the words left over; the longest name wins. */
export function readWords(text: string, language: Language): ReadWords {
  const words = wordsOf(text);
  const terms = new Set<TermId>();
  const rest: string[] = [];
  let at = 0;
  while (at < words.length) {
    const found = longestAt(words, at, language);
    if (found) terms.add(found.id);
    else if (!JOINING.has(words[at]!)) rest.push(words[at]!);
    at += found?.length ?? 1;
  }
  return {
    terms: [...terms],
    rest: terms.size > 0 ? rest.filter((word) => !SAYING.has(word)) : rest,
  };
}

function longestAt(words: readonly string[], at: number, language: Language) {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const id = lookUp(words.slice(at, at + length).join(' '), language);
    if (id) return { id, length };
  }
  return undefined;
}

/** From this many letters on, the beginning of a word stands for the word. */
export const PREFIX_LETTERS = 3;

let byWord: Map<string, TermId[]> | undefined;

/** Terms, regions too, with a word in one of their names that begins as `word`; a shorter one must be the whole word. */
export function termsWithWord(word: string): TermId[] {
  byWord ??= indexByWord();
  if (word.length < PREFIX_LETTERS) return byWord.get(word) ?? [];
  const found = [...byWord].filter(([name]) => name.startsWith(word));
  return [...new Set(found.flatMap(([, ids]) => ids))];
}

function indexByWord(): Map<string, TermId[]> {
  const index = new Map<string, TermId[]>();
  for (const term of everyTerm()) {
    const texts = [...LANGUAGES.flatMap((language) => namesOf(term, language)), term.words];
    for (const word of new Set(texts.flatMap(wordsOf))) {
      if (JOINING.has(word)) continue;
      index.set(word, [...(index.get(word) ?? []), term.id]);
    }
  }
  return index;
}
