import type { Language } from '#kernel/language.js';

export const TERM_KINDS = ['issue', 'practice', 'territory', 'language', 'skill'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** The stored id of a term: its kind and slug, such as `issue:indigenous-rights` or `territory:BR-AM`. */
export type TermId = `${TermKind}:${string}`;

export type LocalisedText = Readonly<Record<Language, string>>;

/** A term of the reference data. Its id never changes; its names may. */
export interface Term {
  readonly id: TermId;
  readonly kind: TermKind;
  readonly slug: string;
  readonly name: LocalisedText;
  /** The name for chips and narrow layouts; equal to `name` if that name is short. */
  readonly shortName: LocalisedText;
  /** Synonyms in any of the languages, separated by commas. */
  readonly words: string;
}

/** Slug, names in Spanish, Portuguese and English, synonyms. */
export type TermRow = readonly [
  slug: string,
  es: string,
  pt: string,
  en: string,
  words?: string | undefined,
];

/** Creates terms of one kind from rows. A name may be written as `long name | short name`. */
export const createTerms = (kind: TermKind, rows: readonly TermRow[]): Term[] =>
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
