import { LANGUAGES, type Language } from '#kernel/language.js';
import { wordsOf } from '#kernel/text.js';
import { REGION_COUNTRIES } from '../data/countries.js';
import { FuzzyNameMatcher } from './fuzzy-name-matcher.js';
import { SHARED_TERRITORIES } from '../data/shared-territories.js';
import type { Term, TermId } from '../term.js';
import { listAllTerms, termsOfKind } from '../terms.js';

export interface RecognisedTerms {
  /** Recognised terms without duplicates, in the typed order. */
  readonly terms: readonly TermId[];
  /** Folded words that name no term. */
  readonly rest: readonly string[];
}

/** A synonym that an instance added to a term. */
export interface InstanceSynonym {
  readonly termId: string;
  readonly word: string;
}

/** Stop words, which `read` omits from the remaining words. */
const JOINING = new Set(
  'a al and com con da das de del do dos e el em en in la las los na no o of os que the y'.split(
    ' ',
  ),
);
/** Words that describe a term without being part of its name, such as "habla" in "habla portugués". */
const SAYING = new Set(
  'fala falam habla hablan idioma language lengua lingua speaking speaks territorio territory tema'.split(
    ' ',
  ),
);

/**
 * Terms recognised in typed words. Countries outside the region are excluded, because in a search words such as Jordan,
 * Georgia or Israel are more likely the name of a person. The picker offers all countries.
 */
export const RECOGNISABLE_TERMS: readonly Term[] = [
  ...SHARED_TERRITORIES,
  ...REGION_COUNTRIES,
  ...(['issue', 'practice', 'language', 'skill'] as const).flatMap(termsOfKind),
];

/** The folded form of a phrase, for comparison. */
export const foldPhrase = (text: string): string => wordsOf(text).join(' ');

/** Whether a phrase consists only of stop words and descriptive words. */
export const isOnlyStopWords = (key: string): boolean =>
  key.split(' ').every((word) => JOINING.has(word) || SAYING.has(word));

/** Minimum length of a word for prefix matching. */
export const MIN_PREFIX_LENGTH = 3;

const namesOf = (term: Term, language: Language) => [term.name[language], term.shortName[language]];

/**
 * Maps words to the terms that they name. Built-in names and synonyms take precedence over the synonyms of the
 * instance.
 */
export class Lexicon {
  private readonly names = new Map(LANGUAGES.map((one) => [one, new Map<string, TermId>()]));
  private readonly synonyms = new Map<string, TermId>();
  private readonly byPhrase = new Map<string, Set<TermId>>();
  private readonly own: ReadonlyMap<string, readonly string[]>;
  private longest = 1;
  private byWord: Map<string, TermId[]> | undefined;
  private near: FuzzyNameMatcher | undefined;

  constructor(own: readonly InstanceSynonym[] = []) {
    for (const term of RECOGNISABLE_TERMS) this.take(term);
    this.own = new Map(
      [...Map.groupBy(own, ({ termId }) => termId)].map(([id, words]) => [
        id,
        words.map(({ word }) => word),
      ]),
    );
    for (const { id } of RECOGNISABLE_TERMS) {
      for (const word of this.own.get(id) ?? []) this.put(this.synonyms, word, id);
    }
  }

  /**
   * Splits typed words such as "indigenas amazonia portugues" into terms and remaining words. The longest name wins,
   * and an exact match wins over a fuzzy match.
   */
  read(text: string, language: Language): RecognisedTerms {
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

  /**
   * Terms (including regions) with a name or synonym in which a word begins with `word`. A word shorter than
   * `MIN_PREFIX_LENGTH` must match completely.
   */
  withWord(word: string): TermId[] {
    this.byWord ??= this.indexByWord();
    if (word.length < MIN_PREFIX_LENGTH) return this.byWord.get(word) ?? [];
    const found = [...this.byWord].filter(([name]) => name.startsWith(word));
    return [...new Set(found.flatMap(([, ids]) => ids))];
  }

  /** All terms that a phrase names, including terms that `read` would not choose. */
  named(phrase: string): TermId[] {
    return [...(this.byPhrase.get(foldPhrase(phrase)) ?? [])];
  }

  private take(term: Term): void {
    for (const language of LANGUAGES) {
      for (const name of namesOf(term, language)) {
        this.put(this.names.get(language)!, name, term.id);
      }
    }
    for (const word of term.words.split(',')) this.put(this.synonyms, word, term.id);
  }

  /** Indexes a phrase. If several terms have the phrase, the first term wins. */
  private put(index: Map<string, TermId>, phrase: string, id: TermId): void {
    const key = foldPhrase(phrase);
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

  /** Searches names in the reader's language first, then names in other languages, then synonyms. */
  private lookUp(phrase: string, language: Language): TermId | undefined {
    const order = [language, ...LANGUAGES.filter((other) => other !== language)];
    for (const each of order) {
      const id = this.names.get(each)?.get(phrase);
      if (id) return id;
    }
    return this.synonyms.get(phrase);
  }

  /** Like `lookUp`, with fuzzy matching. Phrases that begin or end with a stop word do not match. */
  private lookUpNear(words: readonly string[], language: Language): TermId | undefined {
    if ([words[0]!, words.at(-1)!].some(isOnlyStopWords)) return undefined;
    this.near ??= new FuzzyNameMatcher(this.byPhrase.keys());
    const name = this.near.nearest(words.join(' '));
    return name === undefined ? undefined : this.lookUp(name, language);
  }

  private indexByWord(): Map<string, TermId[]> {
    const index = new Map<string, TermId[]>();
    for (const term of listAllTerms()) {
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

/** The built-in names and synonyms, without those of the instance. */
export const BUILT_IN_LEXICON = new Lexicon();
