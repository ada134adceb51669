import { randomUUID } from 'node:crypto';
import { newPersona } from '#members/persona.js';
import { MembershipsService } from '#members/memberships.service.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { as } from '../../support/app/client.js';
import { conversationOf } from '../../support/talk/conversations.js';
import { answer, ask, two } from '../../support/factories/introductions.js';
import { make } from '../../support/factories/make.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import {
  aChannel,
  edit,
  EDIT,
  entries,
  idIn,
  MARK_READ,
  noticed,
  PEOPLE,
  POST,
  say,
  saying,
  unread,
} from '../../support/talk/mentions.js';
import { DELETE } from '../../support/talk/message-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { openSocket } from '../../support/app/sockets.js';
import { type Person } from '../../support/factories/world.js';

const app = useApp();

describe('a mention', () => {
  it('adds one entry to the inbox of each member mentioned, and to no other', async () => {
    const { ada, ben, late, eve, id, ids } = await aChannel(app);
    const twice = [ids.ben, ids.ben.toUpperCase(), ids.ada];
    const said = await say(ada, id, 'Mira, @ben', { mentionIds: twice });
    expect(said).toMatchObject({ mentionIds: [ids.ben, ids.ada], mentionsAll: false });
    await noticed(app);
    expect(await entries(ben)).toEqual(['mention Mira, @ben *']);
    for (const who of [ada, late, eve]) expect(await entries(who)).toEqual([]);
    expect([await unread(ben), await unread(ada)]).toEqual([1, 0]);
  });

  it('with a hidden, unknown or invalid id is ignored: the answer is the same and no account is notified', async () => {
    const { ada, ben, eve, id, old, hidden, elsewhere } = await aChannel(app);
    const { personId } = await makeVisibleProfile(eve);
    const ear = await openSocket(elsewhere.ada);
    const answers = new Set<string>();
    for (const one of [hidden, randomUUID(), personId, eve.accountId, id, old.id]) {
      const text = await (
        await as(ada).raw(POST, saying(id, 'Hola', { mentionIds: [one] }))
      ).text();
      const bare = text
        .replaceAll(one, 'ID')
        .replace(/"id":"[^"]+"/, '')
        .replace(/"(seq|version)":\d+/g, '');
      answers.add(bare);
    }
    expect([...answers]).toHaveLength(1);
    expect(await as(ada).code(POST, saying(id, 'Hola', { mentionIds: ['x', ''] }))).toBe('OK');
    await noticed(app);
    for (const who of [ben, eve, elsewhere.ada]) expect(await entries(who)).toEqual([]);
    expect(ear.received('news').filter(({ subject }) => subject === 'inbox')).toEqual([]);
    const rows = await app.db.query('select from inbox_entry where channel_id = $1', [id]);
    expect(rows).toEqual([]);
    ear.socket.disconnect();
  });

  it('accepts at most fifty ids', async () => {
    const { ada, id } = await aChannel(app);
    const many = Array.from({ length: 51 }, () => randomUUID());
    expect(await as(ada).code(POST, saying(id, 'Hola', { mentionIds: many }))).toBe('INVALID');
    expect(await as(ada).code(POST, saying(id, 'Hola', { mentionIds: many.slice(1) }))).toBe('OK');
  });

  it('added by an edit creates one entry; an edit without the mention field keeps it, and an empty one removes it', async () => {
    const { ada, ben, id, ids } = await aChannel(app);
    const said = await say(ada, id, 'Buenas');
    await as(ben).ask(MARK_READ, { channelId: id, seq: said.seq });
    await noticed(app);
    await edit(ada, said.id, 'Buenas, @ben', { mentionIds: [ids.ben] });
    await noticed(app);
    expect(await entries(ben)).toEqual(['mention Buenas, @ben *']);
    await edit(ada, said.id, 'Buenas, @ben!');
    await edit(ada, said.id, 'Buenas, @ben!!', { mentionIds: [ids.ben] });
    await noticed(app);
    expect(await entries(ben)).toEqual(['mention Buenas, @ben!! *']);
    await edit(ada, said.id, 'Buenas', { mentionIds: [] });
    await noticed(app);
    expect(await entries(ben)).toEqual([]);
  });

  it('disappears at once with its message', async () => {
    const { ada, ben, id, ids } = await aChannel(app);
    const said = await say(ada, id, '@ben', { mentionIds: [ids.ben] });
    await noticed(app);
    await as(ada).ask(DELETE, { id: said.id });
    expect([await entries(ben), await unread(ben)]).toEqual([[], 0]);
    await noticed(app);
    expect(await app.db.query('select from inbox_entry where message_id = $1', [said.id])).toEqual(
      [],
    );
  });

  it('does not reach a member who joined later, and disappears when its reader leaves', async () => {
    const { ada, ben, late, id, old, ids, group } = await aChannel(app);
    await edit(ben, old.id, 'Lo de antes, @late', { mentionIds: [ids.late, ids.ada] });
    await say(ada, id, '@ben', { mentionIds: [ids.ben] });
    await noticed(app);
    expect([await entries(late), await entries(ada)]).toEqual([
      [],
      ['mention Lo de antes, @late *'],
    ]);
    const memberships = app.get(MembershipsService);
    const own = (await memberships.activeOf(ben.accountId, group.id))!;
    await app.db.write(() => memberships.end(own));
    expect([await entries(ben), await unread(ben)]).toEqual([[], 0]);
    await waitForJobs(app);
    await say(ada, id, '@ben otra vez', { mentionIds: [ids.ben] });
    await noticed(app);
    await make.membership(app, { group, person: ben });
    expect([await entries(ben), await unread(ben)]).toEqual([[], 0]);
  });

  it('in a conversation names the ally by profile id', async () => {
    const { ada, ben, benShown } = await two(app);
    const { id } = await ask(ada, benShown);
    await as(ben).ask(answer('accept'), { id });
    await waitForJobs(app);
    const channelId = await conversationOf(ada);
    const { channelPeople } = await as(ada).ask(PEOPLE, { id: channelId });
    expect(channelPeople).toEqual([{ id: benShown.personId, name: benShown.name }]);
    await say(ada, channelId, '@ben', { mentionIds: [benShown.personId] });
    await noticed(app);
    expect(await entries(ben)).toEqual(['mention @ben *']);
  });
});

