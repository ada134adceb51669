import type { INestApplicationContext } from '@nestjs/common';
import { EventsWorker } from '#events/events.worker.js';
import type { MovableClock } from '#kernel/clock.js';
import { PasswordsService } from '#signin/passwords/passwords.service.js';
import { DEMO_PASSWORD, isFounder, DEMO_PEOPLE } from '../people/people.js';
import { applicationActs } from './applications.js';
import { approvalActs } from './approvals.js';
import { arrivalActs } from './arrivals.js';
import { dutyActs } from './duties.js';
import { peopleFindingActs } from './finding-people.js';
import { foundingActs } from './founders.js';
import { groupActs, type GroupIds } from './groups.js';
import { invitationActs } from './invitations.js';
import { fillProfile } from './profiles.js';
import { reopeningActs } from './reopenings.js';
import { retentionActs } from './retention.js';
import { reportActs } from './reports.js';
import { DemoContext } from './demo-context.js';
import { allyMessageActs, groupMessageActs } from './messages.js';
import { VettingSteps } from './vetting.js';

/** Plays the demo world through the services, from the founding 400 days ago until now. Requires an empty database. */
export async function createDemoWorld(
  app: INestApplicationContext,
  clock: MovableClock,
  say: (line: string) => void,
): Promise<void> {
  const stage = new DemoContext(app, clock);
  const worker = stage.get(EventsWorker);
  // Hashed once and shared, since hashing one public password sixty times is slow and useless.
  const passwordHash = await stage.get(PasswordsService).hash(DEMO_PASSWORD);
  const steps = new VettingSteps(stage, passwordHash);
  const places: GroupIds = new Map();
  say('people, groups and what they say');
  await stage.play([
    ...foundingActs(stage, passwordHash),
    ...foundersProfiles(stage),
    ...arrivalActs(steps, (person) => fillProfile(stage, person)),
    ...groupActs(stage, places),
    ...groupMessageActs(stage, places),
    ...peopleFindingActs(stage, places),
    ...reportActs(stage),
    ...applicationActs(steps),
    ...invitationActs(stage),
    ...reopeningActs(stage),
    ...retentionActs(stage),
    ...approvalActs(stage),
    ...dutyActs(stage),
  ]);
  await worker.drain();
  say('conversations of allies');
  await stage.play(allyMessageActs(stage));
  await worker.drain();
}

const foundersProfiles = (stage: DemoContext) =>
  DEMO_PEOPLE.filter(({ handle }) => isFounder(handle)).map((person) => ({
    daysAgo: 398,
    run: () => fillProfile(stage, person),
  }));
