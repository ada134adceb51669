import { randomUUID } from 'node:crypto';
import { newPersona } from '#members/persona.js';
import { MembershipsService } from '#members/memberships.service.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { conversationOf } from '../../support/messages/conversations.js';
import {
  answerDocument,
  requestIntroduction,
  makeVisiblePair,
} from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import {
  makeChannelForMentions,
  editWithMentions,
  EDIT_WITH_MENTIONS,
  inboxEntries,
  ownIdIn,
  MARK_CHANNEL_READ,
  waitForInboxJobs,
  CHANNEL_PEOPLE_QUERY,
  POST_WITH_MENTIONS,
  postWithMentions,
  postInput,
  countUnreadInboxEntries,
} from '../../support/messages/mentions.js';
import { DELETE_MESSAGE } from '../../support/messages/message-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { openSocket } from '../../support/app/sockets.js';
import { type Person } from '../../support/factories/make-people.js';

const app = useApp();

describe('a mention', () => {
  it('adds one entry to the inbox of each member mentioned, and to no other', async () => {
    const { ada, ben, late, eve, id, ids } = await makeChannelForMentions(app);
    const twice = [ids.ben, ids.ben.toUpperCase(), ids.ada];
    const said = await postWithMentions(ada, id, 'Mira, @ben', { mentionIds: twice });
    expect(said).toMatchObject({ mentionIds: [ids.ben, ids.ada], mentionsAll: false });
    await waitForInboxJobs(app);
    expect(await inboxEntries(ben)).toEqual(['mention Mira, @ben *']);
    for (const who of [ada, late, eve]) expect(await inboxEntries(who)).toEqual([]);
    expect([await countUnreadInboxEntries(ben), await countUnreadInboxEntries(ada)]).toEqual([
      1, 0,
    ]);
  });

  it('reaches an unlisted member only after they wrote, while a mention of all reaches them', async () => {
    const { ada, late, id, ids } = await makeChannelForMentions(app);
    await app.db.query('update membership set is_listed = false where id = $1', [ids.late]);
    const mention = async (text: string, mentionsAll: boolean) => {
      await postWithMentions(ada, id, text, { mentionIds: [ids.late], mentionsAll });
      await waitForInboxJobs(app);
    };
    await mention('antes', false);
    expect(await inboxEntries(late)).toEqual([]);
    await mention('todas', true);
    expect(await inboxEntries(late)).toEqual(['mention todas *']);
    await postWithMentions(late, id, 'Hola', {});
    await mention('después', false);
    expect(await inboxEntries(late)).toContain('mention después *');
  });

  it('is ignored if its id is hidden, unknown or invalid: the answer is the same and no account is notified', async () => {
    const { ada, ben, eve, id, old, hidden, elsewhere } = await makeChannelForMentions(app);
    const { personId } = await makeVisibleProfile(eve);
    const ear = await openSocket(elsewhere.ada);
    const answers = new Set<string>();
    for (const one of [hidden, randomUUID(), personId, eve.accountId, id, old.id]) {
      const text = await (
        await apiAs(ada).raw(POST_WITH_MENTIONS, postInput(id, 'Hola', { mentionIds: [one] }))
      ).text();
      const bare = text
        .replaceAll(one, 'ID')
        .replace(/"id":"[^"]+"/, '')
        .replace(/"(seq|version)":\d+/g, '');
      answers.add(bare);
    }
    expect([...answers]).toHaveLength(1);
    expect(
      await apiAs(ada).code(POST_WITH_MENTIONS, postInput(id, 'Hola', { mentionIds: ['x', ''] })),
    ).toBe('OK');
    await waitForInboxJobs(app);
    for (const who of [ben, eve, elsewhere.ada]) expect(await inboxEntries(who)).toEqual([]);
    expect(ear.received('news').filter(({ subject }) => subject === 'inbox')).toEqual([]);
    const rows = await app.db.query('select from inbox_entry where channel_id = $1', [id]);
    expect(rows).toEqual([]);
    ear.socket.disconnect();
  });

  it('accepts at most fifty ids', async () => {
    const { ada, id } = await makeChannelForMentions(app);
    const many = Array.from({ length: 51 }, () => randomUUID());
    expect(
      await apiAs(ada).code(POST_WITH_MENTIONS, postInput(id, 'Hola', { mentionIds: many })),
    ).toBe('INVALID');
    expect(
      await apiAs(ada).code(
        POST_WITH_MENTIONS,
        postInput(id, 'Hola', { mentionIds: many.slice(1) }),
      ),
    ).toBe('OK');
  });

  it('creates one entry if an edit adds it, stays if an edit omits the mention field, and is removed by an empty list', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    const said = await postWithMentions(ada, id, 'Buenas');
    await apiAs(ben).ask(MARK_CHANNEL_READ, { channelId: id, seq: said.seq });
    await waitForInboxJobs(app);
    await editWithMentions(ada, said.id, 'Buenas, @ben', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    expect(await inboxEntries(ben)).toEqual(['mention Buenas, @ben *']);
    await editWithMentions(ada, said.id, 'Buenas, @ben!');
    await editWithMentions(ada, said.id, 'Buenas, @ben!!', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    expect(await inboxEntries(ben)).toEqual(['mention Buenas, @ben!! *']);
    await editWithMentions(ada, said.id, 'Buenas', { mentionIds: [] });
    await waitForInboxJobs(app);
    expect(await inboxEntries(ben)).toEqual([]);
  });

  it('disappears at once with its message', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    const said = await postWithMentions(ada, id, '@ben', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    await apiAs(ada).ask(DELETE_MESSAGE, { id: said.id });
    expect([await inboxEntries(ben), await countUnreadInboxEntries(ben)]).toEqual([[], 0]);
    await waitForInboxJobs(app);
    expect(await app.db.query('select from inbox_entry where message_id = $1', [said.id])).toEqual(
      [],
    );
  });

  it('does not reach a member who joined later, and disappears when its reader leaves', async () => {
    const { ada, ben, late, id, old, ids, group } = await makeChannelForMentions(app);
    await editWithMentions(ben, old.id, 'Lo de antes, @late', { mentionIds: [ids.late, ids.ada] });
    await postWithMentions(ada, id, '@ben', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    expect([await inboxEntries(late), await inboxEntries(ada)]).toEqual([
      [],
      ['mention Lo de antes, @late *'],
    ]);
    const memberships = app.get(MembershipsService);
    const own = (await memberships.activeOf(ben.accountId, group.id))!;
    await app.db.write(() => memberships.end(own));
    expect([await inboxEntries(ben), await countUnreadInboxEntries(ben)]).toEqual([[], 0]);
    await waitForJobs(app);
    await postWithMentions(ada, id, '@ben otra vez', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    await factories.membership(app, { group, person: ben });
    expect([await inboxEntries(ben), await countUnreadInboxEntries(ben)]).toEqual([[], 0]);
  });

  it('names the ally by profile id in a conversation', async () => {
    const { ada, ben, benShown } = await makeVisiblePair(app);
    const { id } = await requestIntroduction(ada, benShown);
    await apiAs(ben).ask(answerDocument('accept'), { id });
    await waitForJobs(app);
    const channelId = await conversationOf(ada);
    const { channelPeople } = await apiAs(ada).ask(CHANNEL_PEOPLE_QUERY, { id: channelId });
    expect(channelPeople).toEqual([{ id: benShown.personId, name: benShown.name }]);
    await postWithMentions(ada, channelId, '@ben', { mentionIds: [benShown.personId] });
    await waitForInboxJobs(app);
    expect(await inboxEntries(ben)).toEqual(['mention @ben *']);
  });
});

describe('a mention of the whole channel', () => {
  it('is allowed only to a steward of the group', async () => {
    const { ada, ben, late, eve, id } = await makeChannelForMentions(app);
    const all = { mentionsAll: true };
    expect(await apiAs(ben).code(POST_WITH_MENTIONS, postInput(id, '@canal', all))).toBe(
      'FORBIDDEN',
    );
    const none = postInput(randomUUID(), '@canal', all);
    const raw = async (input: object) =>
      (await apiAs(eve).raw(POST_WITH_MENTIONS, { input })).text();
    expect(await raw({ ...none.input, channelId: id })).toBe(await raw(none.input));
    expect(await postWithMentions(ada, id, '@canal', all)).toMatchObject({ mentionsAll: true });
    await waitForInboxJobs(app);
    expect(await inboxEntries(ben)).toEqual(['mention @canal *']);
    expect(await inboxEntries(late)).toEqual(['mention @canal *']);
    expect(await inboxEntries(ada)).toEqual([]);
  });

  it('cannot be added by the edit of a member who is not steward', async () => {
    const { ada, ben, id } = await makeChannelForMentions(app);
    const said = await postWithMentions(ben, id, 'Hola');
    const input = { messageId: said.id, body: 'Hola', mentionsAll: true };
    expect(await apiAs(ben).code(EDIT_WITH_MENTIONS, { input })).toBe('FORBIDDEN');
    const own = await postWithMentions(ada, id, 'Hola', { mentionsAll: true });
    expect(await editWithMentions(ada, own.id, 'Hola', { mentionsAll: false })).toMatchObject({
      mentionsAll: false,
    });
  });
});

it('a reply notifies the author of the answered message once, also when the reply mentions them', async () => {
  const { ada, ben, id, old, ids } = await makeChannelForMentions(app);
  await postWithMentions(ada, id, 'Sí', { replyToId: old.id });
  await postWithMentions(ada, id, 'Sí, @ben', { replyToId: old.id, mentionIds: [ids.ben] });
  await postWithMentions(ben, id, 'A mí', { replyToId: old.id });
  await waitForInboxJobs(app);
  expect(await inboxEntries(ben)).toEqual(['mention Sí, @ben *', 'reply Sí *']);
  expect(await countUnreadInboxEntries(ben)).toBe(2);
});

describe('a block between two members of a channel', () => {
  const named_ = async (who: Person, to: Person, id: string, body: string) => {
    await postWithMentions(who, id, body, { mentionIds: [await ownIdIn(to, id)] });
    await waitForInboxJobs(app);
  };

  it('suppresses mentions between the two, and leaves the message unchanged for others', async () => {
    const { ada, ben, late, id } = await makeChannelForMentions(app);
    await named_(ada, ben, id, 'antes');
    await insertBlock(app, ben, ada);
    expect([await inboxEntries(ben), await countUnreadInboxEntries(ben)]).toEqual([[], 0]);
    const ears = [await openSocket(ada), await openSocket(ben)];
    await named_(ada, ben, id, 'uno');
    await named_(ben, ada, id, 'dos');
    expect([await inboxEntries(ada), await inboxEntries(ben)]).toEqual([[], []]);
    const bodies = async (who: Person) =>
      (
        await apiAs(who).ask('query ($id: ID!) { messages(channelId: $id) { items { body } } }', {
          id,
        })
      ).messages.items.map((one: { body: string }) => one.body);
    expect(await bodies(ben)).toEqual(await bodies(ada));
    for (const ear of ears) {
      expect(ear.received('news').filter(({ subject }) => subject === 'inbox')).toEqual([]);
      ear.socket.disconnect();
    }
    await named_(late, ben, id, 'tres');
    expect(await inboxEntries(ben)).toEqual(['mention tres *']);
  });

  it('does not reveal the persona of the mentioned person; a block of a persona applies in its group', async () => {
    const { ada, ben, late, id, group } = await makeChannelForMentions(app);
    const memberships = app.get(MembershipsService);
    const plain = (await memberships.activeOf(ada.accountId, group.id))!;
    await app.db.write(() => memberships.setPersona(plain.id, newPersona('La Garza')));
    const own = (await memberships.activeOf(ada.accountId, group.id))!;
    await insertBlock(app, ben, ada);
    await named_(ada, ben, id, 'bajo otro nombre');
    await named_(ben, ada, id, 'a ese nombre');
    expect(await inboxEntries(ben)).toEqual(['mention bajo otro nombre *']);
    expect(await inboxEntries(ada)).toEqual(['mention a ese nombre *']);
    const sql = 'insert into block (blocker_id, membership_id) values ($1, $2)';
    await app.db.query(sql, [late.accountId, own.id]);
    await named_(ada, late, id, 'a quien bloqueó');
    await named_(late, ada, id, 'y al revés');
    expect(await inboxEntries(late)).toEqual([]);
    expect(await inboxEntries(ada)).toEqual(['mention a ese nombre *']);
  });
});
