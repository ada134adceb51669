import { SavedSearchesService } from '#profiles/saved-searches/saved-searches.service.js';
import type { DemoStep, DemoContext } from './demo-context.js';

const OF = 'member1';
const SAVED = [
  {
    name: 'Para la campaña del agua',
    chips: ['issue:climate-environmental-justice', 'territory:amazonia'],
    words: '',
  },
  { name: 'Quien interprete al quechua', chips: ['language:qu'], words: '' },
  { name: 'Radios que enseñan', chips: ['practice:community-media'], words: 'talleres' },
];

/** Creates saved searches. */
export const savedSearchSteps = (stage: DemoContext): DemoStep[] => [
  {
    daysAgo: 9,
    run: async () => {
      const viewer = await stage.viewer(OF);
      for (const search of SAVED) await stage.get(SavedSearchesService).save(viewer, search);
    },
  },
];
