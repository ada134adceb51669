import { randomUUID } from 'node:crypto';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { factories } from '../../support/factories/factories.js';
import * as timers from '../../support/messages/message-retention.js';
import {
  topicTextsOf,
  TOPIC_CHANGES,
  CLOSE_TOPIC,
  closeTopic,
  readFeed,
  TOPIC_HISTORY,
  topicMessageInput,
  listTopics,
  POST_IN_TOPIC,
  postInTopic,
  RENAME_TOPIC,
  REOPEN_TOPIC,
  makeChannelWithTopic,
  START_TOPIC,
  startTopic,
  READ_TOPIC,
} from '../../support/messages/topics.js';

const REACT = 'mutation ($input: ReactInput!) { react(input: $input) { version } }';
const EDIT = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { version } }';
const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { version } }';
const PIN = 'mutation ($input: PinMessageInput!) { pinMessage(input: $input) { version } }';
const PINNED = 'query ($id: ID!) { pinnedMessages(channelId: $id) { body topicId } }';

const app = useApp();

describe('a topic', () => {
  it('can be started by any member who may post in the channel, and is NOT_FOUND for others', async () => {
    const { ada, ben, eve, id, topic } = await makeChannelWithTopic(app);
    expect(topic).toMatchObject({ channelId: id, name: 'Antenas', isClosed: false });
    expect(topic).toMatchObject({ unreadCount: 0, lastMessageAt: null });
    expect(topic.viewerCan).toEqual(
      containingActions(['read', 'post', 'rename', 'close'], { without: ['reopen'] }),
    );
    expect((await apiAs(ben).ask(READ_TOPIC, { id: topic.id })).topic.viewerCan).toEqual(
      containingActions(['read', 'post'], { without: ['rename', 'close', 'reopen'] }),
    );
    expect((await listTopics(ben, id)).topics).toMatchObject([{ id: topic.id, name: 'Antenas' }]);
    const raw = async (topicId: string) =>
      (await apiAs(eve).raw(READ_TOPIC, { id: topicId })).text();
    expect(await raw(topic.id)).toBe(await raw(randomUUID()));
    expect(await apiAs(eve).code(START_TOPIC, { input: { channelId: id, name: 'x' } })).toBe(
      'NOT_FOUND',
    );
    expect(
      await apiAs(ada).code(START_TOPIC, { input: { channelId: randomUUID(), name: 'x' } }),
    ).toBe('NOT_FOUND');
  });

  it('has a sanitised name of at most eighty characters', async () => {
    const { ada, id } = await makeChannelWithTopic(app);
    expect((await startTopic(ada, id, '  Radio\u200b   del  río ')).name).toBe('Radio del río');
    const codes = await Promise.all(
      ['', ' \u200b ', 'x'.repeat(81)].map((name) =>
        apiAs(ada).code(START_TOPIC, { input: { channelId: id, name } }),
      ),
    );
    expect(codes).toEqual(['INVALID', 'INVALID', 'INVALID']);
    expect((await startTopic(ada, id, 'x'.repeat(80))).name).toHaveLength(80);
  });

  it('can be renamed, closed and reopened only by its maker and a steward', async () => {
    const { ste, ada, ben, eve, topicId: id } = await makeChannelWithTopic(app);
    const rename = (name: string) => ({ input: { topicId: id, name } });
    expect(await apiAs(ben).code(RENAME_TOPIC, rename('De ben'))).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(RENAME_TOPIC, rename('De eve'))).toBe('NOT_FOUND');
    expect((await apiAs(ada).ask(RENAME_TOPIC, rename('Torres'))).renameTopic.name).toBe('Torres');
    expect((await apiAs(ste).ask(RENAME_TOPIC, rename('Mástiles'))).renameTopic.name).toBe(
      'Mástiles',
    );
    for (const act of [CLOSE_TOPIC, REOPEN_TOPIC]) {
      expect(await apiAs(ben).code(act, { id })).toBe('FORBIDDEN');
      expect(await apiAs(eve).code(act, { id })).toBe('NOT_FOUND');
      expect(await apiAs(ada).code(act, { id })).toBe('OK');
      expect(await apiAs(ada).code(act, { id })).toBe('FORBIDDEN');
    }
    expect((await closeTopic(ste, id)).viewerCan).toEqual(
      containingActions(['read', 'reopen'], { without: ['post', 'rename', 'close'] }),
    );
    expect(await apiAs(ada).code(RENAME_TOPIC, rename('Cerrado'))).toBe('FORBIDDEN');
  });

  it('no longer belongs to its maker after they left, even if they rejoin', async () => {
    const { ada, group, topicId } = await makeChannelWithTopic(app);
    const [{ myMembershipId: id }] = (await apiAs(ada).ask('{ myGroups { myMembershipId } }'))
      .myGroups;
    await apiAs(ada).ask('mutation ($id: ID!) { leaveGroup(membershipId: $id) }', { id });
    expect(await apiAs(ada).code(READ_TOPIC, { id: topicId })).toBe('NOT_FOUND');
    await factories.membership(app, { group, person: ada });
    expect((await apiAs(ada).ask(READ_TOPIC, { id: topicId })).topic.viewerCan).toEqual(
      containingActions(['read', 'post'], { without: ['rename', 'close', 'reopen'] }),
    );
  });

  it('cannot be started in a conversation or an archived channel', async () => {
    const { ste, ada, id, topicId } = await makeChannelWithTopic(app);
    await apiAs(ste).ask('mutation ($id: ID!) { archiveChannel(channelId: $id) { id } }', { id });
    expect(await apiAs(ada).code(START_TOPIC, { input: { channelId: id, name: 'x' } })).toBe(
      'FORBIDDEN',
    );
    expect(await apiAs(ada).code(CLOSE_TOPIC, { id: topicId })).toBe('FORBIDDEN');
    expect(await apiAs(ada).code(POST_IN_TOPIC, topicMessageInput(id, 'x', { topicId }))).toBe(
      'FORBIDDEN',
    );
    expect(await topicTextsOf(ada, id, { topicId })).toEqual([]);
  });
});

