import { Channel } from '#channels/channel.entity.js';
import { Account } from '#members/account.entity.js';
import { fillDatabase } from '../../../apps/cli/seed/fill-database.js';
import { seededId } from '../../../apps/cli/seed/copy-rows.js';
import { type TestApp, startApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { type FreshDatabase, freshDatabase } from '../../support/app/database.js';
import { signInBrowser } from '../../support/factories/make-people.js';

const SIZE = { members: 120, messages: 600 };
const silent = () => undefined;

let database: FreshDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await freshDatabase();
  await fillDatabase(database.url, SIZE, silent);
  app = await startApp({}, { databaseUrl: database.url });
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const ofFirst = async () => apiAs({ ...(await signInBrowser(app, seededId('account', 0))), app });

test('seeded members find each other in the directory', async () => {
  const { people } = await (await ofFirst()).ask('{ people { items { id } } }');
  expect(people.items.length).toBeGreaterThan(10);
});

test('a seeded channel looks used: full pages, consecutive sequence numbers and unread messages', async () => {
  const { myGroups } = await (await ofFirst()).ask('{ myGroups { channels { id unreadCount } } }');
  const [channel] = myGroups[0].channels;
  const read = `query ($id: ID!) { messages(channelId: $id) { items { seq authorId authorName } upTo } }`;
  const { messages } = await (await ofFirst()).ask(read, { id: channel.id });
  const { lastVersion } = await app.db.repo(Channel).findOneByOrFail({ id: channel.id });
  expect(messages.upTo).toBe(lastVersion);
  expect(messages.items.map(({ seq }: { seq: number }) => seq)).toEqual(
    messages.items.map((_: unknown, at: number) => lastVersion - messages.items.length + 1 + at),
  );
  for (const { authorId, authorName } of messages.items) {
    expect([authorId, authorName]).toEqual([expect.any(String), expect.stringMatching(/\w/)]);
  }
  expect(channel.unreadCount).toBeLessThan(20);
});

test('seeding restores every foreign key', async () => {
  const sql = `select conname from pg_constraint where contype = 'f' and not convalidated`;
  expect(await app.db.query(sql)).toEqual([]);
  const orphan = `update message set channel_id = gen_random_uuid()`;
  await expect(app.db.query(orphan)).rejects.toThrow(/foreign key/);
});

test('seeding a database with accounts is refused and adds nothing', async () => {
  await expect(fillDatabase(database.url, SIZE, silent)).rejects.toThrow('has accounts');
  expect(await app.db.repo(Account).count()).toBe(SIZE.members);
});
