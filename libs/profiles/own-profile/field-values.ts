import { Invalid } from '#kernel/errors.js';
import { mixesScripts } from '#kernel/names/confusable-names.js';
import { fitsLength, normaliseLine, normaliseParagraphs, wordsOf } from '#kernel/text.js';
import type { ProfileFieldKind } from '#policy/facts/audiences.js';
import type { TermKind } from '#taxonomy/term.js';
import { isTermId, type TerritoryLevel, territoryLevel } from '#taxonomy/terms.js';

interface TextKind {
  readonly max: number;
  readonly isOneLine?: boolean;
  readonly isNeeded?: boolean;
  /** Whether the directory indexes the words of this text. */
  readonly isSearched?: boolean;
}
interface TermsKind {
  readonly of: TermKind;
  readonly most: number;
  readonly levels?: readonly TerritoryLevel[];
}
interface MixedKind {
  readonly list: TermsKind;
  readonly free: TextKind;
}

const TEXTS = {
  name: { max: 60, isOneLine: true, isNeeded: true, isSearched: true },
  pronouns: { max: 40, isOneLine: true },
  organisation: { max: 120, isOneLine: true, isSearched: true },
  about: { max: 600, isSearched: true },
  contact: { max: 300 },
} as const satisfies Partial<Record<ProfileFieldKind, TextKind>>;

const TERMS = {
  issueAreas: { of: 'issue', most: 5 },
  practices: { of: 'practice', most: 8 },
  languages: { of: 'language', most: 10 },
  interprets: { of: 'language', most: 10 },
  territories: { of: 'territory', most: 10, levels: ['shared', 'country'] },
  region: { of: 'territory', most: 1, levels: ['region'] },
} as const satisfies Partial<Record<ProfileFieldKind, TermsKind>>;

/** Fields with terms from a list plus free text for what the list lacks. */
const MIXED = {
  skills: { list: { of: 'skill', most: 12 }, free: { max: 200, isSearched: true } },
  supportSought: { list: { of: 'skill', most: 12 }, free: { max: 400, isSearched: true } },
} as const satisfies Partial<Record<ProfileFieldKind, MixedKind>>;

export type TextFieldKind = keyof typeof TEXTS;
export type TermsFieldKind = keyof typeof TERMS;
export type MixedFieldKind = keyof typeof MIXED;
export type FieldKind = TextFieldKind | TermsFieldKind | MixedFieldKind | 'colour' | 'avatar';

/** All field kinds, in the order of the owner's form. */
export const FIELD_KINDS = [
  ...([
    'name',
    'colour',
    'avatar',
    'pronouns',
    'issueAreas',
    'practices',
    'territories',
    'region',
  ] as const),
  ...(['languages', 'interprets', 'skills', 'supportSought', 'about'] as const),
  ...(['organisation', 'contact'] as const),
] as const satisfies readonly FieldKind[];

/** One of six tints behind initials. Empty: the tint derived from the id. */
const COLOURS = ['', '1', '2', '3', '4', '5', '6'];

export interface EnteredFieldValue {
  readonly text?: string | null | undefined;
  readonly terms?: readonly string[] | null | undefined;
}
/** A value in the form in which it is stored. */
export interface StoredFieldValue {
  readonly text: string;
  readonly terms: string[];
  readonly words: string[];
}
export const EMPTY_FIELD_VALUE: StoredFieldValue = { text: '', terms: [], words: [] };

/** Like `normaliseFieldValue`, for a value that the owner enters. Also rejects a name that mixes scripts. */
export function parseFieldValue(kind: FieldKind, given: EnteredFieldValue): StoredFieldValue {
  const value = normaliseFieldValue(kind, given);
  if (kind === 'name' && mixesScripts(value.text)) throw wrong('text', 'mixedScripts');
  return value;
}

/** Normalises the text and removes duplicate terms. Throws Invalid with the reason, for example for an unknown term. */
export function normaliseFieldValue(kind: FieldKind, given: EnteredFieldValue): StoredFieldValue {
  if (isTermsKind(kind)) return termsValue(TERMS[kind], given);
  if (isMixedKind(kind)) return mixedValue(MIXED[kind], given);
  if (kind === 'colour') return colourValue(given);
  if (kind === 'avatar') return noValue(given);
  return textValue(TEXTS[kind], given);
}

const isTermsKind = (kind: FieldKind): kind is TermsFieldKind => Object.hasOwn(TERMS, kind);
const isMixedKind = (kind: FieldKind): kind is MixedFieldKind => Object.hasOwn(MIXED, kind);

function textValue(kind: TextKind, { text, terms }: EnteredFieldValue): StoredFieldValue {
  if (terms?.length) throw wrong('terms', 'notText');
  const normalise = kind.isOneLine ? normaliseLine : normaliseParagraphs;
  const kept = normalise(text ?? '');
  if (!fitsLength(kept, kind.max)) throw wrong('text', 'tooLong');
  if (kind.isNeeded && normaliseLine(kept) === '') throw wrong('text', 'blank');
  return { text: kept, terms: [], words: kind.isSearched ? [...new Set(wordsOf(kept))] : [] };
}

function termsValue(
  { of, most, levels }: TermsKind,
  { text, terms }: EnteredFieldValue,
): StoredFieldValue {
  if (text) throw wrong('text', 'notTerms');
  const kept = [...new Set(terms ?? [])];
  if (kept.length > most) throw wrong('terms', 'tooMany');
  const isKnown = (id: string) =>
    isTermId(id, of) && (!levels || levels.some((level) => territoryLevel(id) === level));
  if (!kept.every(isKnown)) throw wrong('terms', 'unknownTerm');
  return { ...EMPTY_FIELD_VALUE, terms: kept };
}

function mixedValue(
  { list, free }: MixedKind,
  { text, terms }: EnteredFieldValue,
): StoredFieldValue {
  return { ...textValue(free, { text }), terms: termsValue(list, { terms }).terms };
}

function colourValue({ text, terms }: EnteredFieldValue): StoredFieldValue {
  if (terms?.length || !COLOURS.includes(text ?? '')) throw wrong('text', 'unknownColour');
  return { ...EMPTY_FIELD_VALUE, text: text ?? '' };
}

/** A picture is uploaded separately, so it accepts neither text nor terms. */
function noValue({ text, terms }: EnteredFieldValue): StoredFieldValue {
  if (text || terms?.length) throw wrong('kind', 'uploaded');
  return EMPTY_FIELD_VALUE;
}

const wrong = (field: string, reason: string) => new Invalid('input', { [field]: reason });
