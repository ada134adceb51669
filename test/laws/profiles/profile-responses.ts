import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { apiAs, send, sendJson } from '../../support/app/client.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import { CARD_FIELDS, PERSON_QUERY, PERSON_FIELDS } from '../../support/matrix/person-document.js';
import { greenPicture, uploadPicture } from '../../support/app/test-pictures.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { type TestSocket, openSocket } from '../../support/app/sockets.js';
import { SEARCH_CHIPS, MEMBER_COUNT, SEARCH_WORDS } from './random-profile-history.js';
import type { ProfileWorld } from './profile-world.js';

const PEOPLE = `query($chips: [ID!], $words: String, $order: PeopleOrder) {
  people(chips: $chips, words: $words, order: $order, first: 50) { items { ${CARD_FIELDS} } nextCursor } }`;
const VIEW_AS = `query($input: ViewAsInput!) { viewAs(input: $input) { ${PERSON_FIELDS} } }`;
const INTRODUCED = '{ name avatar issueAreas practices territories personId }';
/** All other lists that a member can query about themself and about others. */
const LISTS = [
  '{ me { id } myProfile { id fields { kind text audience terms(language: pt) { name } } } }',
  '{ blockedPeople { id knownAs } myGroups { name memberCount } savedSearches { name words } }',
  '{ suggestions { line meeting { name stewardName } } }',
  '{ workMap(language: es) { rows { territory { id } cells { from to } } } }',
  '{ myOrganisations { name } organisations { items { name about } } groups { items { name memberCount } } }',
  ...['asked', 'asker', 'introducer'].map(
    (side) =>
      `{ introductions(side: ${side}) { items { note person ${INTRODUCED} introducer ${INTRODUCED} } } }`,
  ),
];

/** Returns the text of a field as it would appear in a response. */
export type CanaryLookup = (owner: number, kind: FieldKind) => string;

/** Opens a socket for each person who is not suspended and subscribes it to every profile. */
export function openProfileSockets(world: ProfileWorld): Promise<(TestSocket | undefined)[]> {
  const open = async (viewer: number) => {
    const { isSuspended } = world.model.members[viewer]!;
    if (isSuspended) return undefined;
    const ear = await openSocket(world.members[viewer]!.who);
    for (const { profileId } of world.members) await ear.emit('watch', { profile: profileId });
    return ear;
  };
  return Promise.all(world.members.map((_, viewer) => open(viewer)));
}

/** Writes a unique text into each field of each person and uploads a picture; waits until all notices are delivered. */
export async function plantProfileCanaries(
  world: ProfileWorld,
  kinds: readonly FieldKind[],
): Promise<CanaryLookup> {
  const pictures: string[] = [];
  const words = (owner: number, kind: FieldKind) => `Canario${kind}de${owner}z`;
  const file = await greenPicture(8, 8).png().toBuffer();
  for (const [owner, { who }] of world.members.entries()) {
    for (const kind of kinds.filter((one) => one !== 'avatar')) {
      await world.setValue(owner, kind, { text: words(owner, kind), terms: [] });
    }
    pictures.push((await uploadPicture(who, file)).avatar ?? `nothing of ${owner}`);
  }
  await waitForJobs(world.app);
  return (owner, kind) => (kind === 'avatar' ? pictures[owner]! : words(owner, kind));
}

/**
 * Returns, as one text, all data about people that a viewer receives: query results, notices, mails and the viewer's
 * data export.
 */
export async function readOutsideGroups(
  world: ProfileWorld,
  viewer: number,
  ear: TestSocket | undefined,
): Promise<string> {
  const { who } = world.members[viewer]!;
  const { ask, all } = asking(world, viewer);
  for (const { profileId: id } of world.members) {
    await ask(PERSON_QUERY, { id });
    await ask(VIEW_AS, { input: { as: 'person', personId: id } });
    await ask('query($id: ID!) { introducers(personId: $id) { id name } }', { id });
  }
  for (const groupId of world.groupIds) {
    await ask(VIEW_AS, { input: { as: 'groupMember', groupId } });
  }
  for (const onlooker of ['member', 'ally']) await ask(VIEW_AS, { input: { as: onlooker } });
  for (const order of ['overlap', 'name']) await ask(PEOPLE, { order });
  for (const chip of SEARCH_CHIPS) await ask(PEOPLE, { chips: [chip] });
  for (const words of [...SEARCH_WORDS, ...everyBeginning()]) await ask(PEOPLE, { words });
  for (const list of LISTS) await ask(list);
  await setTestPassword(world.app, who);
  const taken = await sendJson(who, '/auth/export', { password: TEST_PASSWORD });
  const mails = sentMails(world.app).filter(({ to }) => to === who.email);
  return [
    ...all(),
    await taken.text(),
    JSON.stringify(ear?.frames ?? []),
    ...mails.map(({ source, text }) => `${source} ${text}`),
  ].join('\n');
}

/** Returns, as one text, what groups and conversations show to the viewer about their people. */
export async function readInsideGroups(world: ProfileWorld, viewer: number): Promise<string> {
  const { ask, all } = asking(world, viewer);
  await ask('{ channels { name allyId lastMessageAt lastMessage { authorName text } viewerCan } }');
  for (const id of world.groupIds) {
    const members =
      'items { id name personId colour pronouns about practices(language: es) { id } }';
    await ask(`query($id: ID!) { groupMembers(groupId: $id) { ${members} } }`, { id });
    await ask('query($id: ID!) { seenInGroup(groupId: $id) { id name pronouns about } }', { id });
  }
  return all().join('\n');
}

/**
 * Asserts that a picture is served only to viewers who may see it. Other viewers cannot load it even if they know its
 * name.
 */
export async function expectPictureAccess(
  world: ProfileWorld,
  canaryOf: CanaryLookup,
  viewer: number,
): Promise<void> {
  const { who } = world.members[viewer]!;
  const { model } = world;
  for (let owner = 0; owner < MEMBER_COUNT; owner += 1) {
    if (model.members[owner]!.isSuspended) continue;
    const isShown = model.maySee(owner, viewer, 'name') && model.maySee(owner, viewer, 'avatar');
    const { status } = await send(who, `/files/avatar/${canaryOf(owner, 'avatar')}/96`);
    expect({ owner, viewer, isServed: status === 200 }).toEqual({
      owner,
      viewer,
      isServed: isShown,
    });
  }
}

const everyBeginning = () =>
  Array.from({ length: MEMBER_COUNT }, (_, owner) => owner).flatMap((owner) =>
    ['name', 'about', 'organisation', 'contact', 'pronouns', 'skills', 'supportSought'].map(
      (kind) => `Canario${kind}de${owner}`,
    ),
  );

/** Sends queries as the viewer, and collects the responses with their headers. */
function asking(world: ProfileWorld, viewer: number) {
  const { who } = world.members[viewer]!;
  const answers: string[] = [];
  return {
    ask: async (document: string, variables: Record<string, unknown> = {}) => {
      const answer = await apiAs(who).raw(document, variables);
      expect(answer.status).toBe(200); // Any other status would mean that the server did not execute the query.
      answers.push(JSON.stringify([...answer.headers]), await answer.text());
    },
    all: () => answers,
  };
}
