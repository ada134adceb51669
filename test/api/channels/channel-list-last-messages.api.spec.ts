import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { recordStatements } from '../../support/app/record-statements.js';
import { factories } from '../../support/factories/factories.js';
import { type Person, makePerson, makePeople } from '../../support/factories/make-people.js';
import { makeVisiblePair } from '../../support/factories/introductions.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  conversationOf,
  END_ALLIANCE,
  PUT_AWAY_CONVERSATION,
} from '../../support/messages/conversations.js';
import { closeTopic, postInTopic, startTopic } from '../../support/messages/topics.js';
import { shortenRetentionOf } from '../../support/messages/message-retention.js';

const LAST = `lastMessage { id seq version isMine authorName createdAt expiresAt text fileKind isDeleted
  isFolded retention }`;
const LIST = `{ channels { id ${LAST} } }`;
const FEEDS = 'query ($id: ID!) { channel(id: $id) { meId blockedAuthorIds topics { id } } }';
const FEED = `query ($id: ID!, $topicId: ID) { messages(channelId: $id, topicId: $topicId, first: 1) { items {
  id seq version authorId authorName createdAt expiresAt body isDeleted retention } } }`;
const EDIT = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { id } }';
const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }';
const BLOCK = 'mutation ($id: ID!) { block(subject: Message, subjectId: $id) { id } }';
const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';

const app = useApp();

/** Returns the last message that the channel list shows, or undefined when the channel is not listed. */
async function last(who: Person, channelId: string) {
  const { channels } = await apiAs(who).ask(LIST);
  return channels.find(({ id }: { id: string }) => id === channelId)?.lastMessage;
}

/** Returns the last message from the channel itself, as its reader sees it. */
async function shownIn(who: Person, id: string, isGroup = true) {
  const { channel } = await apiAs(who).ask(FEEDS, { id });
  const feeds = [undefined, ...channel.topics.map((topic: { id: string }) => topic.id)];
  const ends = await Promise.all(
    feeds.map(async (topicId) => (await apiAs(who).ask(FEED, { id, topicId })).messages.items[0]),
  );
  const found = ends.filter(Boolean).sort((a, b) => b.seq - a.seq)[0];
  if (!found) return null;
  const { authorId, authorName, body, ...shown } = found;
  const isFolded = channel.blockedAuthorIds.includes(authorId);
  return {
    ...{ ...shown, isFolded, fileKind: null, isMine: authorId === channel.meId },
    authorName: isGroup && !isFolded ? authorName : null,
    text: isFolded || body === '' ? null : body,
  };
}

/** A group channel with history from joining, and a member who joined after its first messages. */
async function setting() {
  const people = await makePeople(app, { ada: 'steward', ben: 'member', eve: 'outsider' });
  const { ada, ben } = people;
  const group = await factories.group(app, { steward: ada, members: [ben] });
  const { id } = await factories.channel(app, { group });
  await postInTopic(ben, id, 'Antes de todo');
  const late = await makePerson(app, 'late', 'member');
  await factories.membership(app, { group, person: late });
  return { ...people, group, id, late };
}

async function expectAsShown(readers: readonly Person[], id: string): Promise<void> {
  for (const who of readers) expect(await last(who, id)).toEqual(await shownIn(who, id));
}

it('the channel list shows each reader the last message that they can read, after every change', async () => {
  const { ada, ben, late, eve, id } = await setting();
  const readers = [ada, ben, late];
  await expectAsShown(readers, id);
  expect(await last(late, id)).toBeNull();
  expect(await last(eve, id)).toBeUndefined();
  expect(await last(ben, id)).toMatchObject({ text: 'Antes de todo', isMine: true });

  const said = await postInTopic(ada, id, '**Ahora** sí');
  await expectAsShown(readers, id);
  expect(await last(late, id)).toMatchObject({ text: '**Ahora** sí', isMine: false });
  await apiAs(ada).ask(EDIT, { input: { messageId: said.id, body: 'Ahora no' } });
  await expectAsShown(readers, id);
  expect(await last(late, id)).toMatchObject({ text: 'Ahora no' });

  const topic = await startTopic(ada, id, 'Antenas');
  const inTopic = await postInTopic(ben, id, 'En el tema', { topicId: topic.id });
  await closeTopic(ada, topic.id);
  await expectAsShown(readers, id);
  expect(await last(ada, id)).toMatchObject({ id: inTopic.id, text: 'En el tema' });

  await apiAs(ben).ask(DELETE, { id: inTopic.id });
  await expectAsShown(readers, id);
  expect(await last(ada, id)).toMatchObject({ id: inTopic.id, isDeleted: true, text: null });

  await shortenRetentionOf(ada, id, 'days7');
  await expectAsShown(readers, id);
  expect(await last(late, id)).toMatchObject({ retention: 'days7', text: null });
  app.clock.move(8 * DAY);
  await expectAsShown(readers, id);
  expect(await last(ada, id)).toBeNull();
});

