import { WorkMapsService } from '#profiles/work-map/work-maps.service.js';
import type { Act, Stage } from './stage.js';

/** Computes the maps of the last two nights. The first is shown today, the second tomorrow. */
export const workMaps = (stage: Stage): Act[] =>
  [1.2, 0.2].map((daysAgo) => ({ daysAgo, run: () => stage.get(WorkMapsService).take() }));
