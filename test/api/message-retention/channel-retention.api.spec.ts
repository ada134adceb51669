import { randomUUID } from 'node:crypto';
import { MessageRetentionJobs } from '#channels/message-retention/message-retention.jobs.js';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import * as acts from '../../support/messages/message-documents.js';
import * as timers from '../../support/messages/message-retention.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { signInAgain, makePerson } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

const {
  messageTextsOf,
  readChannelAs: channelAs,
  readHistoryAs: historyOf,
  agreeOnLongerRetention: lengthen,
  shortenRetentionOf: shorten,
} = timers;

describe('choosing the retention of a channel', () => {
  it('is possible when the channel is created; the default is the longest retention of the instance', async () => {
    const { ada, ben, group } = await timers.makeChannelWithTwoStewards(app);
    const create = async (more: object) => {
      const input = { groupId: group.id, name: 'Urgente', ...more };
      const text = `mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id } }`;
      return (await apiAs(ada).ask(text, { input })).createChannel.id as string;
    };
    expect(await channelAs(ben, await create({}))).toMatchObject({
      ...{ retention: 'longest', keptSeconds: (365 * DAY) / 1_000 },
    });
    const id = await create({ retention: 'hours1' });
    expect(await channelAs(ben, id)).toMatchObject({ retention: 'hours1', keptSeconds: 3_600 });
    await acts.sendMessage(ben, id, 'Por una hora');
    app.clock.move(HOUR + MINUTE);
    expect(await messageTextsOf(ada, id)).toEqual([]);
  });

  it('is allowed to a steward if the new one is shorter, FORBIDDEN to a member and NOT_FOUND for others', async () => {
    const { ada, ben, eve, id } = await timers.makeChannelWithTwoStewards(app);
    const to = timers.shortenRetentionInput(id, 'days7');
    expect(await apiAs(eve).code(timers.SHORTEN_RETENTION, to)).toBe('NOT_FOUND');
    expect(await timers.rawGraphqlResponse(eve, timers.SHORTEN_RETENTION, to)).toBe(
      await timers.rawGraphqlResponse(
        eve,
        timers.SHORTEN_RETENTION,
        timers.shortenRetentionInput(randomUUID(), 'days7'),
      ),
    );
    expect(await apiAs(ben).code(timers.SHORTEN_RETENTION, to)).toBe('FORBIDDEN');
    expect(await shorten(ada, id, 'days7')).toEqual({
      ...{ id, retention: 'days7', keptSeconds: (7 * DAY) / 1_000 },
    });
    for (const other of ['days7', 'days30', 'longest'] as const) {
      const refusal = await timers.refusalOf(
        ada,
        timers.SHORTEN_RETENTION,
        timers.shortenRetentionInput(id, other),
      );
      expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'channel.notShorter' });
    }
    expect((await channelAs(ben, id)).viewerCan).not.toContain('shorten');
    expect((await channelAs(ada, id)).viewerCan).toEqual(
      expect.arrayContaining(['shorten', 'lengthen']),
    );
  });

  it('posts a system message with the author and the new retention, which cannot be edited, deleted or reacted to', async () => {
    const { ada, abe, ben, id } = await timers.makeChannelWithTwoStewards(app);
    await shorten(ada, id, 'days1');
    const [line] = (await historyOf(ben, id)).items;
    expect(line).toMatchObject({ retention: 'days1', body: '', authorName: ada.name });
    for (const who of [ada, abe, ben]) {
      expect((await apiAs(who).ask(acts.READ_MESSAGE, { id: line.id })).message.viewerCan).toEqual([
        'read',
      ]);
    }
    for (const [text, variables] of [
      [acts.DELETE_MESSAGE, { id: line.id }],
      [acts.REACT_TO_MESSAGE, acts.reactionInput(line.id, '👍')],
      [acts.PIN_MESSAGE, acts.pinInput(line.id)],
      [acts.EDIT_MESSAGE, { input: { messageId: line.id, body: 'No fui yo' } }],
    ] as const) {
      expect(await apiAs(ada).code(text, variables)).toBe('FORBIDDEN');
    }
    const audited = await app.db.query(
      `select action, subject_type, subject_id, actor_id from audit_entry where subject_id = $1`,
      [id],
    );
    expect(audited).toEqual([
      { action: 'shorten', subject_type: 'Channel', subject_id: id, actor_id: ada.accountId },
    ]);
  });

  it('is allowed to either of two allies if the new one is shorter, without an audit entry, until the alliance ends', async () => {
    const { ana, bea, eve, id } = await timers.makeAlliesWithConversation(app);
    expect(
      await apiAs(eve).code(timers.SHORTEN_RETENTION, timers.shortenRetentionInput(id, 'days1')),
    ).toBe('NOT_FOUND');
    await shorten(ana, id, 'days7');
    await shorten(bea, id, 'days1');
    expect((await historyOf(ana, id)).items.map(({ retention }) => retention)).toEqual([
      ...['days7', 'days1'],
    ]);
    const sql = 'select 1 from audit_entry where subject_id = $1';
    expect(await app.db.query(sql, [id])).toEqual([]);
    await app.db.query(
      'update alliance set ended_at = now() where id = (select alliance_id from channel where id = $1)',
      [id],
    );
    const refusal = await timers.refusalOf(
      bea,
      timers.SHORTEN_RETENTION,
      timers.shortenRetentionInput(id, 'hours1'),
    );
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'conversation.ended' });
  });
});

