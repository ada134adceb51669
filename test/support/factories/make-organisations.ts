import { Database } from '#database/database.js';
import { AffiliationsService } from '#organisations/affiliations.service.js';
import { type Organisation, OrganisationAudience } from '#organisations/organisation.entity.js';
import type { CreateOrganisationInput } from '#organisations/organisations.inputs.js';
import { CreateOrganisation } from '#organisations/create-organisation.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import type { TestApp } from '../app/app.js';
import type { Person } from './make-people.js';

/** Valid input for founding an organisation. */
export const ORGANISATION_INPUT: CreateOrganisationInput = {
  name: 'Radio Mareas',
  about: 'Una radio comunitaria de la costa.',
  issueAreas: ['issue:human-rights'],
  practices: ['practice:digital-security'],
  territories: ['territory:PE'],
  languages: ['language:es'],
  audience: OrganisationAudience.members,
  groupIds: [],
};

interface OrganisationParts extends Omit<Partial<CreateOrganisationInput>, 'audience'> {
  readonly spokesperson: Person;
  readonly people?: readonly Person[];
  readonly audience?: `${OrganisationAudience}`;
}

/**
 * Creates an organisation with these people, visible to every member by default. The people must already have profiles.
 */
export async function makeOrganisation(
  app: TestApp,
  { spokesperson, people = [], audience = 'members', ...part }: OrganisationParts,
): Promise<Organisation> {
  const viewer = (await app.get(ViewerLoader).byAccount(spokesperson.accountId))!;
  const input = { ...ORGANISATION_INPUT, ...part, audience: OrganisationAudience[audience] };
  const made = await app.get(CreateOrganisation).found(viewer, input);
  // Resets the monthly quota, because a test may need more organisations than one account may found.
  await app.db.query('delete from quota_use where account_id = $1', [spokesperson.accountId]);
  for (const person of people) await makeAffiliation(app, { organisation: made, person });
  return made;
}

interface AffiliationParts {
  readonly organisation: Pick<Organisation, 'id'>;
  readonly person: Person;
}

/** Adds a person to an organisation. Only its people see this affiliation. Returns the affiliation's id. */
export async function makeAffiliation(
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
