import type { Placer } from './matrix-fixture.js';
import { PLACES_OF_GROUPS } from './matrix-fixtures-groups.js';
import { PLACES_OF_MODERATION } from './matrix-fixtures-moderation.js';
import { PLACES_OF_ORGANISATIONS } from './matrix-fixtures-organisations.js';
import { PLACES_OF_OWN } from './matrix-fixtures-own.js';
import { PLACES_OF_PEOPLE } from './matrix-fixtures-people.js';
import { PLACES_OF_VETTING } from './matrix-fixtures-vetting.js';

/** Factories of a row for every subject that an endpoint addresses, by subject and state. */
export const PLACES: Readonly<Record<string, Placer>> = {
  ...PLACES_OF_GROUPS,
  ...PLACES_OF_ORGANISATIONS,
  ...PLACES_OF_PEOPLE,
  ...PLACES_OF_VETTING,
  ...PLACES_OF_MODERATION,
  ...PLACES_OF_OWN,
};
