import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { PERSON_QUERY } from '../../support/matrix/person-document.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const BLOCK = `mutation ($subject: Blockable!, $id: ID!) {
  block(subject: $subject, subjectId: $id) { id knownAs } }`;
const UNBLOCK = 'mutation ($id: ID!) { unblock(blockId: $id) }';
const LIST = '{ blockedPeople { id knownAs } }';
const END = 'mutation ($id: ID!) { endAlliance(personId: $id) }';
const ASK = 'mutation ($input: AskIntroductionInput!) { askIntroduction(input: $input) { id } }';
const ACCEPT = 'mutation ($id: ID!) { acceptIntroduction(introductionId: $id) { id } }';
const READ = 'query ($id: ID!) { introduction(id: $id) { id state } }';
const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';

const app = useApp();

async function asked() {
  const { ada, ben, eve } = await makePeople(app, {
    ada: 'member',
    ben: 'member',
    eve: 'outsider',
  });
  const [adaShown, benShown] = [await makeVisibleProfile(ada), await makeVisibleProfile(ben)];
  const input = { personId: benShown.personId, note: 'Hola' };
  const { id } = (await apiAs(ada).ask(ASK, { input })).askIntroduction as { id: string };
  return { ada, ben, eve, adaShown, benShown, id };
}

it('a block hides two people from each other; only the blocker sees it, under the name that the blocked person had then', async () => {
  const { ada, ben, adaShown, benShown, id } = await asked();
  const { block } = await apiAs(ben).ask(BLOCK, { subject: 'Introduction', id });
  expect(block.knownAs).toBe(adaShown.name);
  await app.db.query(
    `update profile_field set text = 'Otra' where account_id = $1 and kind = 'name'`,
    [ada.accountId],
  );
  expect(await apiAs(ben).ask(LIST)).toEqual({ blockedPeople: [block] });
  expect(await apiAs(ada).ask(LIST)).toEqual({ blockedPeople: [] });
  for (const [viewer, other] of [
    [ada, benShown],
    [ben, adaShown],
  ] as const) {
    expect(await apiAs(viewer).code(READ, { id })).toBe('NOT_FOUND');
    const input = { personId: other.personId, note: 'Hola' };
    const none = { personId: NOBODY, note: 'Hola' };
    expect(await (await apiAs(viewer).raw(ASK, { input })).text()).toBe(
      await (await apiAs(viewer).raw(ASK, { input: none })).text(),
    );
  }
  expect(await apiAs(ben).ask('{ introductionsWaiting }')).toEqual({ introductionsWaiting: 0 });
  expect(await apiAs(ben).code(ACCEPT, { id })).toBe('NOT_FOUND');
});

it('a block ends an alliance permanently, even if the block is removed', async () => {
  const { ada, ben, benShown, id } = await asked();
  await apiAs(ben).ask(ACCEPT, { id });
  const { block } = await apiAs(ada).ask(BLOCK, { subject: 'Profile', id: benShown.personId });
  expect(await apiAs(ada).code(END, { id: benShown.personId })).toBe('NOT_FOUND');
  expect(await apiAs(ben).code(UNBLOCK, { id: block.id })).toBe('NOT_FOUND');
  expect(await apiAs(ada).ask(UNBLOCK, { id: block.id })).toEqual({ unblock: true });
  expect(await apiAs(ada).code(READ, { id })).toBe('OK');
  expect(await apiAs(ada).code(END, { id: benShown.personId })).toBe('NOT_FOUND');
  expect(await apiAs(ada).code(UNBLOCK, { id: block.id })).toBe('NOT_FOUND');
  const left = 'select 1 from ally where account_id in ($1, $2)';
  expect(await app.db.query(left, [ada.accountId, ben.accountId])).toEqual([]);
});

it('when two members block each other at once, at least one block succeeds', async () => {
  const { ada, ben, adaShown, benShown } = await asked();
  const [one, two] = await Promise.all([
    apiAs(ada)
      .ask(BLOCK, { subject: 'Profile', id: benShown.personId })
      .catch(() => undefined),
    apiAs(ben)
      .ask(BLOCK, { subject: 'Profile', id: adaShown.personId })
      .catch(() => undefined),
  ]);
  // The first of two concurrent blocks hides the people from each other, so the second block may fail.
  expect([one, two].filter(Boolean).length).toBeGreaterThan(0);
  expect((await apiAs(ada).ask(LIST)).blockedPeople.length).toBe(one ? 1 : 0);
});

it('a block is refused for oneself, for a hidden person, and for the requester of an introduction', async () => {
  const { ada, ben, eve, adaShown, id } = await asked();
  expect(await apiAs(ada).code(BLOCK, { subject: 'Profile', id: adaShown.personId })).toBe(
    'FORBIDDEN',
  );
  expect(await apiAs(ada).code(BLOCK, { subject: 'Introduction', id })).toBe('FORBIDDEN');
  expect(await apiAs(eve).code(BLOCK, { subject: 'Introduction', id })).toBe('NOT_FOUND');
  for (const bad of [NOBODY, '', 'x', ben.accountId]) {
    expect(await apiAs(eve).code(BLOCK, { subject: 'Profile', id: bad })).toBe('NOT_FOUND');
  }
  expect(await apiAs(eve).code(BLOCK, { subject: 'Account', id: ben.accountId })).toBe('INVALID');
  expect(await apiAs(eve).ask(LIST)).toEqual({ blockedPeople: [] });
});

it('either ally may end the alliance', async () => {
  const { ada, ben, eve, adaShown, benShown, id } = await asked();
  await apiAs(ben).ask(ACCEPT, { id });
  expect(await apiAs(eve).code(END, { id: benShown.personId })).toBe('NOT_FOUND');
  expect(await apiAs(ben).ask(END, { id: adaShown.personId })).toEqual({ endAlliance: true });
  expect(await apiAs(ada).code(END, { id: benShown.personId })).toBe('NOT_FOUND');
});

it('a block folds the messages of the blocked member for the blocker alone, in shared groups', async () => {
  const { ada, ben, benShown } = await asked();
  const group = await factories.group(app, { steward: ada, members: [ben] });
  const channel = await factories.channel(app, { group });
  await postText(ben, channel.id, 'Hola a todas las personas');
  await apiAs(ada).ask(BLOCK, { subject: 'Profile', id: benShown.personId });
  const CHANNEL = 'query ($id: ID!) { channel(id: $id) { blockedAuthorIds unreadCount } }';
  const MESSAGES = 'query ($id: ID!) { messages(channelId: $id) { items { authorId body } } }';
  const seen = (await apiAs(ada).ask(MESSAGES, { id: channel.id })).messages.items;
  expect(seen).toEqual((await apiAs(ben).ask(MESSAGES, { id: channel.id })).messages.items);
  expect((await apiAs(ada).ask(CHANNEL, { id: channel.id })).channel).toEqual({
    blockedAuthorIds: [seen[0].authorId],
    unreadCount: 1,
  });
  const bens = (await apiAs(ben).ask(CHANNEL, { id: channel.id })).channel;
  expect(bens.blockedAuthorIds).toEqual([]);
});

it('a block names an unlisted member of a group only to those who may read their messages', async () => {
  const { ada, ben, eve, benShown } = await asked();
  const group = await factories.group(app, { steward: ada, members: [ben] });
  const channel = await factories.channel(app, { group });
  await postText(ben, channel.id, 'Hola');
  const [{ id }] = (await app.db.query<{ id: string }>(
    'update membership set is_listed = false where account_id = $1 and group_id = $2 returning id',
    [ben.accountId, group.id],
  )) as [{ id: string }];
  await factories.membership(app, { group, person: eve });
  const CHANNEL = 'query ($id: ID!) { channel(id: $id) { blockedAuthorIds } }';
  const folded = async (who: Person) => {
    await apiAs(who).ask(BLOCK, { subject: 'Profile', id: benShown.personId });
    return (await apiAs(who).ask(CHANNEL, { id: channel.id })).channel.blockedAuthorIds;
  };
  expect(await folded(ada)).toEqual([id]);
  expect(await folded(eve)).toEqual([]);
});

it("a block of a message applies to its author, and of a persona's message only to that persona in that group", async () => {
  const { ada, ben, adaShown, benShown } = await asked();
  const CHANNEL = 'query ($id: ID!) { channel(id: $id) { blockedAuthorIds } }';
  const folded = async ({ id }: { id: string }) =>
    (await apiAs(ada).ask(CHANNEL, { id })).channel.blockedAuthorIds;
  const inGroup = async () => {
    const group = await factories.group(app, { steward: ada, members: [ben] });
    return { group, channel: await factories.channel(app, { group }) };
  };
  const [one, other] = [await inGroup(), await inGroup()];
  const first = await postText(ben, one.channel.id, 'Hola');
  const sql =
    'update membership set persona_name = $1 where account_id = $2 and group_id = any($3)';
  await app.db.query(sql, ['Luna', ben.accountId, [one.group.id, other.group.id]]);
  const { block } = await apiAs(ada).ask(BLOCK, { subject: 'Message', id: first });
  expect(block.knownAs).toBe('Luna');
  expect((await apiAs(ada).ask(BLOCK, { subject: 'Message', id: first })).block.id).toBe(block.id);
  expect(await folded(one.channel)).toHaveLength(1);
  expect(await folded(other.channel)).toEqual([]);
  expect((await apiAs(ada).ask(LIST)).blockedPeople).toHaveLength(1);
  expect(await apiAs(ada).code(PERSON_QUERY, { id: benShown.personId })).toBe('OK');
  expect(await apiAs(ben).code(PERSON_QUERY, { id: adaShown.personId })).toBe('OK');
  await apiAs(ada).ask(UNBLOCK, { id: block.id });
  expect(await folded(one.channel)).toEqual([]);
  await app.db.query(sql, [null, ben.accountId, [one.group.id]]);
  await apiAs(ada).ask(BLOCK, { subject: 'Message', id: first });
  expect(await apiAs(ben).code(PERSON_QUERY, { id: adaShown.personId })).toBe('NOT_FOUND');
});
