import { ViewerLoader } from '#access/viewer.loader.js';
import type { Audience } from '#policy/facts/audiences.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { OwnProfileService } from '#profiles/own-profile/own-profile.service.js';
import { makeProfile, fieldVersion } from './make-profile.js';
import type { Person } from './make-people.js';

/** Mutation that blocks the owner of a profile. */
export const BLOCK_PROFILE =
  'mutation ($id: ID!) { block(subject: Profile, subjectId: $id) { id } }';

export interface VisibleProfile {
  readonly personId: string;
  readonly name: string;
}

/**
 * Gives a person a profile. All members may see its name, work and territory; only allies may see its contact details.
 */
export async function makeVisibleProfile(
  person: Person,
  name = `${person.name} de la Ribera`,
): Promise<VisibleProfile> {
  const answers = {
    name,
    contact: `señal de ${name}`,
    issueAreas: ['issue:indigenous-rights'],
    practices: ['practice:digital-security'],
    territories: ['territory:BR'],
  };
  const audiences = { contact: 'allies' } as const;
  return { personId: await makeProfile(person, { answers, audiences }), name };
}

/** Sets the audience of these fields of a person's profile. */
export async function setAudience(person: Person, to: Audience, kinds: readonly FieldKind[]) {
  const { app, accountId } = person;
  const viewer = (await app.get(ViewerLoader).byAccount(accountId))!;
  for (const kind of kinds) {
    const version = await fieldVersion(person, kind);
    await app.get(OwnProfileService).setAudience(viewer, { kind, audience: to, version });
  }
}
