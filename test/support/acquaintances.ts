import { ProfilesService } from '#profiles/profiles.service.js';
import type { Person } from './world.js';

export interface Shown {
  readonly personId: string;
  readonly name: string;
}

/** Gives a person a profile whose name, work and territory every member may see, and a contact for allies. */
export async function findable(
  person: Person,
  name = `${person.name} de la Ribera`,
): Promise<Shown> {
  const { app, accountId } = person;
  const answers = {
    name,
    contact: `señal de ${name}`,
    issueAreas: ['issue:indigenous-rights'],
    practices: ['practice:digital-security'],
    territories: ['territory:BR'],
  };
  const profile = await app.db.write(() => app.get(ProfilesService).start(accountId, answers));
  await audience(person, 'members', ['name', 'issueAreas', 'practices', 'territories']);
  await audience(person, 'allies', ['contact']);
  return { personId: profile.id, name };
}

/** Opens or closes fields of a person's profile. */
export async function audience({ app, accountId }: Person, to: string, kinds: string[]) {
  await app.db.query(
    'update profile_field set audience = $1 where account_id = $2 and kind = any($3)',
    [to, accountId, kinds],
  );
}
