import type { Language } from '#kernel/language.js';

export const TERM_KINDS = ['issue', 'practice', 'territory', 'language', 'skill'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** The id under which rows keep a term: its kind and its slug, such as `issue:indigenous-rights` or `territory:BR-AM`. */
export type TermId = `${TermKind}:${string}`;

export type InLanguages = Readonly<Record<Language, string>>;

/** A word of the reference data. Its id never changes; its names may. */
export interface Term {
  readonly id: TermId;
  readonly kind: TermKind;
  readonly slug: string;
  readonly name: InLanguages;
  /** For chips and narrow places; the name itself where that is short. */
  readonly shortName: InLanguages;
  /** Other words that people type for it, in any of the languages, separated by commas. */
  readonly words: string;
}

/** Slug, names in Spanish, Portuguese and English, other words for it. */
export type Row = readonly [
  slug: string,
  es: string,
  pt: string,
  en: string,
  words?: string | undefined,
];

/** Makes terms of one kind from rows; a name may be written `long name | short name`. */
export const termsOf = (kind: TermKind, rows: readonly Row[]): Term[] =>
  rows.map(([slug, es, pt, en, words = '']) => ({
    id: `${kind}:${slug}`,
    kind,
    slug,
    name: { es: long(es), pt: long(pt), en: long(en) },
    shortName: { es: short(es), pt: short(pt), en: short(en) },
    words,
  }));

const long = (name: string) => name.split(' | ')[0] ?? name;
const short = (name: string) => name.split(' | ')[1] ?? name;
