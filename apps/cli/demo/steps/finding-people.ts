import type { GroupAndChannelIds } from './groups.js';
import { introductionSteps } from './introductions.js';
import { savedSearchSteps } from './saved-searches.js';
import type { DemoStep, DemoContext } from './demo-context.js';
import { suggestionSteps } from './suggestions.js';
import { workMapSteps } from './work-maps.js';

/** Steps in which people find each other: introductions, suggestions, saved searches and work maps. */
export const findingPeopleSteps = (stage: DemoContext, places: GroupAndChannelIds): DemoStep[] => [
  ...introductionSteps(stage),
  ...suggestionSteps(stage, places),
  ...savedSearchSteps(stage),
  ...workMapSteps(stage),
];
