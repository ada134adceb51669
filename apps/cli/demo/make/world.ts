import type { INestApplicationContext } from '@nestjs/common';
import { EventsWorker } from '#events/events.worker.js';
import type { MovableClock } from '#kernel/clock.js';
import { PasswordsService } from '#signin/passwords/passwords.service.js';
import { DEMO_PASSWORD, isFounder, PEOPLE } from '../people/people.js';
import { applications } from './applications.js';
import { approvals } from './approvals.js';
import { arrivalsOf } from './arrivals.js';
import { duties } from './duties.js';
import { finding } from './finding.js';
import { founding } from './founders.js';
import { groups, type Places } from './groups.js';
import { invitations } from './invitations.js';
import { fillProfile } from './profiles.js';
import { reopenings } from './reopenings.js';
import { retention } from './retention.js';
import { reports } from './reports.js';
import { Stage } from './stage.js';
import { allyTalks, groupTalks } from './talks.js';
import { VettingSteps } from './vetting.js';

/** Plays the demo world through the services, from the founding 400 days ago until now. Requires an empty database. */
export async function makeWorld(
  app: INestApplicationContext,
  clock: MovableClock,
  say: (line: string) => void,
): Promise<void> {
  const stage = new Stage(app, clock);
  const worker = stage.get(EventsWorker);
  // Hashed once and shared, since hashing one public password sixty times is slow and useless.
  const passwordHash = await stage.get(PasswordsService).hash(DEMO_PASSWORD);
  const steps = new VettingSteps(stage, passwordHash);
  const places: Places = new Map();
  say('people, groups and what they say');
  await stage.play([
    ...founding(stage, passwordHash),
    ...foundersProfiles(stage),
    ...arrivalsOf(steps, (person) => fillProfile(stage, person)),
    ...groups(stage, places),
    ...groupTalks(stage, places),
    ...finding(stage, places),
    ...reports(stage),
    ...applications(steps),
    ...invitations(stage),
    ...reopenings(stage),
    ...retention(stage),
    ...approvals(stage),
    ...duties(stage),
  ]);
  await worker.drain();
  say('conversations of allies');
  await stage.play(allyTalks(stage));
  await worker.drain();
}

const foundersProfiles = (stage: Stage) =>
  PEOPLE.filter(({ handle }) => isFounder(handle)).map((person) => ({
    daysAgo: 398,
    run: () => fillProfile(stage, person),
  }));
