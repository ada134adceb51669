import { introductions } from './introductions.js';
import { savedSearches } from './saved-searches.js';
import type { Act, Stage } from './stage.js';

/** How people find each other. */
export const finding = (stage: Stage): Act[] => [...introductions(stage), ...savedSearches(stage)];
