import { LANGUAGES, type Language } from '#kernel/language.js';
import { OTHER_COUNTRIES, REGION_COUNTRIES } from './data/countries.js';
import { ISSUE_AREAS } from './data/issue-areas.js';
import { REGION_LANGUAGES } from './data/region-languages.js';
import { PRACTICES } from './data/practices.js';
import { REGIONS, regionsOfCountry } from './data/regions.js';
import { SHARED_TERRITORIES } from './data/shared-territories.js';
import { SIGN_LANGUAGES } from './data/sign-languages.js';
import { SKILLS } from './data/skills.js';
import type { Term, TermId, TermKind } from './term.js';
import { WORLD_LANGUAGES } from './data/world-languages.js';

/** The lists into which the reference data is divided. */
export type TermList =
  | 'issueAreas'
  | 'practices'
  | 'sharedTerritories'
  | 'countries'
  | 'otherCountries'
  | 'worldLanguages'
  | 'regionLanguages'
  | 'signLanguages'
  | 'skills';

const LISTS: Readonly<Record<TermList, readonly Term[]>> = {
  issueAreas: ISSUE_AREAS,
  practices: PRACTICES,
  sharedTerritories: SHARED_TERRITORIES,
  countries: REGION_COUNTRIES,
  otherCountries: OTHER_COUNTRIES,
  worldLanguages: WORLD_LANGUAGES,
  regionLanguages: REGION_LANGUAGES,
  signLanguages: SIGN_LANGUAGES,
  skills: SKILLS,
};

const all = [...Object.values(LISTS).flat(), ...REGIONS];
const byId: ReadonlyMap<string, Term> = new Map(all.map((term) => [term.id, term]));

export type TerritoryLevel = 'shared' | 'country' | 'region';

const levels = new Map<string, TerritoryLevel>([
  ...SHARED_TERRITORIES.map(({ id }) => [id, 'shared'] as const),
  ...[...REGION_COUNTRIES, ...OTHER_COUNTRIES].map(({ id }) => [id, 'country'] as const),
  ...REGIONS.map(({ id }) => [id, 'region'] as const),
]);

/** The term with this id, or undefined. */
export const findTerm = (id: unknown): Term | undefined =>
  typeof id === 'string' ? byId.get(id) : undefined;

/** Whether a value is the id of a term, of the given kind if any. */
export function isTermId(id: unknown, kind?: TermKind): id is TermId {
  const term = findTerm(id);
  return term !== undefined && (kind === undefined || term.kind === kind);
}

/** All terms, including first-level regions. */
export const listAllTerms = (): readonly Term[] => all;

/** The level of a territory; undefined for anything else. */
export const territoryLevel = (id: unknown): TerritoryLevel | undefined =>
  typeof id === 'string' ? levels.get(id) : undefined;

/** All terms of a kind that can be chips. First-level regions are excluded. */
export const termsOfKind = (kind: TermKind): readonly Term[] =>
  Object.values(LISTS)
    .flat()
    .filter((term) => term.kind === kind);

/** The name of a term in a language. Returns the id itself if it is unknown, so that old rows still show something. */
export const termNameOf = (id: string, language: Language): string =>
  findTerm(id)?.name[language] ?? id;

/** Lists with a meaningful order. The others are sorted by name. */
const ORDERED: ReadonlySet<TermList> = new Set(['issueAreas', 'practices', 'sharedTerritories']);

/** The most common terms, listed first; the others follow by name. */
const FIRST: Partial<Record<TermList, readonly string[]>> = {
  worldLanguages: ['es', 'pt', 'en'],
  regionLanguages: 'qu gn ay ht nah quc yua mam kek arn fr nl'.split(' '),
};

const sorters = new Map(LANGUAGES.map((language) => [language, new Intl.Collator(language)]));
const sort = (terms: readonly Term[], language: Language, first: readonly string[] = []) => {
  const { compare } = sorters.get(language)!;
  const place = ({ slug }: Term) => (first.includes(slug) ? first.indexOf(slug) : first.length);
  return terms.toSorted(
    (a, b) => place(a) - place(b) || compare(a.name[language], b.name[language]),
  );
};

const sorted = new Map<string, readonly Term[]>();

/** One list in display order for a language. */
export function sortedTermList(list: TermList, language: Language): readonly Term[] {
  if (ORDERED.has(list)) return LISTS[list];
  const key = `${list} ${language}`;
  const known = sorted.get(key) ?? sort(LISTS[list], language, FIRST[list]);
  sorted.set(key, known);
  return known;
}

/** First-level regions of a country by its id, sorted by name; undefined if the id is not a country. */
export function regionsOf(countryId: string): readonly Term[] | undefined {
  if (territoryLevel(countryId) !== 'country') return undefined;
  return sort(regionsOfCountry(countryId.slice('territory:'.length)), 'es');
}
