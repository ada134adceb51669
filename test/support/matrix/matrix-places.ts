import type { Placer } from './matrix-place.js';
import { PLACES_OF_GROUPS } from './matrix-places-of-groups.js';
import { PLACES_OF_MODERATION } from './matrix-places-of-moderation.js';
import { PLACES_OF_ORGANISATIONS } from './matrix-places-of-organisations.js';
import { PLACES_OF_OWN } from './matrix-places-of-own.js';
import { PLACES_OF_PEOPLE } from './matrix-places-of-people.js';
import { PLACES_OF_VETTING } from './matrix-places-of-vetting.js';

/** Factories of a row for every subject that an endpoint addresses, by subject and state. */
export const PLACES: Readonly<Record<string, Placer>> = {
  ...PLACES_OF_GROUPS,
  ...PLACES_OF_ORGANISATIONS,
  ...PLACES_OF_PEOPLE,
  ...PLACES_OF_VETTING,
  ...PLACES_OF_MODERATION,
  ...PLACES_OF_OWN,
};
