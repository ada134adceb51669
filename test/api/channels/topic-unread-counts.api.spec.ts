import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { inboxEntries, ownIdIn, waitForInboxJobs } from '../../support/messages/mentions.js';
import { recordStatements } from '../../support/app/record-statements.js';
import {
  topicTextsOf,
  closeTopic,
  listTopics,
  MARK_TOPIC_READ,
  MARK_MESSAGE_UNREAD,
  postInTopic,
  makeChannelWithTopic,
  startTopic,
} from '../../support/messages/topics.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';

const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';
const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }';

const app = useApp();

/** Returns the unread counts of the channel, of its general feed, and of each topic by name. */
async function counts(who: Person, id: string) {
  const { unreadCount, generalUnreadCount, topics } = await listTopics(who, id);
  const of = Object.fromEntries(
    topics.map((one: { name: string; unreadCount: number }) => [one.name, one.unreadCount]),
  );
  return { all: unreadCount, general: generalUnreadCount, ...of };
}

const read = (who: Person, channelId: string, seq: number, topicId?: string) =>
  apiAs(who).ask(MARK_TOPIC_READ, { input: { channelId, seq, topicId } });

describe('the unread counts of a channel with topics', () => {
  it("are kept per feed, and the channel's count is their sum", async () => {
    const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
    const other = await startTopic(ben, id, 'Baterías');
    expect(await counts(ben, id)).toEqual({ all: 0, general: 0, Antenas: 0, Baterías: 0 });
    await postInTopic(ada, id, 'g1');
    const t1 = await postInTopic(ada, id, 't1', { topicId });
    await postInTopic(ada, id, 't2', { topicId });
    await postInTopic(ada, id, 'b1', { topicId: other.id });
    await postInTopic(ben, id, 'mía', { topicId });
    expect(await counts(ben, id)).toEqual({ all: 4, general: 1, Antenas: 2, Baterías: 1 });

    await read(ben, id, t1.seq, topicId);
    expect(await counts(ben, id)).toEqual({ all: 3, general: 1, Antenas: 1, Baterías: 1 });
    await read(ben, id, 1_000);
    expect(await counts(ben, id)).toEqual({ all: 2, general: 0, Antenas: 1, Baterías: 1 });
    await read(ben, id, 1, topicId);
    expect(await counts(ben, id)).toMatchObject({ Antenas: 1 });
    expect(await counts(ada, id)).toEqual({ all: 1, general: 0, Antenas: 1, Baterías: 0 });
  });

  it('change when the reader marks a message unread, in its feed and for that reader alone', async () => {
    const { ada, ben, ste, id, topicId } = await makeChannelWithTopic(app);
    const g1 = await postInTopic(ada, id, 'g1');
    const t1 = await postInTopic(ada, id, 't1', { topicId });
    await postInTopic(ada, id, 't2', { topicId });
    for (const feed of [undefined, topicId]) await read(ben, id, 1_000, feed);
    expect(await counts(ben, id)).toMatchObject({ all: 0 });
    await apiAs(ben).ask(MARK_MESSAGE_UNREAD, { id: t1.id });
    expect(await counts(ben, id)).toEqual({ all: 2, general: 0, Antenas: 2 });
    const { topics } = await listTopics(ben, id);
    expect(topics[0].readSeq).toBe(t1.seq - 1);
    await apiAs(ben).ask(MARK_MESSAGE_UNREAD, { id: g1.id });
    expect(await counts(ben, id)).toEqual({ all: 3, general: 1, Antenas: 2 });
    expect(await counts(ste, id)).toEqual({ all: 3, general: 1, Antenas: 2 });
  });

  it('exclude deleted messages and include closed topics', async () => {
    const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
    const { id: gone } = await postInTopic(ada, id, 't1', { topicId });
    await postInTopic(ada, id, 't2', { topicId });
    await apiAs(ada).ask(DELETE, { id: gone });
    await closeTopic(ada, topicId);
    expect(await counts(ben, id)).toEqual({ all: 1, general: 0, Antenas: 1 });
  });

  it('can be marked read only for a topic of that channel', async () => {
    const { ada, eve, id, topicId } = await makeChannelWithTopic(app);
    const elsewhere = await makeChannelWithTopic(app);
    const mark = (who: Person, channelId: string, topic: string) =>
      apiAs(who).code(MARK_TOPIC_READ, { input: { channelId, seq: 1, topicId: topic } });
    expect(await mark(ada, id, topicId)).toBe('OK');
    for (const topic of [elsewhere.topicId, id, 'x'])
      expect(await mark(ada, id, topic)).toBe('NOT_FOUND');
    expect(await mark(eve, id, topicId)).toBe('NOT_FOUND');
  });
});

