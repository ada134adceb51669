import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import {
  giveGrants,
  LEAVE_COALITION,
  takePart,
} from '../../support/factories/coalitions/taking-part.js';
import { factories } from '../../support/factories/factories.js';
import { LEAVE_GROUP, SET_PERSONA } from '../../support/factories/group-documents.js';
import { makePeople, type Person, signInAgain } from '../../support/factories/make-people.js';
import { postText } from '../../support/factories/moderation-documents.js';

const FORMER = 'query ($id: ID!) { formerMembers(groupId: $id) { id name endedAt } }';
const EXPOSURE = `query ($id: ID!) { exposure(membershipId: $id) {
  id name joinedAt endedAt readableUntil includesMemberList
  channels { name isFromStart messageCount fileCount linkCount } } }`;
const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }';
const DAY = 86_400_000;
const dayOf = (at: Date) => new Date(at.toISOString().slice(0, 10)).getTime();
const dayAfter = (at: string, days: number) =>
  new Date(new Date(at).getTime() + days * DAY).toISOString();

const app = useApp();

const exposureOf = async (who: Person, id: string) =>
  (await apiAs(who).ask(EXPOSURE, { id })).exposure;
const formerIn = async (who: Person, { id }: { id: string }) =>
  (await apiAs(who).ask(FORMER, { id })).formerMembers;

/** A group with a channel of each kind of history and messages from two months before Ben joined, while he was in, and after. */
async function left() {
  const people = await makePeople(app, {
    ...{ ada: 'steward', ben: 'member', cem: 'member', eve: 'outsider' },
  });
  const { ada, ben, cem } = people;
  const group = await factories.group(app, { steward: ada, members: [cem] });
  const joining = await factories.channel(app, { group, name: 'Avisos' });
  const start = await factories.channel(app, { group, name: 'Biblioteca', history: 'start' });
  const channelIds = [joining.id, start.id];
  const sayIn = async (body: string) => {
    for (const id of channelIds) await postText(cem, id, body);
  };
  await sayIn('antes');
  await app.db.query(
    `update message set created_at = created_at - interval '62 days' where channel_id = any($1)`,
    [channelIds],
  );
  const { id } = await factories.membership(app, { group, person: ben });
  await sayIn('durante, en https://reunion.example/sala');
  const gone = await postText(cem, joining.id, 'borrado');
  await apiAs(cem).ask(DELETE, { id: gone });
  app.clock.move(1_000);
  await apiAs(ben).ask(LEAVE_GROUP, { id });
  app.clock.move(DAY);
  await sayIn('después');
  const later = await factories.channel(app, { group, name: 'Nuevo' });
  const made = 'update channel set created_at = $2 where id = $1';
  await app.db.query(made, [later.id, app.clock.now()]);
  return { ...people, group, id, joining, start };
}

it('a steward reads what a former member could read, by membership and history', async () => {
  const { ada, ben, group, id } = await left();
  expect(await formerIn(ada, group)).toEqual([
    { id, name: ben.name, endedAt: expect.stringMatching(/T00:00:00/) },
  ]);
  const exposure = await exposureOf(ada, id);
  expect(exposure).toEqual({
    ...{ id, name: ben.name, includesMemberList: true },
    joinedAt: expect.stringMatching(/-01T00:00:00/),
    endedAt: expect.stringMatching(/T00:00:00/),
    readableUntil: dayAfter(exposure.endedAt, 30),
    channels: [
      { name: 'Avisos', isFromStart: false, messageCount: 1, fileCount: 0, linkCount: 1 },
      { name: 'Biblioteca', isFromStart: true, messageCount: 2, fileCount: 0, linkCount: 1 },
    ],
  });
});

it('counts only messages that still exist', async () => {
  const { ada, id, start } = await left();
  const sql = `update message set expires_at = $2 where channel_id = $1`;
  await app.db.query(sql, [start.id, app.clock.now()]);
  const { channels } = await exposureOf(ada, id);
  expect(channels[1]).toMatchObject({ name: 'Biblioteca', messageCount: 0, linkCount: 0 });
});

