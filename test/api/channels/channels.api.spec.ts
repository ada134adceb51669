import { randomUUID } from 'node:crypto';
import { MembershipRole } from '#members/membership.entity.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { recordStatements } from '../../support/app/record-statements.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { giveGrants, takePart } from '../../support/factories/coalitions/taking-part.js';
import { factories } from '../../support/factories/factories.js';
import { type Person, makePeople, signInAgain } from '../../support/factories/make-people.js';

const app = useApp();

const POST = `mutation($input: PostMessageInput!) {
  postMessage(input: $input) { id seq version authorId authorName body isDeleted clientId } }`;
const HISTORY = `query($channelId: ID!, $before: Int, $first: Int) {
  messages(channelId: $channelId, before: $before, first: $first) {
    items { id seq version authorId authorName body isDeleted clientId } hasMore upTo } }`;
const CHANGES = `query($channelId: ID!, $after: Int!) {
  changes(channelId: $channelId, after: $after) { items { id seq version body isDeleted } upTo hasMore } }`;

const post = async (person: Person, channelId: string, body: string, clientId = randomUUID()) =>
  (await apiAs(person).ask(POST, { input: { channelId, clientId, body } })).postMessage;
const history = async (person: Person, channelId: string, more: object = {}) =>
  (await apiAs(person).ask(HISTORY, { channelId, ...more })).messages;

async function setting() {
  const people = await makePeople(app, { ada: 'steward', ben: 'member', eve: 'outsider' });
  const group = await factories.group(app, { steward: people.ada, members: [people.ben] });
  const channel = await factories.channel(app, { group, name: 'Alertas' });
  return { ...people, group, channel };
}

/** The number of channels of a group that are not archived. */
async function channelsOf(groupId: string): Promise<number> {
  const sql =
    'select count(*)::int as count from channel where group_id = $1 and archived_at is null';
  return (await app.db.query<{ count: number }>(sql, [groupId]))[0]!.count;
}

it('a channel is visible only to the members of its group', async () => {
  const { ben, eve, channel } = await setting();
  const sent = await post(ben, channel.id, 'Hola a todas las radios');
  expect(sent).toMatchObject({
    seq: 1,
    version: 1,
    body: 'Hola a todas las radios',
    isDeleted: false,
  });
  expect((await history(ben, channel.id)).items).toEqual([sent]);
  for (const id of [channel.id, randomUUID(), 'x', '']) {
    expect(await apiAs(eve).code(HISTORY, { channelId: id })).toBe('NOT_FOUND');
    expect(await apiAs(eve).code(CHANGES, { channelId: id, after: 0 })).toBe('NOT_FOUND');
    const input = { channelId: id, clientId: randomUUID(), body: 'x' };
    expect(await apiAs(eve).code(POST, { input })).toBe('NOT_FOUND');
  }
});

it('a message carries the id of the membership, never that of the account or the profile', async () => {
  const { ada, ben, channel } = await setting();
  const sent = await post(ben, channel.id, 'Quién escribe');
  const [row] = await app.db.query(`select membership_id from message where id = $1`, [sent.id]);
  expect(sent.authorId).toBe(row!['membership_id']);
  const text = await (await apiAs(ada).raw(HISTORY, { channelId: channel.id })).text();
  expect(text).not.toContain(ben.accountId);
});

it('fifty identical requests with one client key create one message', async () => {
  const { ben, channel } = await setting();
  const clientId = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post(ben, channel.id, 'Una sola vez', clientId)),
  );
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect((await history(ben, channel.id)).items).toHaveLength(1);
});

it('every change of a message gets the next version, and `upTo` tells the client up to which version it is complete', async () => {
  const { ada, ben, channel } = await setting();
  const first = await post(ben, channel.id, 'uno');
  const second = await post(ada, channel.id, 'dos');
  const edit = `mutation($input: EditMessageInput!) { editMessage(input: $input) { seq version body editedAt } }`;
  const edited = (await apiAs(ben).ask(edit, { input: { messageId: first.id, body: 'uno!' } }))
    .editMessage;
  expect(edited).toMatchObject({ seq: 1, version: 3, body: 'uno!' });
  expect(edited.editedAt).not.toBeNull();
  expect(await apiAs(ada).code(edit, { input: { messageId: first.id, body: 'x' } })).toBe(
    'FORBIDDEN',
  );
  const remove = `mutation($id: ID!) { deleteMessage(messageId: $id) { seq version body isDeleted } }`;
  const deleted = (await apiAs(ada).ask(remove, { id: second.id })).deleteMessage;
  expect(deleted).toEqual({ seq: 2, version: 4, body: '', isDeleted: true });
  const { changes } = await apiAs(ben).ask(CHANGES, { channelId: channel.id, after: 2 });
  expect(changes.upTo).toBe(4);
  expect(changes.items.map((one: { version: number }) => one.version)).toEqual([3, 4]);
});