describe('lengthening the retention of a channel', () => {
  it('needs the approval of another steward in a group, and does not extend earlier messages', async () => {
    const { ada, abe, ben, eve, id } = await timers.makeChannelWithTwoStewards(app);
    await shorten(ada, id, 'hours1');
    await acts.sendMessage(ben, id, 'Antes');
    const to = timers.lengthenRetentionInput(id, 'days7');
    expect(await apiAs(eve).code(timers.LENGTHEN_RETENTION, to)).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(timers.LENGTHEN_RETENTION, to)).toBe('FORBIDDEN');
    expect(
      await timers.refusalOf(
        ada,
        timers.LENGTHEN_RETENTION,
        timers.lengthenRetentionInput(id, 'hours1'),
      ),
    ).toMatchObject({
      reason: 'channel.notLonger',
    });
    const act = await timers.requestLongerRetention(ada, id, 'days7');
    expect(act.shown).toEqual([
      { label: 'of', value: 'Canal' },
      { label: 'from', value: 'hours1' },
      { label: 'to', value: 'days7' },
    ]);
    expect(await channelAs(ben, id)).toMatchObject({
      retention: 'hours1',
      retentionRequestId: null,
    });
    expect((await channelAs(abe, id)).retentionRequestId).toBe(act.id);
    expect(await timers.refusalOf(ada, timers.LENGTHEN_RETENTION, to)).toMatchObject({
      reason: 'twoPerson.waiting',
    });
    await expect(twoPersonActions(ada).approve(act.id, act.hash)).rejects.toMatchObject({
      reason: 'twoPerson.own',
    });
    await expect(twoPersonActions(ben).approve(act.id, act.hash)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await twoPersonActions(abe).approve(act.id, act.hash);
    expect(await channelAs(ben, id)).toMatchObject({ retention: 'days7', keptSeconds: 604_800 });
    await acts.sendMessage(ben, id, 'Después');
    app.clock.move(HOUR);
    expect(await messageTextsOf(ben, id)).toEqual(['', 'Después']);
  });

  it('needs the agreement of the other ally in a conversation, who may refuse', async () => {
    const { ana, bea, eve, id } = await timers.makeAlliesWithConversation(app);
    await shorten(ana, id, 'days1');
    const no = await timers.requestLongerRetention(ana, id, 'days30');
    expect(no.shown[0].value).toBe(`${ana.name} · ${bea.name}`);
    expect(await twoPersonActions(bea).list()).toEqual([no.id]);
    expect(await twoPersonActions(eve).list()).toEqual([]);
    await twoPersonActions(bea).refuse(no.id);
    expect(await channelAs(ana, id)).toMatchObject({ retention: 'days1' });
    await lengthen(bea, ana, id, 'days30');
    expect(await channelAs(ana, id)).toMatchObject({ retention: 'days30' });
    const { rows } = {
      rows: await app.db.query('select kind from two_person_act where alliance_id is not null'),
    };
    expect(rows).toContainEqual({ kind: 'lengthenBetweenTwo' });
  });

  it('must be requested again if the retention was shortened while the request waited', async () => {
    const { ada, abe, id } = await timers.makeChannelWithTwoStewards(app);
    const { ana, bea, id: betweenTwo } = await timers.makeAlliesWithConversation(app);
    for (const [asker, other, channelId] of [
      [ada, abe, id],
      [ana, bea, betweenTwo],
    ] as const) {
      await shorten(asker, channelId, 'days7');
      const act = await timers.requestLongerRetention(asker, channelId, 'days30');
      await shorten(other, channelId, 'hours1');
      const { hash, shown } = await twoPersonActions(other).read(act.id);
      expect(shown[1]).toEqual({ label: 'from', value: 'days7' });
      await expect(twoPersonActions(other).approve(act.id, hash)).rejects.toMatchObject({
        ...{ code: 'CONFLICT', reason: 'twoPerson.changed' },
      });
      expect(await channelAs(asker, channelId)).toMatchObject({
        ...{ retention: 'hours1', keptSeconds: 3_600, retentionRequestId: act.id },
      });
      await twoPersonActions(asker).withdraw(act.id);
      await lengthen(asker, other, channelId, 'days30');
      expect(await channelAs(asker, channelId)).toMatchObject({ retention: 'days30' });
    }
  });

  it('fails if the requester is no longer steward at the time of the approval', async () => {
    const { ada, abe, id, group } = await timers.makeChannelWithTwoStewards(app);
    await shorten(ada, id, 'days7');
    const act = await timers.requestLongerRetention(ada, id, 'days30');
    await app.db.query(
      `update membership set role = 'member' where group_id = $1 and account_id = $2`,
      [group.id, ada.accountId],
    );
    const { hash } = await twoPersonActions(abe)
      .read(act.id)
      .catch(() => act);
    await expect(twoPersonActions(abe).approve(act.id, hash)).rejects.toBeDefined();
    expect(await channelAs(abe, id)).toMatchObject({ retention: 'days7' });
    const sql = `select kind from two_person_act where kind = 'lengthenRetention' and id = $1`;
    expect(await app.db.query(sql, [act.id])).toHaveLength(1);
  });
});