it('leaves out the history that was closed when the group became less private before they joined', async () => {
  const { ada, id, start } = await left();
  const opened = async (at: Date | null) => {
    const sql = 'update channel set opened_version = 1, opened_at = $2 where id = $1';
    await app.db.query(sql, [start.id, at]);
    return (await exposureOf(ada, id)).channels[1];
  };
  expect(await opened(app.clock.in(-40 * DAY))).toMatchObject({ messageCount: 1 });
  // The same opening after they joined closed nothing to them. The time of an earlier one may not be known.
  expect(await opened(app.clock.now())).toMatchObject({ messageCount: 2 });
  expect(await opened(null)).toMatchObject({ messageCount: 2 });
});

it('nobody but a steward learns of it, for 30 days, and each reading is recorded', async () => {
  const { ada, ben, cem, eve, group, id } = await left();
  for (const who of [ben, cem, eve]) {
    expect(await apiAs(who).code(EXPOSURE, { id })).toBe('NOT_FOUND');
    expect(await formerIn(who, group)).toEqual([]);
  }
  await exposureOf(ada, id);
  const sql = `select actor_id, about_id, reason from audit_entry
    where subject_id = $1 and action = 'readExposure'`;
  expect(await app.db.query(sql, [id])).toEqual([
    { actor_id: ada.accountId, about_id: ben.accountId, reason: null },
  ]);
  app.clock.move(30 * DAY);
  const late = await signInAgain(ada);
  expect(await apiAs(late).code(EXPOSURE, { id })).toBe('NOT_FOUND');
  expect(await formerIn(late, group)).toEqual([]);
});

it('a channel with more messages than are counted says so, and one with exactly as many does not', async () => {
  const { ada, id, joining, ben } = await left();
  const sql = `insert into message (channel_id, seq, version, account_id, client_key, body, created_at)
    select $1, g, g, $2, gen_random_uuid(), '', $5 from generate_series($3::int, $4::int) g`;
  const add = async (first: number, last: number) => {
    const at = app.clock.in(-DAY);
    await app.db.query(sql, [joining.id, ben.accountId, first, last, at]);
    return (await exposureOf(ada, id)).channels[0]!.messageCount;
  };
  expect(await add(100, 1_098)).toBe(1_000);
  expect(await add(1_100, 1_200)).toBe(1_001);
});

it('shows the name that the person had when they left', async () => {
  const { ada, ben, group, id } = await left();
  const sql = `update profile_field set text = 'Otra' where account_id = $1 and kind = 'name'`;
  await app.db.query(sql, [ben.accountId]);
  expect(await formerIn(ada, group)).toMatchObject([{ name: ben.name }]);
  expect(await exposureOf(ada, id)).toMatchObject({ name: ben.name });
});

it('a steward who stepped down before leaving could see a list that is for stewards', async () => {
  const { ada, group, id } = await left();
  await app.db.query(`update "group" set member_list = 'stewards' where id = $1`, [group.id]);
  const includesList = async () => (await exposureOf(ada, id)).includesMemberList;
  expect(await includesList()).toBe(false);
  await app.db.query(`update membership set previous_role = 'steward' where id = $1`, [id]);
  expect(await includesList()).toBe(true);
});

it('an active membership has no exposure', async () => {
  const { ada, cem, group } = await left();
  const sql = 'select id from membership where group_id = $1 and account_id = $2';
  const [seat] = await app.db.query<{ id: string }>(sql, [group.id, cem.accountId]);
  expect(await apiAs(ada).code(EXPOSURE, { id: seat!.id })).toBe('NOT_FOUND');
});

