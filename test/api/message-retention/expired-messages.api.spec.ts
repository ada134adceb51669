import { randomUUID } from 'node:crypto';
import { ExpiredMessages } from '#channels/message-retention/expired-messages.data-classes.js';
import { MessageRetentionJobs } from '#channels/message-retention/message-retention.jobs.js';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type GraphqlVariables } from '../../support/app/client.js';
import * as acts from '../../support/messages/message-documents.js';
import { INBOX_QUERY } from '../../support/messages/mentions.js';
import { dumpDatabase, textsInDump } from '../../support/app/database-dump.js';
import { waitForMessageIndex, SEARCH_MESSAGES } from '../../support/messages/message-search.js';
import * as timers from '../../support/messages/message-retention.js';
import { signInAgain, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

const purge = () => app.get(MessageRetentionJobs).purge();
const {
  messageTextsOf,
  readChannelAs: channelAs,
  readHistoryAs: historyOf,
  agreeOnLongerRetention: lengthen,
  shortenRetentionOf: shorten,
  readChangesAs: since,
} = timers;

/** Returns the answer of every query that shows the text of a message to a reader of the channel. */
async function readBy(who: Person, id: string, message: { id: string }): Promise<string> {
  const ask = (text: string, variables: GraphqlVariables) =>
    timers.rawGraphqlResponse(who, text, variables);
  const found = await Promise.all([
    ask(acts.READ_MESSAGE, { id: message.id }),
    ask(acts.EARLIER_TEXTS_QUERY, { id: message.id }),
    ask(acts.LIST_REACTORS, { id: message.id }),
    ask(acts.PINNED_MESSAGES_QUERY, { id }),
    ask(timers.READ_HISTORY, { id }),
    ask(timers.READ_CHANGES, { id, after: 0 }),
    ask('query ($id: ID!) { reportContext(messageId: $id) { body } }', { id: message.id }),
    ask(INBOX_QUERY, {}),
    ask(SEARCH_MESSAGES, { text: 'qzcambiadaqz' }),
  ]);
  return found.join('\n');
}

/** Returns the answers of `readBy`, and of every operation that could reveal that the message exists. */
async function waysTo(who: Person, id: string, message: { id: string }): Promise<string> {
  const ask = (text: string, variables: GraphqlVariables) =>
    timers.rawGraphqlResponse(who, text, variables);
  const found = await Promise.all([
    readBy(who, id, message),
    ask('mutation ($id: ID!) { markUnread(messageId: $id) { id } }', { id: message.id }),
    ask(acts.DELETE_MESSAGE, { id: message.id }),
    ask(acts.PIN_MESSAGE, acts.pinInput(message.id)),
    ask(acts.REACT_TO_MESSAGE, acts.reactionInput(message.id, '🎉')),
    ask(acts.EDIT_MESSAGE, { input: { messageId: message.id, body: 'Otra vez' } }),
    ask(acts.POST_MESSAGE, acts.messageInput(id, 'Respondo', message.id)),
  ]);
  return found.join('\n');
}

describe('an expired message', () => {
  it('is hidden in every way from every viewer, author and steward included, while its row still exists', async () => {
    const { ada, ben, id } = await timers.makeChannelWithTwoStewards(app);
    const said = await acts.sendMessage(ben, id, 'qzcaducaqz');
    await apiAs(ben).ask(acts.EDIT_MESSAGE, {
      input: { messageId: said.id, body: 'qzcambiadaqz' },
    });
    await acts.addReaction(ada, said.id, '🎉');
    await apiAs(ada).ask(acts.PIN_MESSAGE, acts.pinInput(said.id));
    await apiAs(ada).ask('mutation ($i: MarkReadInput!) { markRead(input: $i) { id } }', {
      i: { channelId: id, seq: 0 },
    });
    await waitForMessageIndex(app);
    expect(await readBy(ben, id, said)).toMatch(/qzcaducaqz[^]*qzcambiadaqz/);
    await shorten(ada, id, 'hours1');
    expect((await channelAs(ada, id)).unreadCount).toBe(1);
    app.clock.move(HOUR);
    const never = { id: randomUUID() };
    for (const who of [ada, ben]) {
      const gone = await waysTo(who, id, said);
      expect(gone).not.toMatch(/qz\w+qz/);
      expect(gone.replaceAll(said.id, never.id)).toBe(await waysTo(who, id, never));
      expect(await channelAs(who, id)).toMatchObject({ unreadCount: 0, lastMessageAt: null });
      expect(await exported(who)).not.toMatch(/qz\w+qz/);
    }
    expect(await app.db.query('select 1 from message where id = $1', [said.id])).toHaveLength(1);
  });

  it('is also removed by a client that was offline, because the channel reports shortened retentions', async () => {
    const { ada, abe, ben, id } = await timers.makeChannelWithTwoStewards(app);
    await acts.sendMessage(ben, id, 'Lo que tiene en su teléfono');
    const known = await historyOf(ben, id);
    expect(known.shortenings).toEqual([]);
    await shorten(ada, id, 'days1');
    await shorten(ada, id, 'hours1');
    const upTo = known.upTo + 2;
    app.clock.move(2 * HOUR);
    await purge();
    await lengthen(ada, abe, id, 'days30');
    const missed = await since(ben, id, known.upTo);
    expect(missed.shortenings).toEqual([{ upTo, seconds: 3_600 }]);
    await shorten(abe, id, 'days7');
    const later = (await since(ben, id, known.upTo)).shortenings;
    expect(later).toEqual([
      { upTo, seconds: 3_600 },
      { upTo: upTo + 2, seconds: 604_800 },
    ]);
  });

  it('leaves its replies in place, marked as replies to a missing message', async () => {
    const { ada, abe, ben, id } = await timers.makeChannelWithTwoStewards(app);
    await shorten(ada, id, 'hours1');
    const said = await acts.sendMessage(ben, id, 'Pregunto');
    await lengthen(ada, abe, id, 'days7');
    const answer = await acts.sendMessage(ada, id, 'Respondo', said.id);
    app.clock.move(HOUR);
    const read = async () =>
      (await historyOf(ben, id)).items.find((one: { id: string }) => one.id === answer.id);
    expect(await read()).toMatchObject({ isAnswer: true, replyToId: said.id });
    await purge();
    expect(await read()).toMatchObject({ isAnswer: true, replyToId: null });
    await apiAs(ada).ask(acts.DELETE_MESSAGE, { id: answer.id });
    expect(await read()).toMatchObject({ isAnswer: false, isDeleted: true });
  });

  it('does not cause a retried reply to it to be refused', async () => {
    const { ada, abe, ben, id } = await timers.makeChannelWithTwoStewards(app);
    await shorten(ada, id, 'hours1');
    const said = await acts.sendMessage(ada, id, 'Pregunto');
    await lengthen(ada, abe, id, 'days7');
    const answer = acts.messageInput(id, 'Respondo', said.id);
    const { postMessage: sent } = await apiAs(ben).ask(acts.POST_MESSAGE, answer);
    app.clock.move(HOUR);
    const repeat = async () => (await apiAs(ben).ask(acts.POST_MESSAGE, answer)).postMessage.id;
    expect(await repeat()).toBe(sent.id);
    await purge();
    expect(await repeat()).toBe(sent.id);
    expect(await messageTextsOf(ben, id)).toEqual(['', 'Respondo']);
  });

  it('is deleted with everything that belongs to it; one receipt per channel and day names no account', async () => {
    const { ada, ben, id } = await timers.makeChannelWithTwoStewards(app);
    const said = await acts.sendMessage(ben, id, 'qzfueraqz');
    await apiAs(ben).ask(acts.EDIT_MESSAGE, {
      input: { messageId: said.id, body: 'qzfueraotraqz' },
    });
    await acts.addReaction(ada, said.id, '🎉');
    await shorten(ada, id, 'hours1');
    await purge();
    expect(textsInDump(await dumpDatabase(app), ['qzfueraotraqz'])).toHaveLength(1);
    expect(await app.db.query('select 1 from message where channel_id = $1', [id])).toHaveLength(2);
    app.clock.move(HOUR + MINUTE);
    await acts.sendMessage(ben, id, 'Sigue');
    await purge();
    const left = await app.db.query<{ body: string }>(
      'select body from message where channel_id = $1',
      [id],
    );
    expect(left).toEqual([{ body: 'Sigue' }]);
    for (const table of ['earlier_text', 'reaction']) {
      expect(await app.db.query(`select 1 from ${table} where message_id = $1`, [said.id])).toEqual(
        [],
      );
    }
    app.clock.move(HOUR);
    await purge();
    await purge();
    expect(textsInDump(await dumpDatabase(app), ['qzfueraqz', 'qzfueraotraqz'])).toEqual([]);
    const receipts = await app.db.query(
      'select data_class, subject_type, about_id from receipt where subject_id = $1',
      [id],
    );
    expect(receipts).toEqual([{ data_class: 'message', subject_type: 'Channel', about_id: null }]);
    const [row] = await app.db.query('select last_message_at from channel where id = $1', [id]);
    expect(row).toEqual({ last_message_at: null });
    app.clock.move(DAY + MINUTE);
    await acts.sendMessage(await signInAgain(ben), id, 'Otra');
    app.clock.move(HOUR);
    await purge();
    const sql = 'select 1 from receipt where subject_id = $1';
    expect(await app.db.query(sql, [id])).toHaveLength(2);
  });

  it('is left for the next run, without waiting, if its row is locked', async () => {
    const { ada, ben, id } = await timers.makeChannelWithTwoStewards(app);
    await shorten(ada, id, 'hours1');
    const held = await acts.sendMessage(ben, id, 'La que alguien tiene');
    await acts.sendMessage(ben, id, 'La otra');
    app.clock.move(HOUR + MINUTE);
    const holder = await app.db.connect();
    await holder.query('begin');
    await holder.query('select from message where id = $1 for update', [held.id]);
    const retention = app.get(RetentionService);
    const run = retention.run.bind(retention);
    const spy = jest.spyOn(retention, 'run').mockImplementation(async (name) => {
      await run(name);
      if (spy.mock.calls.length === 2) await holder.query('commit');
    });
    await purge();
    spy.mockRestore();
    const left = () =>
      app.db.query<{ id: string }>('select id from message where channel_id = $1', [id]);
    expect(await left()).toEqual([{ id: held.id }]);
    await holder.query('commit');
    await holder.end();
    await purge();
    expect(await left()).toEqual([]);
  });

  it('is not created again by a client that retries; after a month its client key is deleted', async () => {
    const { ada, ben, id } = await timers.makeChannelWithTwoStewards(app);
    await shorten(ada, id, 'hours1');
    const sent = acts.messageInput(id, 'Una vez');
    await apiAs(ben).ask(acts.POST_MESSAGE, sent);
    const over = { code: 'CONFLICT', reason: 'message.expired' };
    app.clock.move(HOUR);
    expect(await timers.refusalOf(ben, acts.POST_MESSAGE, sent)).toMatchObject(over);
    await purge();
    expect(await timers.refusalOf(ben, acts.POST_MESSAGE, sent)).toMatchObject(over);
    expect(await messageTextsOf(ben, id)).toEqual([]);
    app.clock.move(32 * DAY);
    await app.get(RetentionService).run('spentKey');
    const sql = 'select 1 from spent_key where account_id = $1';
    expect(await app.db.query(sql, [ben.accountId])).toEqual([]);
  });

  it('is found through an index, so that unexpired messages cost nothing', async () => {
    const plan = await app.db.query<{ 'QUERY PLAN': string }>(
      `explain select id from message where expires_at <= now() order by expires_at limit 2000 for update skip locked`,
    );
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/message_expiry/);
    expect(await app.get(ExpiredMessages).isDue(app.clock.in(-900 * DAY))).toBe(false);
  });
});

async function exported(who: Person): Promise<string> {
  return JSON.stringify(await app.get(DataExportService).read(who.accountId));
}
