import type { TestApp } from '../../app/app.js';
import { apiAs } from '../../app/client.js';
import {
  firstParticipantOf,
  makeCoalition,
  makeParticipant,
  type PartyInput,
  uniqueName,
} from './make-coalitions.js';
import type { Person } from '../make-people.js';

/** GraphQL documents for delegates, grants and taking part in coalitions. */
export const COALITION_DELEGATES = `query ($id: ID!) {
  coalitionDelegates(participantId: $id) { id name isSteward isMe } }`;
export const NAME_DELEGATES = `mutation ($input: NameDelegatesInput!) {
  nameDelegates(input: $input) { id name isSteward isMe } }`;
export const COALITION_GRANTS = `query ($id: ID!) {
  coalitionGrants(participantId: $id) { id personId name createdAt } }`;
export const GIVE_GRANTS = `mutation ($input: GrantInput!) {
  giveGrants(input: $input) { id personId name createdAt } }`;
export const WITHDRAW_GRANT = 'mutation ($id: ID!) { withdrawGrant(grantId: $id) }';
export const MY_GRANTS = `{ myGrantsWaiting myGrants {
  id state isShown coalition { id name } participant { id name } } }`;
export const TAKE_PART = 'mutation ($input: TakePartInput!) { takePart(input: $input) { id } }';
export const DECLINE_GRANT = `mutation ($id: ID!, $isDeclined: Boolean!) {
  declineGrant(grantId: $id, isDeclined: $isDeclined) }`;
export const SHOW_MY_PARTICIPANT = `mutation ($id: ID!, $isShown: Boolean!) {
  showMyParticipant(grantId: $id, isShown: $isShown) }`;
export const LEAVE_COALITION = 'mutation ($id: ID!) { leaveCoalition(coalitionId: $id) }';
export const TAKE_PARTICIPANT_OUT =
  'mutation ($id: ID!) { takeParticipantOut(participantId: $id) }';
export const ASK_TO_REMOVE_PARTICIPANT = `mutation ($input: RemoveParticipantInput!) {
  askToRemoveParticipant(input: $input) { id hash } }`;
export const COALITION_PEOPLE = `query ($id: ID!) { groupMembers(groupId: $id) {
  items { id name role isMe viewerCan shownParticipants { id name } } } }`;

interface CoalitionParts {
  /** A steward of the first participant, or its spokesperson. */
  readonly founder: Person;
  /** The participants, with the name that each chooses. */
  readonly participants: readonly (readonly [PartyInput, shownName?: string])[];
  readonly agreements?: string;
}

export interface TestCoalition {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** In the order of `participants`. */
  readonly participantIds: readonly string[];
}

/** Creates a hidden coalition with these participants. Nobody takes part yet. */
export async function makeCoalitionOf(
  app: TestApp,
  { founder, participants: [first, ...others], agreements = '' }: CoalitionParts,
): Promise<TestCoalition> {
  const [party, shownName = null] = first!;
  const part = { name: uniqueName('Cuenca'), isListed: false, agreements };
  const made = await makeCoalition(app, { founder, party, shownName, ...part });
  const participantIds = [await firstParticipantOf(app, made)];
  for (const [other, name = null] of others) {
    participantIds.push((await makeParticipant(app, made, other, name)).id);
  }
  return { id: made.id, slug: made.slug, name: made.name, participantIds };
}

/** The id of a person's membership of a group or affiliation to an organisation that holds now. */
export async function sourceIdOf({ app, accountId }: Person, party: PartyInput): Promise<string> {
  const [sql, id] =
    'groupId' in party
      ? ([
          'select id from membership where group_id = $1 and account_id = $2 and ended_at is null',
          party.groupId,
        ] as const)
      : ([
          'select id from affiliation where organisation_id = $1 and account_id = $2',
          party.organisationId,
        ] as const);
  const rows = await app.db.query<{ id: string }>(sql, [id, accountId]);
  return rows[0]!.id;
}

/** Gives grants of a participant. Returns the grants that the participant gave, by the id of the source. */
export async function giveGrants(
  delegate: Person,
  participantId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const input = { participantId, personIds };
  const { giveGrants: given } = await apiAs(delegate).ask(GIVE_GRANTS, { input });
  return new Map(given.map(({ id, personId }) => [personId, id]));
}

interface TakingPart {
  readonly personaName?: string | null;
  readonly isShown?: boolean;
  readonly agreementsVersion?: number | null;
}

export const takePartInput = (grantId: string, how: TakingPart = {}) => ({
  input: { grantId, agreementsVersion: 1, ...how },
});

/** Accepts every grant that the person holds in a coalition. */
export async function takePart(
  person: Person,
  { id }: Pick<TestCoalition, 'id'>,
  how: TakingPart = {},
): Promise<void> {
  const { myGrants } = await apiAs(person).ask(MY_GRANTS);
  for (const grant of myGrants.filter(({ coalition }) => coalition?.id === id)) {
    await apiAs(person).ask(TAKE_PART, takePartInput(grant.id, how));
  }
}

/** The first channel of a coalition. Its handler must have run. */
export async function channelOf(app: TestApp, { id }: Pick<TestCoalition, 'id'>): Promise<string> {
  const rows = await app.db.query<{ id: string }>(
    'select id from channel where group_id = $1 order by created_at, id limit 1',
    [id],
  );
  return rows[0]!.id;
}
