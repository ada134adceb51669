import { ViewerLoader } from '#access/viewer.loader.js';
import type { Audience } from '#policy/facts/audiences.js';
import type { FieldKind } from '#profiles/own/field-values.js';
import { OwnProfileService } from '#profiles/own/own-profile.service.js';
import { makeProfile, versionOf } from './make-profile.js';
import type { Person } from './world.js';

/** Blocks whoever a profile is of. */
export const BLOCK = 'mutation ($id: ID!) { block(subject: Profile, subjectId: $id) { id } }';

export interface Shown {
  readonly personId: string;
  readonly name: string;
}

/** Gives a person a profile whose name, work and territory every member may see, and a contact for allies. */
export async function findable(
  person: Person,
  name = `${person.name} de la Ribera`,
): Promise<Shown> {
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

/** Opens or closes fields of a person's profile. */
export async function audience(person: Person, to: Audience, kinds: readonly FieldKind[]) {
  const { app, accountId } = person;
  const viewer = (await app.get(ViewerLoader).byAccount(accountId))!;
  for (const kind of kinds) {
    const version = await versionOf(person, kind);
    await app.get(OwnProfileService).setAudience(viewer, { kind, audience: to, version });
  }
}