it('an author may edit a message for one day, and only while they may read the channel', async () => {
  const { ben, ada, channel } = await setting();
  const edit = `mutation($input: EditMessageInput!) { editMessage(input: $input) { body } }`;
  const { id: messageId } = await post(ben, channel.id, 'hoy');
  app.clock.move(25 * 3_600_000);
  expect(await apiAs(ben).code(edit, { input: { messageId, body: 'tarde' } })).toBe('FORBIDDEN');
  app.clock.move(-25 * 3_600_000);
  const me = `{ myGroups { myMembershipId } }`;
  const [{ myMembershipId }] = (await apiAs(ben).ask(me)).myGroups;
  const removeMember = `mutation($id: ID!) { removeMember(membershipId: $id) }`;
  expect(await apiAs(ada).ask(removeMember, { id: myMembershipId })).toEqual({
    removeMember: true,
  });
  expect(await apiAs(ben).code(edit, { input: { messageId, body: 'fuera' } })).toBe('NOT_FOUND');
  expect(await apiAs(ben).code(HISTORY, { channelId: channel.id })).toBe('NOT_FOUND');
});

it('a new member reads messages from their joining on, or all messages in a channel with full history', async () => {
  const { ada, eve, group, channel } = await setting();
  const open = await factories.channel(app, { group, name: 'Archivo', history: 'start' });
  for (const id of [channel.id, open.id]) await post(ada, id, 'antes de eve');
  await factories.membership(app, { group, person: eve });
  for (const id of [channel.id, open.id]) await post(ada, id, 'con eve');
  const bodies = async (id: string) =>
    (await history(eve, id)).items.map((one: { body: string }) => one.body);
  expect(await bodies(channel.id)).toEqual(['con eve']);
  expect(await bodies(open.id)).toEqual(['antes de eve', 'con eve']);
});

it('paging back through history skips and repeats no message', async () => {
  const { ben, channel } = await setting();
  for (let at = 1; at <= 7; at++) await post(ben, channel.id, `m${at}`);
  const last = await history(ben, channel.id, { first: 3 });
  expect(last.items.map((one: { seq: number }) => one.seq)).toEqual([5, 6, 7]);
  expect(last).toMatchObject({ hasMore: true, upTo: 7 });
  const before = await history(ben, channel.id, { first: 4, before: 5 });
  expect(before.items.map((one: { seq: number }) => one.seq)).toEqual([1, 2, 3, 4]);
  expect(before.hasMore).toBe(false);
});

it("the unread count includes the messages of others since the reader's last position", async () => {
  const { ada, ben, channel } = await setting();
  const unread = `query($id: ID!) { channel(id: $id) { unreadCount readSeq } }`;
  for (const body of ['a', 'b', 'c']) await post(ada, channel.id, body);
  await post(ben, channel.id, 'mía');
  expect((await apiAs(ben).ask(unread, { id: channel.id })).channel.unreadCount).toBe(3);
  const mark = `mutation($input: MarkReadInput!) { markRead(input: $input) { unreadCount readSeq } }`;
  const read = await apiAs(ben).ask(mark, { input: { channelId: channel.id, seq: 2 } });
  expect(read.markRead).toEqual({ unreadCount: 1, readSeq: 2 });
  const again = await apiAs(ben).ask(mark, { input: { channelId: channel.id, seq: 1 } });
  expect(again.markRead.readSeq).toBe(2);
});

it('posting rejects an invalid body or key, and a key already used in another channel', async () => {
  const { ben, group, channel } = await setting();
  const other = await factories.channel(app, { group, name: 'Otro' });
  const clientId = randomUUID();
  await post(ben, channel.id, 'aquí', clientId);
  const codes = await Promise.all(
    [
      { channelId: channel.id, clientId: randomUUID(), body: '' },
      { channelId: channel.id, clientId: randomUUID(), body: 'x'.repeat(4_001) },
      { channelId: channel.id, clientId: 'no', body: 'x' },
      { channelId: other.id, clientId, body: 'aquí' },
      {
        channelId: channel.id,
        clientId: randomUUID(),
        body: 'x',
        seq: 99,
        authorId: ben.accountId,
      },
    ].map((input) => apiAs(ben).code(POST, { input })),
  );
  expect(codes).toEqual(['INVALID', 'INVALID', 'INVALID', 'CONFLICT', 'INVALID']);
  expect((await history(ben, other.id)).items).toEqual([]);
});

