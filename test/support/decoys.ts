import { Decoys } from '#profiles/decoys.service.js';
import { DecoysJobs } from '#profiles/decoys.jobs.js';
import type { FirstAnswers } from '#profiles/profiles.service.js';
import type { TestApp } from './app.js';

export const DECOY_SAYS = {
  issueAreas: ['issue:indigenous-rights'],
  practices: ['practice:digital-security'],
  territories: ['territory:BR'],
  languages: ['language:es'],
  about: 'Acompaño a quienes cuidan un río.',
} as const satisfies Omit<FirstAnswers, 'name'>;

/** A profile that nobody stands behind; gives its id. */
export const decoy = (app: TestApp, name: string): Promise<string> =>
  app.get(Decoys).make({ name, ...DECOY_SAYS });

/** What the clock does with what was opened since. */
export const tellOfDecoys = (app: TestApp): Promise<void> => app.get(DecoysJobs).tell();
