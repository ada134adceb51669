import { apiAs } from '../../support/app/client.js';
import { disclosedRows } from '../../support/matrix/identity-linkage.js';
import type { CoalitionPerson } from './coalition-steps.js';
import type { ExpectedView } from './coalition-views.js';
import type { CoalitionWorld } from './coalition-world.js';

/** Everything that a person learns about a coalition, in a form in which two worlds can be compared. */

const ALWAYS = `myGrantsWaiting inboxUnread
  myGrants { id state isShown coalition { id name } participant { id name } }
  myCoalitions { id name slug memberCount viewerCan } myGroups { id memberCount }
  inbox { items { kind at isUnread group { id } } }
  channels { id isArchived lastMessageAt lastVersion generalUnreadCount group { id } }
  actsAboutMe { items { action createdAt reason subjectId } }`;
const OF_PAGE = `group(slug: $slug) {
    id myRole memberCount memberList viewerCan unconsentedCount hasOtherSteward channels { id name }
    participants { id name isMine hasShownName viewerCan group { id } organisation { id } } }
  groupMembers(groupId: $id) { nextCursor items {
    id name role isMe isPersona avatar colour personId viewerCan shownParticipants { id name } } }`;
const OF_CHANNEL = `channelPeople(channelId: $channelId) { id name }
  changes(channelId: $channelId, after: 0) { items {
    id authorId authorName body createdAt seq version } }`;

/** Asks only for what the person is expected to see, because a refusal would hide the rest of the answer. */
function documentOf({ sees, reads, acted, owned, isSteward }: ExpectedView): string {
  const variables = [
    ...(sees ? ['$slug: String!', '$id: ID!'] : []),
    ...(reads ? ['$channelId: ID!'] : []),
    ...acted.map((place) => `$${place}: ID!`),
  ];
  const fields = [
    ALWAYS,
    ...(sees ? [OF_PAGE] : []),
    ...(reads ? [OF_CHANNEL] : []),
    ...(reads && isSteward ? ['removedMembers(groupId: $id) { id name }'] : []),
    ...acted.map(
      (place) => `${place}: coalitionGrants(participantId: $${place}) {
        id personId name createdAt }`,
    ),
    ...owned.map(
      (place) => `${place}Delegates: coalitionDelegates(participantId: $${place}) {
        id name isSteward isMe }`,
    ),
  ];
  const declared = variables.length > 0 ? `(${variables.join(', ')})` : '';
  return `query ${declared} { ${fields.join(' ')} }`;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Reads what people see of one world. Ids become numbers in the order of appearance, and times the step they lie in. */
export class CoalitionObserver {
  private readonly ids = new Map<CoalitionPerson, Map<string, number>>();
  private readonly starts: number[] = [];
  /** All answers that each person received. */
  private readonly answers = new Map<CoalitionPerson, unknown[]>();

  constructor(private readonly world: CoalitionWorld) {}

  stepBegins(now: Date): void {
    this.starts.push(now.getTime());
  }

  /** Returns the answer of the product to a request of this view, errors included. */
  async observe(name: CoalitionPerson, view: ExpectedView): Promise<unknown> {
    const { coalition, channelId, participantIds } = this.world.rows;
    const variables = {
      ...(view.sees && { slug: coalition.slug, id: coalition.id }),
      ...(view.reads && { channelId }),
      ...Object.fromEntries(view.acted.map((place) => [place, participantIds[place]])),
    };
    const response = await apiAs(this.world.people[name]).raw(documentOf(view), variables);
    const answer: unknown = await response.json();
    this.answers.set(name, [...(this.answers.get(name) ?? []), answer]);
    return this.compared(name, answer);
  }

  /** The rows of all answers that a person received. */
  rowsTold(name: CoalitionPerson): string[][] {
    return (this.answers.get(name) ?? []).flatMap(disclosedRows);
  }

  /** Replaces in an answer what differs in every two worlds. */
  compared(name: CoalitionPerson, value: unknown): unknown {
    if (typeof value === 'string') return this.text(name, value);
    if (Array.isArray(value)) return value.map((one) => this.compared(name, one));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).map(([key, one]) => [key, this.compared(name, one)]);
    return Object.fromEntries(entries);
  }

  private text(name: CoalitionPerson, value: string): string {
    const { coalition } = this.world.rows;
    if (value === coalition.name || value === coalition.slug) return 'the coalition';
    if (ID.test(value)) {
      const known = this.ids.get(name) ?? new Map<string, number>();
      this.ids.set(name, known.set(value, known.get(value) ?? known.size));
      return `#${known.get(value)}`;
    }
    if (!TIME.test(value)) return value;
    const at = new Date(value).getTime();
    return `in step ${this.starts.findLastIndex((start) => start <= at)}`;
  }
}
