import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import type { Audience } from '#policy/facts/audiences.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { OwnProfileService } from '#profiles/own-profile/own-profile.service.js';
import { ProfileField } from '#profiles/persons/profile-field.entity.js';
import { type InitialProfileAnswers, ProfilesService } from '#profiles/profiles.service.js';
import type { Person } from './make-people.js';

interface ProfileOverrides {
  readonly answers?: Partial<InitialProfileAnswers>;
  /** Whether others may find the member, as answered at joining. Null: the member has not answered yet. */
  readonly mayBeFound?: boolean | null;
  readonly audiences?: { readonly [K in FieldKind]?: Audience };
}

/** Creates the profile of a person and returns its id. */
export async function makeProfile(person: Person, overrides: ProfileOverrides = {}) {
  const { answers = {}, mayBeFound = true, audiences = {} } = overrides;
  const { app, accountId, name } = person;
  const start = () => app.get(ProfilesService).start(accountId, { name, ...answers });
  const { id } = await app.get(Database).write(start);
  const viewer = (await app.get(ViewerLoader).byAccount(accountId))!;
  const own = app.get(OwnProfileService);
  if (mayBeFound !== null) await own.answerJoiningQuestion(viewer, mayBeFound);
  for (const [kind, audience] of Object.entries(audiences) as [FieldKind, Audience][]) {
    await own.setAudience(viewer, { kind, audience, version: await fieldVersion(person, kind) });
  }
  return id;
}

/** Returns the current version of one field. */
export async function fieldVersion({ app, accountId }: Person, kind: FieldKind): Promise<number> {
  const field = await app.db.repo(ProfileField).findOneByOrFail({ accountId, kind });
  return field.version;
}
