import { iso31662 } from 'iso-3166';
import { type Term, createTerms } from '../term.js';

/** Removes the alternatives and explanations that ISO 3166-2 adds in brackets. */
const plain = (name: string) => name.replace(/\s*\([^)]*\)/gu, '').trim();

/** First-level regions by country code, under their local names. */
const byCountry = Map.groupBy(
  iso31662.filter(({ parent }) => parent.length === 2),
  ({ parent }) => parent,
);

const terms = new Map<string, readonly Term[]>();
for (const [country, regions] of byCountry) {
  const rows = regions.map(
    ({ code, name }) => [code, plain(name), plain(name), plain(name)] as const,
  );
  terms.set(country, createTerms('territory', rows));
}

/** First-level regions of a country by its two-letter code; empty for a country without regions. */
export const regionsOfCountry = (code: string): readonly Term[] => terms.get(code) ?? [];

export const REGIONS: readonly Term[] = [...terms.values()].flat();
