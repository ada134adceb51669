import fc from 'fast-check';
import { Client } from 'pg';
import { type PolicySubject, PolicySubjects } from '#access/policy-subjects.js';
import { abilityOf } from '#policy/engine/ability.js';
import { POLICY_ACTIONS } from '#policy/policy-actions.js';
import { factsSelectList, type SubjectTable } from '#policy/engine/subject-table.js';
import { abilityToSql } from '#policy/engine/ability-to-sql.js';
import { startApp, type TestApp } from '../../support/app/app.js';
import { anyViewer } from './random-facts.js';
import { insertRandomRows } from './random-rows.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';

let app: TestApp;
let db: Client;
let subjects: readonly PolicySubject[];
beforeAll(async () => {
  app = await startApp({ TRAMA_WORKER: '0' });
  subjects = app.get(PolicySubjects).all();
  db = new Client(app.databaseUrl);
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

/** Every registered subject with its table, as a feature described it. */
type Described = Pick<PolicySubject, 'name' | 'table'>;

/** Compares the answer in memory with the answer of the SQL rule, for each row and for random viewers. */
async function agree({ name, table }: Described, seed: number): Promise<number> {
  const facts = await db.query(
    `SELECT ${factsSelectList(table, 'it')} FROM ${table.table} it ORDER BY it.ctid`,
  );
  for (const viewer of fc.sample(anyViewer, { numRuns: 8, seed })) {
    const ability = abilityOf(viewer);
    for (const action of POLICY_ACTIONS[name]) {
      const values: unknown[] = [];
      const bind = (value: unknown) => `$${values.push(value)}`;
      const rule = abilityToSql(ability, action, name, table, { alias: 'it', bind });
      const text = `SELECT ${rule} AS answer FROM ${table.table} it ORDER BY it.ctid`;
      const got = (await db.query<{ answer: boolean }>(text, values)).rows.map((row) => row.answer);
      const want = facts.rows.map((row) => ability.can(action, name, row));
      expect({ name, action, got }).toEqual({ name, action, got: want });
    }
  }
  return facts.rows.length;
}

it('every table description gives the same answer in memory and in SQL, over random rows of all tables', async () => {
  const seen = new Map<string, number>();
  for (let seed = 1; seed <= numberOfRuns(6); seed += 1) {
    await insertRandomRows(db, seed * 1_000);
    for (const subject of subjects) {
      const rows = await agree(subject, seed);
      seen.set(subject.name, (seen.get(subject.name) ?? 0) + rows);
    }
  }
  expect(subjects.length).toBeGreaterThan(0);
  expect([...seen].filter(([, rows]) => rows === 0)).toEqual([]);
}, 180_000);

it('the check reports a table description with an undeclared NULL', async () => {
  await insertRandomRows(db, 42);
  const columns = { accountId: { sql: 'nullif({row}.id, {row}.id)' } };
  const bad = { name: 'Session', table: { table: 'account', columns } } as const;
  await expect(agree(bad, 1)).rejects.toThrow('toEqual');
});

/** Returns nullable columns of the subject's table that are not declared as nullable. */
async function silentNulls({ name, table }: Described): Promise<string[]> {
  const catalogue = await db.query<{ column: string }>(
    `SELECT attname AS column FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attnotnull AND NOT attisdropped`,
    [table.table],
  );
  const nullable = new Set(catalogue.rows.map(({ column }) => column));
  return Object.entries(table.columns)
    .filter(([, { sql, join, nullable: isSaid }]) => !join && !isSaid && nullable.has(sql))
    .map(([fact]) => `${name}.${fact}`);
}

it('every table description declares its nullable columns', async () => {
  for (const subject of subjects) expect(await silentNulls(subject)).toEqual([]);
});

it('the check reports a nullable column that is not declared', async () => {
  const table: SubjectTable = { table: 'session', columns: { accountId: { sql: 'device_label' } } };
  await db.query('ALTER TABLE session ADD COLUMN device_label text');
  expect(await silentNulls({ name: 'Session', table })).toEqual(['Session.accountId']);
});

/** Returns policy subjects without a registered table. */
const homeless = (registered: readonly Pick<PolicySubject, 'name'>[]) =>
  Object.keys(POLICY_ACTIONS).filter((name) => !registered.some((one) => one.name === name));

it('every policy subject has a table', () => {
  expect(homeless(subjects)).toEqual([]);
});

it('the check reports a policy subject without a table', () => {
  expect(homeless(subjects.filter(({ name }) => name !== 'Session'))).toContain('Session');
});
