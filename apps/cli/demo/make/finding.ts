import { introductions } from './introductions.js';
import { savedSearches } from './saved-searches.js';
import type { Act, Stage } from './stage.js';
import { workMaps } from './work-maps.js';

/** How people find each other. */
export const finding = (stage: Stage): Act[] => [
  ...introductions(stage),
  ...savedSearches(stage),
  ...workMaps(stage),
];
