import { Client } from 'pg';
import type { FreshDatabase } from '../../support/app/database.js';
import { demoDatabase } from '../../support/app/demo-database.js';
import { sourceFiles, textOf } from '../../support/repository.js';
import { type WrittenAct, writtenActs } from './audit-acts.js';

/** What the web app says of acts, to auditors and to whoever they were about; the law of strings holds it to three languages. */
const web = (path: string) => textOf(`apps/web/src/${path}`);
const text = web('features/audit/words.ts');
const subjects = web('features/audit/audit-subjects.ts');
/** Words that the audit shares with the pages whose own they are. */
const shared = ['lib/words/duty-words.ts', 'lib/words/moderation-words.ts'].map(web);

/** The names on the left side of records of words. */
const named = (source: string) =>
  new Set([...source.matchAll(/^ {2}'?([\w.]+)'?: msg`/gm)].map((match) => match[1]!));

let database: FreshDatabase;
let db: Client;
beforeAll(async () => {
  database = await demoDatabase();
  db = new Client(database.url);
  await db.connect();
}, 300_000);
afterAll(async () => {
  await db.end();
  await database.drop();
});

const distinct = async (sql: string): Promise<string[]> =>
  (await db.query<{ value: string }>(`select distinct ${sql} as value from audit_entry`)).rows
    .map(({ value }) => value)
    .filter((value) => value !== null);

test('Whatever is written down in the audit has words', async () => {
  const acts = await distinct(`subject_type || '.' || action`);
  expect(acts.length).toBeGreaterThan(8);
  expect(acts.filter((act) => !named(text).has(act))).toEqual([]);
  const reasons = await distinct('reason');
  const known = new Set([text, ...shared].flatMap((one) => [...named(one)]));
  expect(reasons.filter((reason) => !known.has(reason))).toEqual([]);
  const types = await distinct('subject_type');
  expect(types.filter((type) => !named(subjects).has(type))).toEqual([]);
});

test('Every act that the code writes down in the audit has words', () => {
  const acts = writtenActs(sourceFiles(['libs'], /(?<!\.spec)\.ts$/, 300));
  expect(new Set(acts.map(({ action }) => action)).size).toBeGreaterThan(40);
  const isNamed = ({ action, subjects }: WrittenAct) =>
    subjects.some((subject) => named(text).has(`${subject}.${action}`));
  expect(acts.filter((act) => !isNamed(act))).toEqual([]);
  const types = acts.flatMap((act) => act.subjects);
  expect(types.filter((type) => !named(subjects).has(type))).toEqual([]);
});

test('Words are found where they stand, and missed where they do not', () => {
  const found = named("  'Application.claim': msg`x`,\n  review: msg`y`,\n  loose: 'z',\n");
  expect([...found]).toEqual(['Application.claim', 'review']);
});
