import type { INestApplicationContext } from '@nestjs/common';
import { EventsWorker } from '#events/events.worker.js';
import type { MovableClock } from '#kernel/clock.js';
import { PasswordsService } from '#signin/passwords/passwords.service.js';
import { DEMO_PASSWORD, isFounder, DEMO_PEOPLE } from '../people/people.js';
import { applicationSteps } from './applications.js';
import { approvalSteps } from './approvals.js';
import { coalitionSteps } from './coalition.js';
import { memberJoiningSteps } from './member-joining.js';
import { dutySteps } from './duties.js';
import { emergencyListSteps } from './emergency-list.js';
import { findingPeopleSteps } from './finding-people.js';
import { foundingSteps } from './founders.js';
import { groupSteps, type GroupAndChannelIds } from './groups.js';
import { invitationSteps } from './invitations.js';
import { fillProfile } from './profiles.js';
import { reopeningSteps } from './reopenings.js';
import { retentionSteps } from './retention.js';
import { reportSteps } from './reports.js';
import { supportRequestSteps } from './support/support-requests.js';
import { DemoContext } from './demo-context.js';
import { allyMessageSteps, groupMessageSteps } from './messages.js';
import { DemoVetting } from './vetting.js';

/** Plays the demo world through the services, from the founding 400 days ago until now. Requires an empty database. */
export async function createDemoWorld(
  app: INestApplicationContext,
  clock: MovableClock,
  say: (line: string) => void,
): Promise<void> {
  const stage = new DemoContext(app, clock);
  const worker = stage.get(EventsWorker);
  // Hash the password once for all accounts, because hashing the same public password sixty times is slow and useless.
  const passwordHash = await stage.get(PasswordsService).hash(DEMO_PASSWORD);
  const steps = new DemoVetting(stage, passwordHash);
  const places: GroupAndChannelIds = new Map();
  say('people, groups and what they say');
  await stage.play([
    ...foundingSteps(stage, passwordHash),
    ...foundersProfiles(stage),
    ...memberJoiningSteps(steps, (person) => fillProfile(stage, person)),
    ...groupSteps(stage, places),
    ...coalitionSteps(stage, places),
    ...groupMessageSteps(stage, places),
    ...findingPeopleSteps(stage, places),
    ...reportSteps(stage),
    ...supportRequestSteps(stage),
    ...applicationSteps(steps),
    ...invitationSteps(stage),
    ...reopeningSteps(stage),
    ...retentionSteps(stage),
    ...approvalSteps(stage),
    ...emergencyListSteps(stage),
    ...dutySteps(stage),
  ]);
  await worker.drain();
  say('conversations of allies');
  await stage.play(allyMessageSteps(stage));
  await worker.drain();
}

const foundersProfiles = (stage: DemoContext) =>
  DEMO_PEOPLE.filter(({ handle }) => isFounder(handle)).map((person) => ({
    daysAgo: 398,
    run: () => fillProfile(stage, person),
  }));
