import { randomUUID } from 'node:crypto';
import { ViewerLoader } from '#access/viewer.loader.js';
import { FoundCoalition } from '#coalitions/found-coalition.js';
import { ParticipantsService } from '#coalitions/participants/participants.service.js';
import type { Participant } from '#coalitions/participants/participant.entity.js';
import type { Group } from '#groups/group.entity.js';
import { newPersona } from '#members/persona.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { TestApp } from '../../app/app.js';
import { apiAs } from '../../app/client.js';
import type { Person } from '../make-people.js';

/** A group or an organisation, as the input of an endpoint names it. */
export type PartyInput = { readonly groupId: string } | { readonly organisationId: string };

interface CoalitionParts {
  readonly founder: Person;
  readonly party: PartyInput;
  readonly shownName?: string | null;
  readonly isListed?: boolean;
  readonly name?: string;
  readonly agreements?: string;
}

/** Valid input for founding a coalition, without its participant. */
export const COALITION_INPUT = {
  name: 'Cuenca Viva',
  purpose: 'Cuidar el río entre varios grupos.',
  agreements: 'Primero escuchamos.',
  isListed: true,
};

/** Founds a coalition for the founder's group or organisation. */
export async function makeCoalition(
  { get, db }: TestApp,
  { founder, party, ...part }: CoalitionParts,
): Promise<Group> {
  const viewer = (await get(ViewerLoader).byAccount(founder.accountId))!;
  const made = await get(FoundCoalition).found(viewer, { ...COALITION_INPUT, ...party, ...part });
  // Resets the monthly quota, because a test may need more coalitions than one account may found.
  await db.query('delete from quota_use where account_id = $1', [founder.accountId]);
  return made;
}

/** Adds a participant without an invitation. */
export function makeParticipant(
  { get, db }: TestApp,
  coalition: Pick<Group, 'id'>,
  party: PartyInput,
  shownName: string | null = null,
): Promise<Participant> {
  const candidate = { groupId: null, organisationId: null, isOpen: true, ...party };
  return db.write(() => get(ParticipantsService).add(coalition.id, candidate, shownName));
}

/** The only participant of a new coalition. */
export async function firstParticipantOf({ db }: TestApp, { id }: Pick<Group, 'id'>) {
  const sql = 'select id from participant where coalition_id = $1 and ended_at is null';
  return (await db.query<{ id: string }>(sql, [id]))[0]!.id;
}

/** The membership or affiliation by which a person belongs to a participant. */
const SOURCE = `
  select c.source_id as id, p.group_id is not null as is_membership
  from coalition_person c join participant p on p.id = c.participant_id
  where c.participant_id = $1 and c.account_id = $2`;

async function sourceOf({ db }: TestApp, participantId: string, { accountId }: Person) {
  const [row] = await db.query<{ id: string; is_membership: boolean }>(SOURCE, [
    ...[participantId, accountId],
  ]);
  const { id, is_membership: isMembership } = row!;
  return [isMembership ? id : null, isMembership ? null : id];
}

/** Inserts a grant; `isAccepted` also starts the person's entry. Returns the grant's id. */
export async function makeGrant(
  app: TestApp,
  participantId: string,
  person: Person,
  { isAccepted = false, personaName }: { isAccepted?: boolean; personaName?: string } = {},
): Promise<string> {
  const source = await sourceOf(app, participantId, person);
  const [row] = await app.db.query<{ id: string; coalition_id: string }>(
    `insert into coalition_grant (participant_id, account_id, membership_id, affiliation_id, accepted_at)
     select id, $2, $3, $4, $5 from participant where id = $1
     returning id, (select coalition_id from participant where id = $1)`,
    [participantId, person.accountId, ...source, isAccepted ? app.clock.now() : null],
  );
  if (isAccepted) {
    const persona = personaName ? newPersona(personaName) : null;
    await app.db.write(() =>
      app.get(MembershipsService).startEntry(person.accountId, row!.coalition_id, persona),
    );
  }
  return row!.id;
}

/** Inserts a delegate. */
export async function makeDelegate(
  app: TestApp,
  participantId: string,
  person: Person,
  { isSteward = false }: { isSteward?: boolean } = {},
): Promise<void> {
  const source = await sourceOf(app, participantId, person);
  await app.db.query(
    `insert into delegate (participant_id, account_id, membership_id, affiliation_id, is_steward)
     values ($1, $2, $3, $4, $5)`,
    [participantId, person.accountId, ...source, isSteward],
  );
}

const INVITE = `mutation ($input: InviteToCoalitionInput!) {
  inviteToCoalition(input: $input) { token requestId invitation { id approvedAt isLink } } }`;

/** Invites a group or an organisation, or makes a link; from two participants on it asks for approval. */
export const inviteToCoalition = async (
  who: Person,
  coalition: Pick<Group, 'id'>,
  party: PartyInput | object = {},
) => {
  const input = { coalitionId: coalition.id, reason: 'Lo acordamos.', ...party };
  return (await apiAs(who).ask(INVITE, { input })).inviteToCoalition as {
    readonly token: string | null;
    readonly requestId: string | null;
    readonly invitation: { readonly id: string };
  };
};

export const USE_COALITION_LINK = `mutation ($input: UseCoalitionLinkInput!) {
  useCoalitionLink(input: $input) { id name isMine hasShownName coalition { slug } } }`;

/** The input of `useCoalitionLink`. */
export const linkInput = (token: string, party: PartyInput, more: object = {}) => ({
  input: { token, agreementsVersion: 1, ...party, ...more },
});

/** A name that no other test uses. */
export const uniqueName = (stem: string) => `${stem} ${randomUUID().slice(0, 8)}`;
