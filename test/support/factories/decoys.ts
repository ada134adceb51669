import { DecoysService } from '#profiles/decoys/decoys.service.js';
import { DecoysJobs } from '#profiles/decoys/decoys.jobs.js';
import type { InitialProfileAnswers } from '#profiles/profiles.service.js';
import type { TestApp } from '../app/app.js';

export const DECOY_PROFILE = {
  issueAreas: ['issue:indigenous-rights'],
  practices: ['practice:digital-security'],
  territories: ['territory:BR'],
  languages: ['language:es'],
  about: 'Acompaño a quienes cuidan un río.',
} as const satisfies Omit<InitialProfileAnswers, 'name'>;

const TERRITORIES = [...DECOY_PROFILE.territories, 'territory:PE', 'territory:MX'];
/** Returns the profile of the decoy with this index. Each decoy has a territory that no other decoy has. */
export const decoyProfile = (at: number) => ({ ...DECOY_PROFILE, territories: [TERRITORIES[at]!] });

/** Creates a decoy and returns its profile id. The first decoy gets DECOY_PROFILE. */
export async function makeDecoy(app: TestApp, name: string): Promise<string> {
  const { length } = await app.get(DecoysService).list();
  return app.get(DecoysService).make({ name, ...decoyProfile(length) });
}

/** Runs the scheduled job that reports opened decoys. */
export const reportOpenedDecoys = (app: TestApp): Promise<void> => app.get(DecoysJobs).tell();
