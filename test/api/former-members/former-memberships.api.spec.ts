import { RetentionService } from '#retention/retention.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import {
  giveGrants,
  takePart,
  TAKE_PARTICIPANT_OUT,
} from '../../support/factories/coalitions/taking-part.js';
import { factories } from '../../support/factories/factories.js';
import {
  HIDDEN_GROUP,
  LEAVE_GROUP,
  REMOVE_MEMBER,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import { makePeople, type Person, signInBrowser } from '../../support/factories/make-people.js';
import { postText } from '../../support/factories/moderation-documents.js';

const MINE = `{ myFormerMemberships {
  id kind groupName personaName joinedAt endedAt deletableUntil hasDeletedMessages } }`;
const DELETE = 'mutation ($id: ID!) { deleteMyMessages(membershipId: $id) }';
const FEED = `query ($id: ID!) { messages(channelId: $id) { items { body isDeleted } } }`;
const DAY = 86_400_000;

const app = useApp({ TRAMA_WORKER: '0' });

const mine = async (who: Person) => (await apiAs(who).ask(MINE)).myFormerMemberships;
const bodiesSeenBy = async (who: Person, id: string) =>
  (await apiAs(who).ask(FEED, { id })).messages.items.map((one: { body: string }) => one.body);

/** A hidden group from which Ben, who posted a message, is removed. */
async function removed() {
  const people = await makePeople(app, { ada: 'steward', ben: 'member', cem: 'member' });
  const { ada, ben, cem } = people;
  const name = 'Río Arriba';
  const part = { ...HIDDEN_GROUP, name };
  const group = await factories.group(app, { steward: ada, members: [cem], ...part });
  const { id } = await factories.membership(app, { group, person: ben });
  const { id: channelId } = await factories.channel(app, { group });
  await postText(ben, channelId, 'Hola');
  await apiAs(ada).ask(REMOVE_MEMBER, { id });
  return { ...people, group, id, channelId };
}

it('a removed member deletes their messages within 30 days, and nobody else does', async () => {
  const { ada, ben, cem, id, channelId } = await removed();
  for (const who of [ada, cem]) {
    expect(await mine(who)).toEqual([]);
    expect(await apiAs(who).code(DELETE, { id })).toBe('NOT_FOUND');
  }
  expect(await bodiesSeenBy(cem, channelId)).toEqual(['Hola']);
  expect(await apiAs(ben).ask(DELETE, { id })).toEqual({ deleteMyMessages: true });
  expect(await bodiesSeenBy(cem, channelId)).toEqual(['']);
  expect(await mine(ben)).toMatchObject([{ id, hasDeletedMessages: true }]);
  expect(await apiAs(ben).ask(DELETE, { id })).toEqual({ deleteMyMessages: true });
});

it('the page of a removed member tells the name of the group at that time, and nothing from later', async () => {
  const { ben, group, id } = await removed();
  await app.db.query(`update "group" set name = 'Otro nombre' where id = $1`, [group.id]);
  const [one] = await mine(ben);
  expect(one).toEqual({
    ...{ id, kind: 'group', groupName: 'Río Arriba', personaName: null },
    ...{ joinedAt: expect.any(String), endedAt: expect.any(String) },
    ...{ deletableUntil: expect.any(String), hasDeletedMessages: false },
  });
  expect(Date.parse(one!.deletableUntil) - Date.parse(one!.endedAt)).toBe(30 * DAY);
  const { groups } = (await app.get(DataExportService).read(ben.accountId)) as {
    groups: { name: string }[];
  };
  expect(groups).toMatchObject([{ name: 'Río Arriba' }]);
});

it('the choice ends after 30 days, with the name of the group', async () => {
  const { ben, cem, id, channelId } = await removed();
  const exported = async () =>
    (await app.get(DataExportService).read(ben.accountId)) as {
      groups: { group_name: string | null }[];
    };
  expect((await exported()).groups).toMatchObject([{ group_name: 'Río Arriba' }]);
  app.clock.move(30 * DAY);
  const late = { ...ben, ...(await signInBrowser(app, ben.accountId)) };
  expect(await mine(late)).toEqual([]);
  expect(await apiAs(late).code(DELETE, { id })).toBe('NOT_FOUND');
  expect(await app.get(RetentionService).runByClock('formerMembership')).toBe(true);
  expect((await exported()).groups).toMatchObject([{ group_name: null }]);
  const watcher = { ...cem, ...(await signInBrowser(app, cem.accountId)) };
  expect(await bodiesSeenBy(watcher, channelId)).toEqual(['Hola']);
});

it('an active membership is not listed, and its messages are not deleted together', async () => {
  const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
  const group = await factories.group(app, { steward: ada });
  const { id } = await factories.membership(app, { group, person: ben });
  expect(await mine(ben)).toEqual([]);
  expect(await apiAs(ben).code(DELETE, { id })).toBe('NOT_FOUND');
});

it('each name that somebody had in a group is a former membership of its own', async () => {
  const { ada, ben, cem } = await makePeople(app, {
    ...{ ada: 'steward', ben: 'member', cem: 'member' },
  });
  const group = await factories.group(app, { steward: ada, members: [cem] });
  const { id } = await factories.membership(app, { group, person: ben });
  const { id: channelId } = await factories.channel(app, { group });
  await postText(ben, channelId, 'Como Ben');
  app.clock.move(1_000);
  await apiAs(ben).ask(SET_PERSONA, { input: { membershipId: id, name: 'Luna' } });
  await postText(ben, channelId, 'Como Luna');
  await apiAs(ben).ask(DELETE, { id });
  expect(await bodiesSeenBy(cem, channelId)).toEqual(['', 'Como Luna']);
  const sql = 'select id from membership where account_id = $1 and ended_at is null';
  const [now] = await app.db.query<{ id: string }>(sql, [ben.accountId]);
  app.clock.move(1_000);
  await apiAs(ben).ask(LEAVE_GROUP, { id: now!.id });
  expect(await mine(ben)).toMatchObject([
    { id: now!.id, personaName: 'Luna', hasDeletedMessages: false },
    { id, personaName: null, hasDeletedMessages: true },
  ]);
});

it('a person who lost their entry in a coalition with its participant has the same choice', async () => {
  const { ste, ana, ina, spo, inForest, inRadio, coalition, channelId, ...world } =
    await makeCoalitionWorld(app);
  await giveGrants(ste, inForest, [await world.forestId(ana)]);
  await giveGrants(spo, inRadio, [await world.radioId(ina)]);
  for (const who of [ana, ina]) await takePart(who, coalition);
  await postText(ana, channelId, 'Hola, orillas');
  await apiAs(ste).ask(TAKE_PARTICIPANT_OUT, { id: inForest });
  const [entry] = await mine(ana);
  expect(entry).toMatchObject({ kind: 'coalition', groupName: coalition.name });
  await apiAs(ana).ask(DELETE, { id: entry!.id });
  expect(await bodiesSeenBy(ina, channelId)).toEqual(['']);
});