it('two names of one member have no exact time in common', async () => {
  const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
  const group = await factories.group(app, { steward: ada });
  const { id } = await factories.membership(app, { group, person: ben });
  const { id: channelId } = await factories.channel(app, { group });
  await postText(ada, channelId, 'Antes del cambio');
  app.clock.move(1_000);
  await apiAs(ben).ask(SET_PERSONA, { input: { membershipId: id, name: 'Luna' } });
  await postText(ada, channelId, 'Después del cambio');
  const sql = 'select id from membership where account_id = $1 and ended_at is null';
  const [now] = await app.db.query<{ id: string }>(sql, [ben.accountId]);
  app.clock.move(1_000);
  await apiAs(ben).ask(LEAVE_GROUP, { id: now!.id });
  const luna = await exposureOf(ada, now!.id);
  const plain = await exposureOf(ada, id);
  // The count begins with the month, so that it does not tell the moment of the change.
  expect([luna.name, luna.channels[0]!.messageCount]).toEqual(['Luna', 2]);
  // The count goes to the end of the day, too.
  expect(plain.channels[0]!.messageCount).toBe(2);
  for (const one of [luna, plain])
    for (const time of [one.joinedAt, one.endedAt, one.readableUntil])
      expect(time).toMatch(/T00:00:00.000Z$/);
});

it('former members who left on one day are ordered by name, and are absent from the same moment', async () => {
  const { ada, ben, cem, eve } = await makePeople(app, {
    ...{ ada: 'steward', ben: 'member', cem: 'member', eve: 'member' },
  });
  const group = await factories.group(app, { steward: ada });
  const ids = new Map<Person, string>();
  for (const person of [ben, cem, eve])
    ids.set(person, (await factories.membership(app, { group, person })).id);
  const today = dayOf(app.clock.now());
  const end = async (person: Person, hour: number) => {
    const sql = `update membership set joined_at = $2, ended_at = $2 where id = $1`;
    await app.db.query(sql, [ids.get(person), new Date(today + hour * 3_600_000)]);
  };
  await end(cem, 3);
  await end(ben, 1);
  await end(eve, -3);
  const names = async (who: Person) => (await formerIn(who, group)).map(({ name }) => name);
  expect(await names(ada)).toEqual([ben, cem, eve].map(({ name }) => name));
  app.clock.set(new Date(today + 30 * DAY - 60_000));
  const before = await signInAgain(ada);
  expect(await names(before)).toEqual([ben, cem].map(({ name }) => name));
  expect(await apiAs(before).code(EXPOSURE, { id: ids.get(eve)! })).toBe('NOT_FOUND');
  app.clock.set(new Date(today + 30 * DAY + 60_000));
  expect(await names(before)).toEqual([]);
  expect(await apiAs(before).code(EXPOSURE, { id: ids.get(cem)! })).toBe('NOT_FOUND');
});

it('a coalition steward who takes part reads it of a coalition; one who does not take part reads none', async () => {
  const { ste, ana, ina, spo, inForest, inRadio, coalition, ...world } =
    await makeCoalitionWorld(app);
  await giveGrants(ste, inForest, [await world.forestId(ana), await world.forestId(ste)]);
  await giveGrants(spo, inRadio, [await world.radioId(ina)]);
  for (const who of [ste, ana, ina]) await takePart(who, coalition);
  await apiAs(ana).ask(LEAVE_COALITION, { id: coalition.id });
  const [former] = await formerIn(ste, coalition);
  const isMonth = expect.stringMatching(/-01T00:00:00/);
  expect(former).toMatchObject({ name: ana.name, endedAt: isMonth });
  const shown = await exposureOf(ste, former!.id);
  expect(shown.channels).toHaveLength(1);
  expect(shown).toMatchObject({ endedAt: isMonth, readableUntil: isMonth });
  for (const who of [spo, ina]) {
    expect(await formerIn(who, coalition)).toEqual([]);
    expect(await apiAs(who).code(EXPOSURE, { id: former!.id })).toBe('NOT_FOUND');
  }
});
