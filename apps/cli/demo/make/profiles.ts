import { AvailabilityService } from '#profiles/availability.service.js';
import { OwnProfileService } from '#profiles/own-profile.service.js';
import type { FieldKind } from '#profiles/field-values.js';
import type { Audience } from '#policy/audiences.js';
import type { Viewer } from '#policy/viewer.js';
import { INTRODUCTIONS } from '../introductions.js';
import type { DemoPerson } from '../person.js';
import { answersOf } from './answers.js';
import type { Stage } from './stage.js';

/** What a person adds to the answers of their application, and whom they open it to. */
const ADDED = [
  'about',
  'skills',
  'supportSought',
  'pronouns',
  'region',
  'organisation',
  'contact',
] as const;

/** Whoever was asked for an introduction had been found. */
const FOUND = new Set(INTRODUCTIONS.map(({ to }) => to));

/** The first visit of a member: the question of joining, then the rest of the profile. */
export async function fillProfile(stage: Stage, person: DemoPerson): Promise<void> {
  const own = stage.get(OwnProfileService);
  const viewer = await stage.viewer(person.handle);
  const mayBeFound = person.isFindable || FOUND.has(person.handle);
  await own.answerJoiningQuestion(viewer, mayBeFound);
  const answers = answersOf(person) as unknown as Record<string, string | string[] | undefined>;
  for (const kind of ADDED) {
    const answer = answers[kind];
    if (answer === undefined || answer.length === 0) continue;
    const value = typeof answer === 'string' ? { text: answer } : { terms: answer };
    await own.setValue(viewer, { kind, version: await versionOf(own, viewer, kind), ...value });
  }
  await open(own, viewer, 'contact', 'allies');
  if (mayBeFound) await open(own, viewer, 'about', 'members');
  await stage.get(AvailabilityService).setTakesRequests(viewer, person.takesRequests);
}

async function open(own: OwnProfileService, viewer: Viewer, kind: FieldKind, audience: Audience) {
  const version = await versionOf(own, viewer, kind);
  await own.setAudience(viewer, { kind, audience, version });
}

async function versionOf(own: OwnProfileService, viewer: Viewer, kind: FieldKind): Promise<number> {
  const field = (await own.fields(viewer)).find((one) => one.kind === kind);
  return field!.version;
}