describe('a message in a topic', () => {
  it('appears in the feed of that topic only, with a sequence number of the channel', async () => {
    const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
    const other = await startTopic(ben, id, 'Baterías');
    await postInTopic(ben, id, 'general 1');
    const said = await postInTopic(ada, id, 'antenas 1', { topicId });
    await postInTopic(ben, id, 'baterías 1', { topicId: other.id });
    await postInTopic(ada, id, 'antenas 2', { topicId });
    expect(said).toMatchObject({ seq: 2, version: 2, topicId });
    expect(await topicTextsOf(ben, id)).toEqual(['general 1']);
    expect(await topicTextsOf(ben, id, { topicId })).toEqual(['antenas 1', 'antenas 2']);
    expect(await topicTextsOf(ben, id, { topicId: other.id })).toEqual(['baterías 1']);
    const page = await readFeed(ben, id, { topicId, first: 1 });
    expect(page).toMatchObject({ hasMore: true, upTo: 4, items: [{ body: 'antenas 2' }] });
    const before = await readFeed(ben, id, { topicId, before: page.items[0].seq });
    expect(before).toMatchObject({ hasMore: false, items: [{ body: 'antenas 1' }] });
    const { changes } = await apiAs(ben).ask(TOPIC_CHANGES, { id, after: 1 });
    expect(changes.items.map((one: { topicId: string }) => one.topicId)).toEqual([
      ...[topicId, other.id, topicId],
    ]);
  });

  it('can be posted and read only in a topic of its own channel; the id of any other topic is NOT_FOUND', async () => {
    const { ada, eve, id } = await makeChannelWithTopic(app);
    const elsewhere = await makeChannelWithTopic(app);
    const group = await factories.group(app, { members: [ada] });
    const channel = await factories.channel(app, { group });
    const mine = await startTopic(ada, channel.id, 'De otro canal');
    await closeTopic(ada, (await startTopic(ada, channel.id, 'Cerrado')).id);
    const [closed] = await app.db.query<{ id: string }>(
      'select id from topic where channel_id = $1 and closed_at is not null',
      [channel.id],
    );
    const written = async (topicId: string) =>
      (
        await apiAs(ada).raw(POST_IN_TOPIC, topicMessageInput(id, 'A escondidas', { topicId }))
      ).text();
    const read = async (topicId: string) =>
      (await apiAs(ada).raw(TOPIC_HISTORY, { channelId: id, topicId })).text();
    const absent = [await written(randomUUID()), await read(randomUUID())];
    for (const answer of absent) expect(answer).toContain('NOT_FOUND');
    for (const topicId of [elsewhere.topicId, mine.id, closed!.id, 'x', ''])
      expect([await written(topicId), await read(topicId)]).toEqual(absent);
    expect(
      await apiAs(eve).code(
        POST_IN_TOPIC,
        topicMessageInput(id, 'x', { topicId: elsewhere.topicId }),
      ),
    ).toBe('NOT_FOUND');
    expect(await app.db.query(`select from message where body = 'A escondidas'`)).toEqual([]);
  });

  it('gets its replies in the same topic', async () => {
    const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
    const [here, there] = [
      await postInTopic(ada, id, 'general'),
      await postInTopic(ada, id, 'tema', { topicId }),
    ];
    const answer = await postInTopic(ben, id, 'sí', { topicId, replyToId: there.id });
    expect(answer).toMatchObject({ topicId, replyToId: there.id });
    const lost = [
      { replyToId: there.id },
      { topicId, replyToId: here.id },
      { topicId, replyToId: randomUUID() },
    ];
    for (const more of lost)
      expect(await apiAs(ben).code(POST_IN_TOPIC, topicMessageInput(id, 'x', more))).toBe(
        'NOT_FOUND',
      );
    expect(await topicTextsOf(ben, id)).toEqual(['general']);
  });

  it('is read-only once the topic is closed: its author may delete it, but nobody may post, react, edit or pin', async () => {
    const { ste, ada, ben, id, topicId } = await makeChannelWithTopic(app);
    const said = await postInTopic(ada, id, 'Lo de la torre', { topicId });
    await closeTopic(ada, topicId);
    const acts = [
      apiAs(ben).code(POST_IN_TOPIC, topicMessageInput(id, 'Tarde', { topicId })),
      apiAs(ben).code(REACT, { input: { messageId: said.id, emoji: '👍', isOn: true } }),
      apiAs(ada).code(EDIT, { input: { messageId: said.id, body: 'Otra cosa' } }),
      apiAs(ste).code(PIN, { input: { messageId: said.id, isPinned: true } }),
    ];
    expect(await Promise.all(acts)).toEqual(Array.from(acts, () => 'FORBIDDEN'));
    const { errors } = JSON.parse(
      await (
        await apiAs(ben).raw(POST_IN_TOPIC, topicMessageInput(id, 'Tarde', { topicId }))
      ).text(),
    );
    expect(errors[0].extensions.reason).toBe('topic.closed');
    expect(await topicTextsOf(ben, id, { topicId })).toEqual(['Lo de la torre']);
    expect(await apiAs(ben).code(POST_IN_TOPIC, topicMessageInput(id, 'En general'))).toBe('OK');
    await apiAs(ada).ask(REOPEN_TOPIC, { id: topicId });
    expect(
      await apiAs(ben).code(POST_IN_TOPIC, topicMessageInput(id, 'De nuevo', { topicId })),
    ).toBe('OK');
    await closeTopic(ada, topicId);
    expect(await apiAs(ada).code(DELETE, { id: said.id })).toBe('OK');
  });

  it('is returned to a retried request after its topic closed; the retry is rejected once the message expired', async () => {
    const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
    const sent = topicMessageInput(id, 'Antes de cerrar', { topicId });
    const { postMessage: said } = await apiAs(ben).ask(POST_IN_TOPIC, sent);
    await closeTopic(ada, topicId);
    expect((await apiAs(ben).ask(POST_IN_TOPIC, sent)).postMessage).toEqual(said);
    const refused = async (posted: object) =>
      (await timers.refusalOf(ben, POST_IN_TOPIC, posted as typeof sent)).reason;
    expect(await refused(topicMessageInput(id, 'Después', { topicId }))).toBe('topic.closed');
    await app.db.query('update message set expires_at = $2 where id = $1', [
      said.id,
      app.clock.now(),
    ]);
    expect(await refused(sent)).toBe('message.expired');
    expect(await topicTextsOf(ada, id, { topicId })).toEqual([]);
  });

  it('can be pinned, and the pin names the topic', async () => {
    const { ste, ada, id, topicId } = await makeChannelWithTopic(app);
    const said = await postInTopic(ada, id, 'La llave del estudio', { topicId });
    await apiAs(ste).ask(PIN, { input: { messageId: said.id, isPinned: true } });
    const { pinnedMessages } = await apiAs(ada).ask(PINNED, { id });
    expect(pinnedMessages).toEqual([{ body: 'La llave del estudio', topicId }]);
  });

  it('is created exactly once by concurrent retries', async () => {
    const { ada, ben, id, topicId } = await makeChannelWithTopic(app);
    const clientId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => postInTopic(ada, id, 'Una vez', { topicId, clientId })),
    );
    expect(new Set(answers.map(({ id: one }) => one)).size).toBe(1);
    expect(await topicTextsOf(ben, id, { topicId })).toEqual(['Una vez']);
  });
});
