import { BlockingService } from '#introductions/allies/blocking.service.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** One of two allies ends the alliance after their joint work; both keep the conversation. */
export const endedAllianceSteps = (stage: DemoContext): DemoStep[] => [
  {
    daysAgo: 12,
    run: async () => {
      const personId = await stage.get(ProfilesService).profileIdOf(stage.accountOf('desmond'));
      await stage.get(BlockingService).endAlliance(await stage.viewer('member2'), personId!);
    },
  },
];
