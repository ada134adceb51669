import { IntroductionAvailabilityService } from '#profiles/own-profile/introduction-availability.service.js';
import { OwnProfileService } from '#profiles/own-profile/own-profile.service.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { toEnteredFieldValue } from '#profiles/profiles.service.js';
import type { Audience } from '#policy/facts/audiences.js';
import type { Viewer } from '#policy/viewer.js';
import { DEMO_INTRODUCTIONS } from '../introductions.js';
import type { DemoPerson } from '../people/person.js';
import { profileAnswersOf } from './profile-answers.js';
import { uploadProfilePicture } from './profile-pictures.js';
import type { DemoContext } from './demo-context.js';

/** Fields that people fill in after joining, with their audiences. */
const ADDED = [
  ...(['about', 'interprets', 'skills', 'supportSought'] as const),
  ...(['pronouns', 'region', 'organisation', 'contact'] as const),
] as const;

/** Recipients of introductions must be findable in the directory. */
const FOUND = new Set(DEMO_INTRODUCTIONS.map(({ to }) => to));

/** The first visit of a new member: answers the joining question and completes the profile. */
export async function fillProfile(stage: DemoContext, person: DemoPerson): Promise<void> {
  const own = stage.get(OwnProfileService);
  const viewer = await stage.viewer(person.handle);
  const mayBeFound = person.isFindable || FOUND.has(person.handle);
  await own.answerJoiningQuestion(viewer, mayBeFound);
  const answers = profileAnswersOf(person);
  for (const kind of ADDED) {
    const { text, terms } = toEnteredFieldValue(answers[kind]);
    if (!text && !terms?.length) continue;
    const version = await versionOf(own, viewer, kind);
    const value = { text: text ?? null, terms: terms ? [...terms] : null };
    await own.setValue(viewer, { kind, version, ...value });
  }
  await open(own, viewer, 'contact', 'allies');
  if (mayBeFound) await open(own, viewer, 'about', 'members');
  await uploadProfilePicture(stage, person.handle);
  await stage.get(IntroductionAvailabilityService).setTakesRequests(viewer, person.takesRequests);
}

async function open(own: OwnProfileService, viewer: Viewer, kind: FieldKind, audience: Audience) {
  const version = await versionOf(own, viewer, kind);
  await own.setAudience(viewer, { kind, audience, version });
}

async function versionOf(own: OwnProfileService, viewer: Viewer, kind: FieldKind): Promise<number> {
  const field = (await own.fields(viewer)).find((one) => one.kind === kind);
  return field!.version;
}
