import type { Taxonomy, Term } from '../../../lib/server/taxonomy';

/** Terms shown without opening the filters: the most common ones. */
export function commonTerms({ issueAreas, sharedTerritories, worldLanguages }: Taxonomy): Term[] {
  const most = worldLanguages.slice(0, 3);
  return [...issueAreas.slice(0, 5), ...sharedTerritories, ...most, ...issueAreas.slice(5)];
}

export type TermKind = 'issue' | 'territory' | 'language' | 'practice' | 'skill';

/** Kind of a term, the part of its id before the colon. */
export const termKindOf = (id: string) => id.slice(0, id.indexOf(':')) as TermKind;
