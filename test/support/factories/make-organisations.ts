import { Database } from '#database/database.js';
import { AffiliationsService } from '#organisations/affiliations.service.js';
import { type Organisation, OrganisationAudience } from '#organisations/organisation.entity.js';
import type { FoundOrganisationInput } from '#organisations/organisations.inputs.js';
import { FoundOrganisation } from '#organisations/found-organisation.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import type { TestApp } from '../app/app.js';
import type { Person } from './world.js';

/** What one says when founding an organisation. */
export const anOrganisation: FoundOrganisationInput = {
  name: 'Radio Mareas',
  about: 'Una radio comunitaria de la costa.',
  issueAreas: ['issue:human-rights'],
  practices: ['practice:digital-security'],
  territories: ['territory:PE'],
  languages: ['language:es'],
  audience: OrganisationAudience.members,
  groupIds: [],
};

interface OrganisationParts extends Omit<Partial<FoundOrganisationInput>, 'audience'> {
  readonly spokesperson: Person;
  readonly people?: readonly Person[];
  readonly audience?: `${OrganisationAudience}`;
}

/** An organisation, for every member unless told, with its people. Give them profiles first. */
export async function organisation(
  app: TestApp,
  { spokesperson, people = [], audience = 'members', ...part }: OrganisationParts,
): Promise<Organisation> {
  const viewer = (await app.get(ViewerLoader).byAccount(spokesperson.accountId))!;
  const input = { ...anOrganisation, ...part, audience: OrganisationAudience[audience] };
  const made = await app.get(FoundOrganisation).found(viewer, input);
  // A test may need more of them than one account founds in a month.
  await app.db.query('delete from quota_use where account_id = $1', [spokesperson.accountId]);
  for (const person of people) await affiliation(app, { organisation: made, person });
  return made;
}

interface AffiliationParts {
  readonly organisation: Pick<Organisation, 'id'>;
  readonly person: Person;
}

/** Puts a person into an organisation, shown to its people; gives the id. */
export async function affiliation(
  app: TestApp,
  { organisation: { id }, person: { accountId } }: AffiliationParts,
): Promise<string> {
  await app.get(Database).write(() => app.get(AffiliationsService).start(accountId, id));
  const [row] = await app.db.query<{ id: string }>(
    'select id from affiliation where organisation_id = $1 and account_id = $2',
    [id, accountId],
  );
  return row!.id;
}
