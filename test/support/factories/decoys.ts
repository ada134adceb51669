import { Decoys } from '#profiles/decoys/decoys.service.js';
import { DecoysJobs } from '#profiles/decoys/decoys.jobs.js';
import type { FirstAnswers } from '#profiles/profiles.service.js';
import type { TestApp } from '../app/app.js';

export const DECOY_SAYS = {
  issueAreas: ['issue:indigenous-rights'],
  practices: ['practice:digital-security'],
  territories: ['territory:BR'],
  languages: ['language:es'],
  about: 'Acompaño a quienes cuidan un río.',
} as const satisfies Omit<FirstAnswers, 'name'>;

const TERRITORIES = [...DECOY_SAYS.territories, 'territory:PE', 'territory:MX'];
/** What the next decoy says: each has a territory to itself. */
export const decoySays = (at: number) => ({ ...DECOY_SAYS, territories: [TERRITORIES[at]!] });

/** A profile that nobody stands behind; gives its id. The first says DECOY_SAYS. */
export async function decoy(app: TestApp, name: string): Promise<string> {
  const { length } = await app.get(Decoys).list();
  return app.get(Decoys).make({ name, ...decoySays(length) });
}

/** What the clock does with what was opened since. */
export const tellOfDecoys = (app: TestApp): Promise<void> => app.get(DecoysJobs).tell();
