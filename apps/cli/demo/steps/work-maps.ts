import { WorkMapsService } from '#profiles/work-map/work-maps.service.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** Computes the maps of the last two nights. The first is shown today, the second tomorrow. */
export const workMapSteps = (stage: DemoContext): DemoStep[] =>
  [1.2, 0.2].map((daysAgo) => ({ daysAgo, run: () => stage.get(WorkMapsService).take() }));
