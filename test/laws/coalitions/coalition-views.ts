import { type apiAs, RefusedError } from '../../support/app/client.js';
import type { CoalitionModel } from './coalition-model.js';
import type { CoalitionRows } from './coalition-rows.js';
import { COALITION_PLACES, type CoalitionPlace } from './coalition-steps.js';

/** Reads over HTTP, in one request, everything that a person sees of the coalition. */

export type ExpectedView = NonNullable<ReturnType<CoalitionModel['viewOf']>>;
type Api = ReturnType<typeof apiAs>;
type Named = { readonly name: string };
type Read = {
  readonly myGrantsWaiting: number;
  readonly myCoalitions: readonly { readonly id: string; readonly myMembershipId: string | null }[];
  readonly myGrants: readonly {
    readonly state: string;
    readonly isShown: boolean;
    readonly participant: { readonly id: string };
  }[];
  readonly group?: {
    readonly viewerCan: readonly string[];
    readonly memberCount: number | null;
    readonly participants: readonly (Named & { readonly isMine: boolean })[];
  };
  readonly people?: {
    readonly items: readonly (Named & { readonly shownParticipants: readonly Named[] })[];
  };
};
type Lists = Readonly<Record<string, readonly (Named & { readonly isSteward?: boolean })[]>>;

export const CHANGES = `query ($channelId: ID!) {
  changes(channelId: $channelId, after: 0) { items { body authorName } } }`;

/** Asks only for what the person is expected to see, because a refusal would hide the rest of the answer. */
function documentOf({ sees, reads, acted, owned }: ExpectedView): string {
  const variables = [
    ...(sees ? ['$slug: String!', '$id: ID!'] : []),
    ...(reads ? ['$channelId: ID!'] : []),
    ...acted.map((place) => `$${place}: ID!`),
  ];
  const fields = [
    'myGrantsWaiting myGrants { state isShown participant { id } } myCoalitions { id myMembershipId }',
    sees && 'group(slug: $slug) { viewerCan memberCount participants { name isMine } }',
    sees && 'people: groupMembers(groupId: $id) { items { name shownParticipants { name } } }',
    reads && 'changes(channelId: $channelId, after: 0) { items { body authorName } }',
    ...acted.map((place) => `${place}: coalitionGrants(participantId: $${place}) { name }`),
    ...owned.map(
      (place) => `${place}Own: coalitionDelegates(participantId: $${place}) { name isSteward }`,
    ),
  ];
  const declared = variables.length > 0 ? `(${variables.join(', ')})` : '';
  return `query ${declared} { ${fields.filter(Boolean).join(' ')} }`;
}

/** Returns the view of a person, in the form of `CoalitionModel.viewOf`. */
export async function readView(
  api: Api,
  rows: CoalitionRows,
  expected: ExpectedView,
): Promise<unknown> {
  const { coalition, channelId, participantIds } = rows;
  const { sees, reads, acted, owned } = expected;
  const variables = {
    ...(sees && { slug: coalition.slug, id: coalition.id }),
    ...(reads && { channelId }),
    ...Object.fromEntries(acted.map((place) => [place, participantIds[place]])),
  };
  const answer = await api.ask<Read & Lists>(documentOf(expected), variables).catch(asText);
  if (typeof answer === 'string') return answer;
  const { group, people, myGrants, myCoalitions } = answer as Read;
  const namesOf = (list: readonly Named[] = []) => list.map(({ name }) => name).toSorted();
  const place = (id: string) => COALITION_PLACES.find((one) => participantIds[one] === id);
  return {
    ...{ sees, reads, isSteward: group?.viewerCan.includes('inviteParticipant') ?? false },
    mine: myCoalitions
      .filter(({ id }) => id === coalition.id)
      .map(({ myMembershipId }) => (myMembershipId === null ? 'outside' : 'inside')),
    participants: (group?.participants ?? [])
      .map(({ name, isMine }) => `${name}${isMine ? ' · mine' : ''}`)
      .toSorted(),
    people: (people?.items ?? [])
      .map(({ name, shownParticipants }) => `${name} · ${namesOf(shownParticipants).join()}`)
      .toSorted(),
    count: group?.memberCount ?? null,
    held: myGrants
      .map(({ state, isShown, participant }) => ({
        ...{ place: place(participant.id), state, isShown },
      }))
      .toSorted((a, b) => orderOf(a.place) - orderOf(b.place)),
    isWaiting: answer.myGrantsWaiting > 0,
    given: acted.map((one) => namesOf((answer as Lists)[one])),
    delegates: owned.map((one) =>
      (answer as Lists)[`${one}Own`]!.map(({ name, isSteward }) =>
        isSteward ? `${name} · steward` : name,
      ),
    ),
    ...{ acted, owned },
  };
}

const asText = (error: unknown) => {
  if (error instanceof RefusedError) return JSON.stringify(error.raw);
  throw error;
};
const orderOf = (place?: CoalitionPlace) => (place ? COALITION_PLACES.indexOf(place) : -1);
