import type { Taxonomy, Term } from '../../../lib/server/taxonomy';

/** The languages that most people here share, or look for in each other, before those of the rest of the world. */
const COMMON = ['es', 'pt', 'en', 'ht', 'qu', 'gn', 'ay', 'fr'].map((code) => `language:${code}`);

/** The common ones first, then the others in their own order. */
export function byUse(languages: readonly Term[]): Term[] {
  const place = ({ id }: Term) => (COMMON.includes(id) ? COMMON.indexOf(id) : COMMON.length);
  return languages.toSorted((a, b) => place(a) - place(b));
}

/** What is within reach of the thumb without opening all filters: what people search by first. */
export function atHand({ issueAreas, sharedTerritories, worldLanguages }: Taxonomy): Term[] {
  const languages = byUse(worldLanguages).slice(0, 3);
  return [...issueAreas.slice(0, 5), ...sharedTerritories, ...languages, ...issueAreas.slice(5)];
}

export type TermKind = 'issue' | 'territory' | 'language' | 'practice' | 'skill';

/** What a term is one of, as its id says. */
export const kindOf = (id: string) => id.slice(0, id.indexOf(':')) as TermKind;
