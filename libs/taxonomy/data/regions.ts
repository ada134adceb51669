import { iso31662 } from 'iso-3166';
import { type Term, termsOf } from '../term.js';

/** ISO 3166-2 writes alternatives and explanations in brackets. */
const plain = (name: string) => name.replace(/\s*\([^)]*\)/gu, '').trim();

/** The first level below each country, by its code, under the names used there. */
const byCountry = Map.groupBy(
  iso31662.filter(({ parent }) => parent.length === 2),
  ({ parent }) => parent,
);

const terms = new Map<string, readonly Term[]>();
for (const [country, regions] of byCountry) {
  const rows = regions.map(
    ({ code, name }) => [code, plain(name), plain(name), plain(name)] as const,
  );
  terms.set(country, termsOf('territory', rows));
}

/** First-level regions of a country by its two letters; none for a country without. */
export const regionsOfCountry = (code: string): readonly Term[] => terms.get(code) ?? [];

/** Every first-level region. */
export const REGIONS: readonly Term[] = [...terms.values()].flat();