it('the last message in the channel list contains at most the start of a long text', async () => {
  const { ada, ben, id } = await setting();
  await postInTopic(ada, id, `Aquí empieza ${'y sigue '.repeat(200)} el final`);
  expect((await last(ben, id))?.text).toMatch(/^Aquí empieza [y sigue]{100,200}$/);
});

it('the last message of a blocked author is folded for the blocker alone, and keeps its place and time', async () => {
  const { ada, ben, late, id } = await setting();
  const said = await postInTopic(ben, id, 'De alguien');
  await apiAs(ada).ask(BLOCK, { id: said.id });
  await expectAsShown([ada, ben, late], id);
  const folded = { id: said.id, isFolded: true, text: null, authorName: null };
  expect(await last(ada, id)).toMatchObject(folded);
  expect(await last(late, id)).toMatchObject({ isFolded: false, text: 'De alguien' });
});

it('the last message of a persona is folded only where that persona is blocked', async () => {
  const { ada, ben, group, id } = await setting();
  const sql = 'update membership set persona_name = $1 where account_id = $2 and group_id = $3';
  const other = await factories.group(app, { steward: ada, members: [ben] });
  const elsewhere = await factories.channel(app, { group: other });
  await apiAs(ada).ask(BLOCK, { id: (await postInTopic(ben, elsewhere.id, 'Sin persona')).id });
  await app.db.query(sql, ['Luna', ben.accountId, group.id]);
  const said = await postInTopic(ben, id, 'Como persona');
  await expectAsShown([ada, ben], id);
  expect(await last(ada, id)).toMatchObject({ authorName: 'Luna', text: 'Como persona' });
  await apiAs(ada).ask(BLOCK, { id: said.id });
  await expectAsShown([ada, ben], id);
  expect(await last(ada, id)).toMatchObject({ isFolded: true, text: null });
});

it('the last message is hidden from a member who left, and newer messages appear after they rejoin', async () => {
  const { ada, ben, group, id } = await setting();
  const { myGroups } = await apiAs(ben).ask('{ myGroups { id myMembershipId } }');
  const mine = myGroups.find((one: { id: string }) => one.id === group.id);
  await apiAs(ben).ask(LEAVE, { id: mine!.myMembershipId });
  await postInTopic(ada, id, 'Mientras no estaba');
  expect(await last(ben, id)).toBeUndefined();
  await factories.membership(app, { group, person: ben });
  expect(await last(ben, id)).toBeNull();
  await postInTopic(ada, id, 'De vuelta');
  expect(await last(ben, id)).toMatchObject({ text: 'De vuelta' });
});

it('the last message of a conversation names no author, also after the conversation ended', async () => {
  const { ada, ben, benShown } = await makeVisiblePair(app);
  await makeAllies(app, ada, ben);
  await waitForJobs(app);
  const id = await conversationOf(ada);
  await postInTopic(ben, id, 'Solo para ti');
  expect(await last(ada, id)).toEqual(await shownIn(ada, id, false));
  expect(await last(ada, id)).toMatchObject({ text: 'Solo para ti', authorName: null });
  await apiAs(ada).ask(END_ALLIANCE, { personId: benShown.personId });
  expect(await last(ada, id)).toMatchObject({ text: 'Solo para ti', authorName: null });
  await apiAs(ada).ask(PUT_AWAY_CONVERSATION, { id });
  expect(await last(ada, id)).toBeUndefined();
});

it('last messages are loaded with one statement for the whole list, and only on request', async () => {
  const { ada, ben, group } = await setting();
  const { id } = await factories.channel(app, { group });
  await postInTopic(ada, id, 'Otra');
  const listed = async (more = '') => {
    const list = `{ channels { id unreadCount level ${more} } }`;
    const sent = await recordStatements(() => apiAs(ben).ask(list));
    return sent.filter((text) => /FROM "channel"|"unreadCount"/.test(text));
  };
  const [plain, withLast] = [await listed(), await listed(LAST)];
  expect([plain.length, withLast.length]).toEqual([2, 2]);
  expect(withLast.filter((text) => text.includes('message_shown'))).toHaveLength(1);
  expect(plain.filter((text) => text.includes('message_shown'))).toEqual([]);
});
