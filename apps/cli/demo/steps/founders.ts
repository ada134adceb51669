import { FoundingService } from '#settings/founding/founding.service.js';
import { AccountsService } from '#members/accounts.service.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { Language } from '#kernel/language.js';
import {
  demoEmailOf,
  FOUNDED_DAYS_AGO,
  isFounder,
  DEMO_PEOPLE,
  DEMO_STAFF,
} from '../people/people.js';
import type { DemoPerson } from '../people/person.js';
import { profileAnswersOf } from './profile-answers.js';
import { createAuditorAccount } from './duties.js';
import type { DemoStep, DemoContext } from './demo-context.js';

const AFTER_FOUNDING = FOUNDED_DAYS_AGO - 1;

/**
 * Founds the instance: two administrators and five moderators set up their accounts and close the founding a day later.
 */
export function foundingSteps(stage: DemoContext, passwordHash: string): DemoStep[] {
  return [
    { daysAgo: FOUNDED_DAYS_AGO, run: () => takeSeats(stage, passwordHash) },
    { daysAgo: AFTER_FOUNDING, run: () => closeFounding(stage) },
    { daysAgo: AFTER_FOUNDING, run: () => addAuditor(stage, passwordHash) },
  ];
}

async function takeSeats(stage: DemoContext, passwordHash: string): Promise<void> {
  const founders = DEMO_PEOPLE.filter(({ handle }) => isFounder(handle));
  const administrators = DEMO_STAFF.filter(({ duty }) => duty === 'administer');
  const seats = await stage.get(FoundingService).found(founders.length);
  const isOf = (role: string) => seats.filter((seat) => seat.role === role);
  for (const [at, { accountId }] of isOf('administrator').entries()) {
    await sit(stage, accountId, administrators[at]!, passwordHash);
  }
  for (const [at, { accountId }] of isOf('moderator').entries()) {
    const person = founders[at]!;
    await sit(stage, accountId, person, passwordHash);
    await startProfile(stage, person);
  }
}

async function sit(
  stage: DemoContext,
  accountId: string,
  { handle, language }: { handle: string; language: Language },
  passwordHash: string,
): Promise<void> {
  stage.accounts.set(handle, accountId);
  const emailConfirmedAt = stage.moment;
  const account = { email: demoEmailOf(handle), emailConfirmedAt, language, passwordHash };
  await stage.get(AccountsService).update(accountId, account);
}

/** Creates the profile of an accepted person. */
export async function startProfile(stage: DemoContext, person: DemoPerson): Promise<void> {
  const profiles = stage.get(ProfilesService);
  const accountId = stage.accountOf(person.handle);
  await stage.db.write(() => profiles.start(accountId, profileAnswersOf(person)));
}

async function closeFounding(stage: DemoContext): Promise<void> {
  await stage.get(FoundingService).close(await stage.viewer('admin1'));
}

async function addAuditor(stage: DemoContext, passwordHash: string): Promise<void> {
  const auditor = DEMO_STAFF.find(({ duty }) => duty === 'audit')!;
  const accountId = await createAuditorAccount(stage, auditor.name);
  await sit(stage, accountId, auditor, passwordHash);
}
