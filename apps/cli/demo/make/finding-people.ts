import type { GroupIds } from './groups.js';
import { introductionActs } from './introductions.js';
import { savedSearchActs } from './saved-searches.js';
import type { DemoAct, DemoContext } from './demo-context.js';
import { suggestionActs } from './suggestions.js';
import { workMapActs } from './work-maps.js';

/** Acts by which people find each other. */
export const peopleFindingActs = (stage: DemoContext, places: GroupIds): DemoAct[] => [
  ...introductionActs(stage),
  ...suggestionActs(stage, places),
  ...savedSearchActs(stage),
  ...workMapActs(stage),
];