describe.each(['joining', 'start'] as const)('topics with history from %s', (history) => {
  it('a member who joins later has no earlier message unread', async () => {
    const { ada, group, id, topicId } = await makeChannelWithTopic(app, history);
    const before = await postInTopic(ada, id, 'antes', { topicId });
    const late = await makePerson(app, 'late', 'member');
    await factories.membership(app, { group, person: late });
    expect(await counts(late, id)).toEqual({ all: 0, general: 0, Antenas: 0 });
    expect(await topicTextsOf(late, id, { topicId })).toEqual(history === 'start' ? ['antes'] : []);
    const { topics } = await listTopics(late, id);
    expect(topics[0].lastMessageAt === null).toBe(history === 'joining');
    await postInTopic(ada, id, 'ahora', { topicId });
    expect(await counts(late, id)).toEqual({ all: 1, general: 0, Antenas: 1 });
    const mark = await apiAs(late).code(MARK_MESSAGE_UNREAD, { id: before.id });
    expect(mark).toBe(history === 'start' ? 'OK' : 'NOT_FOUND');
    expect((await counts(late, id)).all).toBe(history === 'start' ? 2 : 1);
  });

  it('a member who leaves and rejoins starts again with no earlier message unread', async () => {
    const { ada, ben, group, id, topicId } = await makeChannelWithTopic(app, history);
    const first = await postInTopic(ada, id, 'antes', { topicId });
    await read(ben, id, 1_000, topicId);
    await apiAs(ben).ask(MARK_MESSAGE_UNREAD, { id: first.id });
    const [mine] = (await apiAs(ben).ask('{ myGroups { myMembershipId } }')).myGroups;
    await apiAs(ben).ask(LEAVE, { id: mine.myMembershipId });
    await postInTopic(ada, id, 'mientras', { topicId });
    await factories.membership(app, { group, person: ben });
    await postInTopic(ada, id, 'después', { topicId });
    expect(await counts(ben, id)).toEqual({ all: 1, general: 0, Antenas: 1 });
    const all = ['antes', 'mientras', 'después'];
    expect(await topicTextsOf(ben, id, { topicId })).toEqual(
      history === 'start' ? all : ['después'],
    );
  });
});

it('unread counts of all channels are read with one statement, however many topics exist', async () => {
  const { ada, ben, group, id } = await makeChannelWithTopic(app);
  const more = await factories.channel(app, { group });
  for (const [at, channelId] of [id, more.id, more.id].entries()) {
    const topic = await startTopic(ada, channelId, `Tema ${at}`);
    await postInTopic(ada, channelId, 'hola', { topicId: topic.id });
  }
  const list = '{ channels { id unreadCount generalUnreadCount } }';
  const { channels } = await apiAs(ben).ask(list);
  expect(channels).toContainEqual({ id: more.id, unreadCount: 2, generalUnreadCount: 0 });
  const sent = await recordStatements(() => apiAs(ben).ask(list));
  expect(sent.filter((text) => /join topic_reader|topic_reader tr/.test(text))).toHaveLength(1);
  const one = await listTopics(ben, id);
  expect(one).toMatchObject({ unreadCount: 1 });
  const open = `query ($id: ID!) { channel(id: $id) { topics { id readSeq unreadCount viewerCan } } }`;
  for (const channelId of [id, more.id]) {
    const asked = await recordStatements(() => apiAs(ben).ask(open, { id: channelId }));
    expect(asked.filter((text) => /\btopic\b/.test(text))).toHaveLength(4);
  }
});

it('reading a feed marks its inbox entries read, and no others', async () => {
  const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
  const mentionIds = [await ownIdIn(ben, id)];
  const said = await postInTopic(ada, id, 'En el tema', { topicId, mentionIds });
  await postInTopic(ada, id, 'En lo general', { mentionIds });
  await waitForInboxJobs(app);
  expect(await inboxEntries(ben)).toEqual(['mention En lo general *', 'mention En el tema *']);
  await read(ben, id, 1_000);
  expect(await inboxEntries(ben)).toEqual(['mention En lo general', 'mention En el tema *']);
  await read(ben, id, 1_000, topicId);
  expect(await inboxEntries(ben)).toEqual(['mention En lo general', 'mention En el tema']);
  await apiAs(ben).ask(MARK_MESSAGE_UNREAD, { id: said.id });
  expect(await inboxEntries(ben)).toEqual(['mention En lo general', 'mention En el tema *']);
});

it('a message is mailed only while its own feed is unread', async () => {
  const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
  await postInTopic(ada, id, 'g1');
  await postInTopic(ada, id, 't1', { topicId });
  const heard = async () =>
    (
      await app.db.query<{ body: string }>(
        `select m.body from heard_message h join message m on m.id = h.message_id
         where h.account_id = $1 and h.channel_id = $2 and h.is_unread order by m.seq`,
        [ben.accountId, id],
      )
    ).map(({ body }) => body);
  expect(await heard()).toEqual(['g1', 't1']);
  await read(ben, id, 1_000);
  expect(await heard()).toEqual(['t1']);
  await read(ben, id, 1_000, topicId);
  expect(await heard()).toEqual([]);
});
