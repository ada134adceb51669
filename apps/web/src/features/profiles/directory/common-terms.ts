import type { Taxonomy, Term } from '../../../lib/server/taxonomy';

/** What is within reach of the thumb without opening all filters: what people search by first. */
export function atHand({ issueAreas, sharedTerritories, worldLanguages }: Taxonomy): Term[] {
  const most = worldLanguages.slice(0, 3);
  return [...issueAreas.slice(0, 5), ...sharedTerritories, ...most, ...issueAreas.slice(5)];
}

export type TermKind = 'issue' | 'territory' | 'language' | 'practice' | 'skill';

/** What a term is one of, as its id says. */
export const kindOf = (id: string) => id.slice(0, id.indexOf(':')) as TermKind;
