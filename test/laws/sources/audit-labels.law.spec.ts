import { Client } from 'pg';
import { CallOutcome } from '#support/calls/introductory-call.entity.js';
import { CaseOpeningReason } from '#support/requests/openings/case-opening.view.js';
import { SupportDeclineReason } from '#support/requests/support-request.entity.js';
import type { FreshDatabase } from '../../support/app/database.js';
import { demoDatabase } from '../../support/app/demo-database.js';
import { sourceFiles, readRepositoryFile } from '../../support/repository.js';
import { type RecordedAction, recordedActions } from './recorded-actions.js';

/** Labels of audited actions in the web app; translations.law.spec.ts checks that they exist in three languages. */
const web = (path: string) => readRepositoryFile(`apps/web/src/${path}`);
const text = web('features/audit/action-names.ts');
const subjects = web('features/audit/audit-subjects.ts');
/** Labels that the audit pages share with other pages. */
const shared = ['lib/text/duty-names.ts', 'lib/text/moderation-names.ts'].map(web);

/** Returns the keys of records of labels. */
const named = (source: string) =>
  new Set([...source.matchAll(/^ {2}'?([\w.]+)'?: msg`/gm)].map((match) => match[1]!));

const namedReasons = new Set([text, ...shared].flatMap((one) => [...named(one)]));

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

test('every action in the audit of the demo database has a label', async () => {
  const acts = await distinct(`subject_type || '.' || action`);
  expect(acts.length).toBeGreaterThan(8);
  expect(acts.filter((act) => !named(text).has(act))).toEqual([]);
  const reasons = await distinct('reason');
  expect(reasons.filter((reason) => !namedReasons.has(reason))).toEqual([]);
  const types = await distinct('subject_type');
  expect(types.filter((type) => !named(subjects).has(type))).toEqual([]);
});

test('every action that the code records in the audit has a label', () => {
  const acts = recordedActions(sourceFiles(['libs'], /(?<!\.spec)\.ts$/, 300));
  expect(new Set(acts.map(({ action }) => action)).size).toBeGreaterThan(40);
  const isNamed = ({ action, subjects }: RecordedAction) =>
    subjects.some((subject) => named(text).has(`${subject}.${action}`));
  expect(acts.filter((act) => !isNamed(act))).toEqual([]);
  const types = acts.flatMap((act) => act.subjects);
  expect(types.filter((type) => !named(subjects).has(type))).toEqual([]);
});

test('every reason that a supporter records in the audit has a label', () => {
  const reasons = [SupportDeclineReason, CallOutcome, CaseOpeningReason].flatMap((one) =>
    Object.values<string>(one),
  );
  expect(reasons.filter((reason) => !namedReasons.has(reason))).toEqual([]);
});

test('the check finds the keys of labels and ignores other entries', () => {
  const found = named("  'Application.claim': msg`x`,\n  review: msg`y`,\n  loose: 'z',\n");
  expect([...found]).toEqual(['Application.claim', 'review']);
});