describe('a mention of the whole channel', () => {
  it('is allowed only to a steward of the group', async () => {
    const { ada, ben, late, eve, id } = await aChannel(app);
    const all = { mentionsAll: true };
    expect(await as(ben).code(POST, saying(id, '@canal', all))).toBe('FORBIDDEN');
    const none = saying(randomUUID(), '@canal', all);
    const raw = async (input: object) => (await as(eve).raw(POST, { input })).text();
    expect(await raw({ ...none.input, channelId: id })).toBe(await raw(none.input));
    expect(await say(ada, id, '@canal', all)).toMatchObject({ mentionsAll: true });
    await noticed(app);
    expect(await entries(ben)).toEqual(['mention @canal *']);
    expect(await entries(late)).toEqual(['mention @canal *']);
    expect(await entries(ada)).toEqual([]);
  });

  it('cannot be added by an edit of another member either', async () => {
    const { ada, ben, id } = await aChannel(app);
    const said = await say(ben, id, 'Hola');
    const input = { messageId: said.id, body: 'Hola', mentionsAll: true };
    expect(await as(ben).code(EDIT, { input })).toBe('FORBIDDEN');
    const own = await say(ada, id, 'Hola', { mentionsAll: true });
    expect(await edit(ada, own.id, 'Hola', { mentionsAll: false })).toMatchObject({
      mentionsAll: false,
    });
  });
});

it('a reply notifies the author it answers, once, also when it mentions them', async () => {
  const { ada, ben, id, old, ids } = await aChannel(app);
  await say(ada, id, 'Sí', { replyToId: old.id });
  await say(ada, id, 'Sí, @ben', { replyToId: old.id, mentionIds: [ids.ben] });
  await say(ben, id, 'A mí', { replyToId: old.id });
  await noticed(app);
  expect(await entries(ben)).toEqual(['mention Sí, @ben *', 'reply Sí *']);
  expect(await unread(ben)).toBe(2);
});

describe('a block between two members of a channel', () => {
  const named_ = async (who: Person, to: Person, id: string, body: string) => {
    await say(who, id, body, { mentionIds: [await idIn(to, id)] });
    await noticed(app);
  };

  it('suppresses mentions between the two, and leaves the message unchanged for others', async () => {
    const { ada, ben, late, id } = await aChannel(app);
    await named_(ada, ben, id, 'antes');
    await insertBlock(app, ben, ada);
    expect([await entries(ben), await unread(ben)]).toEqual([[], 0]);
    const ears = [await openSocket(ada), await openSocket(ben)];
    await named_(ada, ben, id, 'uno');
    await named_(ben, ada, id, 'dos');
    expect([await entries(ada), await entries(ben)]).toEqual([[], []]);
    const bodies = async (who: Person) =>
      (
        await as(who).ask('query ($id: ID!) { messages(channelId: $id) { items { body } } }', {
          id,
        })
      ).messages.items.map((one: { body: string }) => one.body);
    expect(await bodies(ben)).toEqual(await bodies(ada));
    for (const ear of ears) {
      expect(ear.received('news').filter(({ subject }) => subject === 'inbox')).toEqual([]);
      ear.socket.disconnect();
    }
    await named_(late, ben, id, 'tres');
    expect(await entries(ben)).toEqual(['mention tres *']);
  });

  it('does not reveal the persona of the mentioned person; a block of a persona applies in its group', async () => {
    const { ada, ben, late, id, group } = await aChannel(app);
    const memberships = app.get(MembershipsService);
    const plain = (await memberships.activeOf(ada.accountId, group.id))!;
    await app.db.write(() => memberships.setPersona(plain.id, newPersona('La Garza')));
    const own = (await memberships.activeOf(ada.accountId, group.id))!;
    await insertBlock(app, ben, ada);
    await named_(ada, ben, id, 'bajo otro nombre');
    await named_(ben, ada, id, 'a ese nombre');
    expect(await entries(ben)).toEqual(['mention bajo otro nombre *']);
    expect(await entries(ada)).toEqual(['mention a ese nombre *']);
    const sql = 'insert into block (blocker_id, membership_id) values ($1, $2)';
    await app.db.query(sql, [late.accountId, own.id]);
    await named_(ada, late, id, 'a quien bloqueó');
    await named_(late, ada, id, 'y al revés');
    expect(await entries(late)).toEqual([]);
    expect(await entries(ada)).toEqual(['mention a ese nombre *']);
  });
});