describe('the longest retention of the instance', () => {
  it('is changed only by two administrators, and every channel follows', async () => {
    const { ada, ben, id } = await timers.makeChannelWithTwoStewards(app);
    await acts.sendMessage(ben, id, 'Largo');
    const short = (
      await factories.channel(app, { group: (await timers.makeChannelWithTwoStewards(app)).group })
    ).id;
    await app.db.query(
      `insert into instance (founded_at) select now() where not exists (select from instance)`,
    );
    const [ad1, ad2] = [
      await makePerson(app, 'ad1', 'administrator'),
      await makePerson(app, 'ad2', 'administrator'),
    ];
    const text = `mutation ($input: LongestRetentionInput!) { askToChangeLongestRetention(input: $input) { id hash } }`;
    const input = { days: 10, reason: 'Guardamos menos.' };
    expect(await apiAs(ada).code(text, { input })).toBe('FORBIDDEN');
    expect(await apiAs(ad1).code(text, { input: { ...input, days: 366 } })).toBe('INVALID');
    const { id: actId, hash } = (await apiAs(ad1).ask(text, { input })).askToChangeLongestRetention;
    expect((await apiAs(ben).ask('{ longestRetentionDays }')).longestRetentionDays).toBe(365);
    await twoPersonActions(ad2).approve(actId, hash);
    for (const { id: each } of await app.db.query<{ id: string }>('select id from channel'))
      await app.get(MessageRetentionJobs).follow({ id: each });
    expect((await apiAs(ben).ask('{ longestRetentionDays }')).longestRetentionDays).toBe(10);
    expect(await channelAs(ben, id)).toMatchObject({
      ...{ retention: 'longest', keptSeconds: (10 * DAY) / 1_000 },
    });
    expect((await historyOf(ben, id)).shortenings).toEqual([
      { upTo: 1, seconds: (10 * DAY) / 1_000 },
    ]);
    await app.db.query(
      `update channel set retention = 'days7', kept_seconds = 604800 where id = $1`,
      [short],
    );
    app.clock.move(10 * DAY);
    expect(await messageTextsOf(await signInAgain(ben), id)).toEqual([]);
    await app.db.query('delete from instance');
  });
});
