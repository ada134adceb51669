import type { Places } from './groups.js';
import { introductions } from './introductions.js';
import { savedSearches } from './saved-searches.js';
import type { Act, Stage } from './stage.js';
import { suggestions } from './suggestions.js';
import { workMaps } from './work-maps.js';

/** Acts by which people find each other. */
export const finding = (stage: Stage, places: Places): Act[] => [
  ...introductions(stage),
  ...suggestions(stage, places),
  ...savedSearches(stage),
  ...workMaps(stage),
];
