import { LANGUAGES, type Language } from '#kernel/language.js';
import { wordsOf } from '#kernel/text.js';
import { REGION_COUNTRIES } from '../data/countries.js';
import { NearNames } from './near-names.js';
import { SHARED_TERRITORIES } from '../data/shared-territories.js';
import type { Term, TermId } from '../term.js';
import { everyTerm, termsOfKind } from '../terms.js';

export interface ReadWords {
  /** Terms found, each once, in the order in which they were typed. */
  readonly terms: readonly TermId[];
  /** Folded words that name no term. */
  readonly rest: readonly string[];
}

/** A word that an instance added to a term. */
export interface OwnWord {
  readonly termId: string;
  readonly word: string;
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
export const READABLE: readonly Term[] = [
  ...SHARED_TERRITORIES,
  ...REGION_COUNTRIES,
  ...(['issue', 'practice', 'language', 'skill'] as const).flatMap(termsOfKind),
];

/** A phrase as it is compared. */
export const keyOf = (text: string): string => wordsOf(text).join(' ');

/** Whether a phrase says nothing by itself. */
export const onlyJoins = (key: string): boolean =>
  key.split(' ').every((word) => JOINING.has(word) || SAYING.has(word));

/** From this many letters on, the beginning of a word stands for the word. */
export const PREFIX_LETTERS = 3;

const namesOf = (term: Term, language: Language) => [term.name[language], term.shortName[language]];

/** Which words name which terms: those of the reference data, then those that an instance added. */
export class Lexicon {
  private readonly names = new Map(LANGUAGES.map((one) => [one, new Map<string, TermId>()]));
  private readonly synonyms = new Map<string, TermId>();
  private readonly byPhrase = new Map<string, Set<TermId>>();
  private readonly own: ReadonlyMap<string, readonly string[]>;
  private longest = 1;
  private byWord: Map<string, TermId[]> | undefined;
  private near: NearNames | undefined;

  constructor(own: readonly OwnWord[] = []) {
    for (const term of READABLE) this.take(term);
    this.own = new Map(
      [...Map.groupBy(own, ({ termId }) => termId)].map(([id, words]) => [
        id,
        words.map(({ word }) => word),
      ]),
    );
    for (const { id } of READABLE) {
      for (const word of this.own.get(id) ?? []) this.put(this.synonyms, word, id);
    }
  }

  /**
   * Turns typed words such as "indigenas amazonia portugues" into terms and the words left over; the longest name wins,
   * and one that is typed right before one with a slip in it.
   */
  read(text: string, language: Language): ReadWords {
    const words = wordsOf(text);
    const terms = new Set<TermId>();
    const rest: string[] = [];
    let at = 0;
    while (at < words.length) {
      const found = this.longestAt(words, at, language);
      if (found) terms.add(found.id);
      else if (!JOINING.has(words[at]!)) rest.push(words[at]!);
      at += found?.length ?? 1;
    }
    return {
      terms: [...terms],
      rest: terms.size > 0 ? rest.filter((word) => !SAYING.has(word)) : rest,
    };
  }

  /** Terms, regions too, with a word in one of their names that begins as `word`; a shorter one must be the whole word. */
  withWord(word: string): TermId[] {
    this.byWord ??= this.indexByWord();
    if (word.length < PREFIX_LETTERS) return this.byWord.get(word) ?? [];
    const found = [...this.byWord].filter(([name]) => name.startsWith(word));
    return [...new Set(found.flatMap(([, ids]) => ids))];
  }

  /** Every term that a whole phrase names, whichever of them it is read as. */
  named(phrase: string): TermId[] {
    return [...(this.byPhrase.get(keyOf(phrase)) ?? [])];
  }

  private take(term: Term): void {
    for (const language of LANGUAGES) {
      for (const name of namesOf(term, language)) {
        this.put(this.names.get(language)!, name, term.id);
      }
    }
    for (const word of term.words.split(',')) this.put(this.synonyms, word, term.id);
  }

  /** The first term that claims a phrase keeps it. */
  private put(index: Map<string, TermId>, phrase: string, id: TermId): void {
    const key = keyOf(phrase);
    if (key === '') return;
    this.longest = Math.max(this.longest, key.split(' ').length);
    this.byPhrase.set(key, (this.byPhrase.get(key) ?? new Set()).add(id));
    if (!index.has(key)) index.set(key, id);
  }

  private longestAt(words: readonly string[], at: number, language: Language) {
    for (let length = Math.min(this.longest, words.length - at); length > 0; length -= 1) {
      const id = this.lookUp(words.slice(at, at + length).join(' '), language);
      if (id) return { id, length };
    }
    for (let length = Math.min(this.longest, words.length - at); length > 0; length -= 1) {
      const id = this.lookUpNear(words.slice(at, at + length), language);
      if (id) return { id, length };
    }
    return undefined;
  }

  /** Names in the reader's own language come first, then names in the others, then other words. */
  private lookUp(phrase: string, language: Language): TermId | undefined {
    const order = [language, ...LANGUAGES.filter((other) => other !== language)];
    for (const each of order) {
      const id = this.names.get(each)?.get(phrase);
      if (id) return id;
    }
    return this.synonyms.get(phrase);
  }

  /** As `lookUp`, for a phrase with a slip in it; words that only join others, at its ends, name nothing. */
  private lookUpNear(words: readonly string[], language: Language): TermId | undefined {
    if ([words[0]!, words.at(-1)!].some(onlyJoins)) return undefined;
    this.near ??= new NearNames(this.byPhrase.keys());
    const name = this.near.nearest(words.join(' '));
    return name === undefined ? undefined : this.lookUp(name, language);
  }

  private indexByWord(): Map<string, TermId[]> {
    const index = new Map<string, TermId[]>();
    for (const term of everyTerm()) {
      const names = LANGUAGES.flatMap((language) => namesOf(term, language));
      const texts = [...names, term.words, ...(this.own.get(term.id) ?? [])];
      for (const word of new Set(texts.flatMap(wordsOf))) {
        if (JOINING.has(word)) continue;
        index.set(word, [...(index.get(word) ?? []), term.id]);
      }
    }
    return index;
  }
}

/** The words of the reference data alone. */
export const BUILT_IN = new Lexicon();