it('an archived channel can be read but not written, and stays archived', async () => {
  const { ada, ben, eve, channel } = await setting();
  const archive = `mutation($id: ID!) { archiveChannel(channelId: $id) { isArchived viewerCan } }`;
  expect(await apiAs(eve).code(archive, { id: channel.id })).toBe('NOT_FOUND');
  expect(await apiAs(ben).code(archive, { id: channel.id })).toBe('FORBIDDEN');
  const { archiveChannel } = await apiAs(ada).ask(archive, { id: channel.id });
  expect(archiveChannel).toEqual({
    isArchived: true,
    viewerCan: containingActions(['read', 'watch', 'shorten'], {
      without: ['post', 'rename', 'archive'],
    }),
  });
  const input = { channelId: channel.id, clientId: randomUUID(), body: 'x' };
  expect(await apiAs(ben).code(POST, { input })).toBe('FORBIDDEN');
  expect((await history(ben, channel.id)).items).toEqual([]);
  const listed = `query ($id: ID!) { channel(id: $id) { group {
    channels { id } archivedChannels { id } } } }`;
  const { group } = (await apiAs(ben).ask(listed, { id: channel.id })).channel;
  expect(group.archivedChannels).toEqual([{ id: channel.id }]);
  expect(group.channels).not.toContainEqual({ id: channel.id });
});

it('a group has at most a hundred open channels, and archiving one makes room for one', async () => {
  const { ada, group, channel } = await setting();
  const create = () =>
    apiAs(ada).ask(
      'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id } }',
      {
        input: { groupId: group.id, name: 'Otro canal' },
      },
    );
  await app.db.query(
    `insert into channel (group_id, name) select $1, 'Canal ' || n from generate_series(1, 100 - $2::int) n`,
    [group.id, await channelsOf(group.id)],
  );
  await expect(create()).rejects.toMatchObject({ code: 'CONFLICT', reason: 'channel.tooMany' });
  await apiAs(ada).ask('mutation ($id: ID!) { archiveChannel(channelId: $id) { id } }', {
    id: channel.id,
  });
  const results = await Promise.allSettled([create(), create()]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await channelsOf(group.id)).toBe(100);
  const { channels } = await apiAs(ada).ask('{ channels { id } }');
  expect(channels).toHaveLength(100);
});

it('the page of a group names all its archived channels, also beyond a hundred', async () => {
  const { ben, group } = await setting();
  await app.db.query(
    `insert into channel (group_id, name, archived_at)
     select $1, 'Canal ' || n, now() from generate_series(1, 150) n`,
    [group.id],
  );
  const text = 'query ($slug: String!) { group(slug: $slug) { archivedChannels { id } } }';
  expect((await apiAs(ben).ask(text, { slug: group.slug })).group.archivedChannels).toHaveLength(
    150,
  );
});

describe('the groups in which a viewer may create a channel', () => {
  const GROUPS = '{ channels { id } groupsForNewChannel { name kind } }';
  const namesOf = async (who: Person) =>
    (await apiAs(await signInAgain(who)).ask(GROUPS)).groupsForNewChannel.map(({ name }) => name);

  it('include the groups of stewards and facilitators, but no archived group', async () => {
    const { ada, ben, eve, group } = await setting();
    const other = await factories.group(app, { steward: ada, members: [ben], name: 'Aves' });
    const role = MembershipRole.facilitator;
    await factories.membership(app, { group, person: eve, role });
    expect(await namesOf(ada)).toEqual(['Aves', group.name].toSorted());
    expect(await namesOf(eve)).toEqual([group.name]);
    expect(await namesOf(ben)).toEqual([]);
    await app.db.query('update channel set archived_at = now() where group_id = $1', [other.id]);
    expect(await namesOf(ada)).toContain('Aves');
    await app.db.query('update "group" set archived_at = now() where id = $1', [other.id]);
    expect(await namesOf(ada)).toEqual([group.name]);
  });

  it('end with the coalitions of a coalition steward', async () => {
    const { ste, ana, forest, coalition, inForest, forestId } = await makeCoalitionWorld(app);
    expect(await namesOf(ste)).toEqual([forest.name]);
    await giveGrants(ste, inForest, [await forestId(ste), await forestId(ana)]);
    for (const who of [ste, ana]) await takePart(who, coalition);
    expect(await namesOf(ste)).toEqual([forest.name, coalition.name]);
    expect(await namesOf(ana)).toEqual([]);
  });

  it('cost a member who facilitates nothing no statement', async () => {
    const { ben } = await setting();
    const statements = await recordStatements(() =>
      apiAs(ben).ask('{ groupsForNewChannel { id } }'),
    );
    expect(statements.filter((text) => /from "group"/i.test(text))).toEqual([]);
  });
});
