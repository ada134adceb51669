import fc from 'fast-check';
import { Client } from 'pg';
import { AbilityBuilder, createMongoAbility, subject as tagged } from '@casl/ability';
import { abilityFromRules, abilityOf, type Ability } from '#policy/engine/ability.js';
import { POLICY_ACTIONS } from '#policy/policy-actions.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import type { RawRule } from '#policy/engine/policy-rules.js';
import { factsSelectList, type SubjectTable } from '#policy/engine/subject-table.js';
import { abilityToSql } from '#policy/engine/ability-to-sql.js';
import { describeFactTables, fillFactTables, createFactTables } from './fact-tables.js';
import { anyFacts, anyViewer, SAMPLE_IDS } from './random-facts.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { freshDatabase, type FreshDatabase } from '../../support/app/database.js';

const SUBJECTS = Object.keys(POLICY_ACTIONS) as SubjectName[];
let database: FreshDatabase;
let db: Client;
beforeAll(async () => {
  database = await freshDatabase();
  db = new Client(database.url);
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

/** Returns the rows that SQL allows; asserts that all others yield FALSE and not NULL. */
async function bySql(ability: Ability, action: string, subject: string, table: SubjectTable) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const [sql, uniform] = [false, true].map((bindsEmpty) =>
    abilityToSql(ability, action, subject, table, { alias: 't', bind, bindsEmpty }),
  );
  const answer = await db.query(
    `SELECT ${sql} AS answer, ${uniform} AS uniform FROM ${table.table} t ORDER BY t.row`,
    values,
  );
  const rows = answer.rows as { answer: boolean | null; uniform: boolean | null }[];
  expect(rows.map((row) => row.uniform)).toEqual(rows.map((row) => row.answer));
  return rows.map((row) => row.answer);
}

describe('policies in memory and in SQL', () => {
  beforeAll(async () => {
    for (const subject of SUBJECTS)
      for (const text of createFactTables(subject)) await db.query(text);
  });

  it.each(SUBJECTS)(
    'the policy of %s gives the same answer in memory and in SQL',
    async (subject) => {
      const worlds = fc.tuple(
        fc.array(anyFacts(subject), { minLength: 1, maxLength: 25 }),
        fc.array(anyViewer, { minLength: 1, maxLength: 4 }),
      );
      await fc.assert(
        fc.asyncProperty(worlds, async ([rows, viewers]) => {
          for (const statement of fillFactTables(subject, rows)) await db.query(statement);
          for (const viewer of viewers) {
            for (const action of POLICY_ACTIONS[subject]) {
              const ability = abilityOf(viewer);
              const want = rows.map((row) => ability.can(action, subject, row as never));
              const got = await bySql(ability, action, subject, describeFactTables(subject));
              expect({ action, got }).toEqual({ action, got: want });
            }
          }
        }),
        { numRuns: numberOfRuns(20) },
      );
    },
    60_000,
  );
});

/** A table with every kind of column: nullable, joined (the joined row may be missing), set, number and time. */
const THING: SubjectTable = {
  table: 'thing',
  columns: {
    id: { sql: 'id' },
    groupId: { sql: 'group_id', nullable: true },
    kind: { sql: 'kind' },
    level: { sql: 'level' },
    isListed: { sql: 'is_listed' },
    madeAt: { sql: 'made_at' },
    closedAt: { sql: 'closed_at', nullable: true, join: 'state' },
    mood: { sql: 'mood', nullable: true, join: 'state' },
  },
  joins: { state: { table: 'thing_state', on: '{it}.thing_row = {row}.row' } },
  sets: {
    readerIds: {
      table: 'thing_reader',
      on: '{it}.thing_row = {row}.row OR {it}.thing_row = -1 - {row}.row',
      value: 'id',
    },
  },
};
const THING_TABLES = `
  CREATE TEMP TABLE thing (row int, id uuid NOT NULL, group_id uuid, kind text NOT NULL, level int NOT NULL,
    is_listed boolean NOT NULL, made_at timestamptz NOT NULL);
  CREATE TEMP TABLE thing_state (thing_row int, closed_at timestamptz, mood text);
  CREATE TEMP TABLE thing_reader (thing_row int, id uuid)`;

const anyId = fc.constantFrom(...SAMPLE_IDS);
const kinds = ['a', 'B', 'ñ', ''];
const anyKind = fc.constantFrom(...kinds);
const anyMoment = fc.constantFrom(new Date(0), new Date('2026-12-01T10:00:00.123Z'));
const anyState = fc.option(fc.record({ closedAt: fc.option(anyMoment), mood: fc.option(anyKind) }));
const anyThing = fc.record({
  id: anyId,
  groupId: fc.option(anyId),
  kind: anyKind,
  level: fc.integer({ min: -2, max: 2 }),
  isListed: fc.boolean(),
  madeAt: anyMoment,
  state: anyState,
  readerIds: fc.subarray(SAMPLE_IDS),
});
type Thing = typeof anyThing extends fc.Arbitrary<infer T> ? T : never;
const factsOf = ({ state, ...own }: Thing): Record<string, unknown> => ({
  ...own,
  closedAt: state?.closedAt ?? null,
  mood: state?.mood ?? null,
});

const order = fc.constantFrom('$lt', '$lte', '$gt', '$gte');
const nullable = (values: fc.Arbitrary<unknown>, list: fc.Arbitrary<unknown[]>) =>
  fc.oneof(
    fc.option(values),
    fc.option(values).map(($eq) => ({ $eq })),
    fc.option(values).map(($ne) => ({ $ne })),
    list.map(($in) => ({ $in })),
    list.map(($nin) => ({ $nin })),
  );
const fieldCondition = fc.oneof(
  nullable(anyId, fc.subarray(SAMPLE_IDS)).map((groupId) => ({ groupId })),
  nullable(anyKind, fc.subarray(kinds)).map((mood) => ({ mood })),
  nullable(anyKind, fc.subarray(kinds)).map((kind) => ({ kind })),
  fc.constantFrom(null, { $ne: null }).map((closedAt) => ({ closedAt })),
  fc.boolean().map((isListed) => ({ isListed })),
  fc
    .oneof(
      anyId,
      fc.subarray(SAMPLE_IDS).map(($in) => ({ $in })),
    )
    .map((readerIds) => ({ readerIds })),
  fc.tuple(order, fc.integer({ min: -2, max: 2 })).map(([by, n]) => ({ level: { [by]: n } })),
  fc.tuple(order, anyMoment).map(([by, at]) => ({ madeAt: { [by]: at } })),
);
const together = fc
  .tuple(fieldCondition, fieldCondition)
  .map(([a, b]): Record<string, unknown> => ({ ...a, ...b }));
const anyRule = fc.record({
  inverted: fc.boolean(),
  conditions: fc.option(together, { nil: undefined, freq: 6 }),
});

async function fillThings(things: readonly Thing[]) {
  await db.query('TRUNCATE thing, thing_state, thing_reader');
  for (const [row, thing] of things.entries()) {
    const { id, groupId, kind, level, isListed, madeAt, state, readerIds } = thing;
    const own = [row, id, groupId, kind, level, isListed, madeAt];
    await db.query('INSERT INTO thing VALUES ($1, $2, $3, $4, $5, $6, $7)', own);
    if (state) {
      await db.query('INSERT INTO thing_state VALUES ($1, $2, $3)', [
        row,
        state.closedAt,
        state.mood,
      ]);
    }
    await db.query('INSERT INTO thing_reader SELECT $1, unnest($2::uuid[])', [row, readerIds]);
  }
}

/**
 * Compares random rules over random rows: the SQL condition, the evaluation in memory and the library CASL must agree.
 */
async function agree(table: SubjectTable, numRuns: number) {
  const worlds = fc.tuple(
    fc.array(anyThing, { minLength: 1, maxLength: 12 }),
    fc.array(fc.array(anyRule, { maxLength: 5 }), { minLength: 1, maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(worlds, async ([things, ruleSets]) => {
      await fillThings(things);
      for (const ruleSet of ruleSets) {
        const builder = new AbilityBuilder(createMongoAbility);
        for (const { inverted, conditions } of ruleSet) {
          (inverted ? builder.cannot : builder.can)('read', 'Channel', conditions as never);
        }
        const casl = builder.build();
        const ability = abilityFromRules(() => builder.rules as RawRule[]);
        const want = things.map((thing) => casl.can('read', tagged('Channel', factsOf(thing))));
        const ours = things.map((thing) => ability.can('read', 'Channel', factsOf(thing) as never));
        expect(ours).toEqual(want);
        expect(await bySql(ability, 'read', 'Channel', table)).toEqual(want);
      }
    }),
    { numRuns },
  );
}

describe('random rules in memory and in SQL', () => {
  beforeAll(() => db.query(THING_TABLES));

  it(
    'random rules give the same answer over random rows in memory and in SQL',
    () => agree(THING, numberOfRuns(60)),
    60_000,
  );

  it('the database returns the same facts that were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyThing, { minLength: 1, maxLength: 8 }), async (things) => {
        await fillThings(things);
        const read = await db.query(
          `SELECT ${factsSelectList(THING, 't')} FROM thing t ORDER BY t.row`,
        );
        const sorted = (facts: Record<string, unknown>) => ({
          ...facts,
          readerIds: [...(facts['readerIds'] as string[])].sort(),
        });
        expect(read.rows.map(sorted)).toEqual(things.map(factsOf).map(sorted));
      }),
      { numRuns: numberOfRuns(10) },
    );
  }, 60_000);

  it.each<[string, SubjectTable]>([
    ['does not declare a nullable column', withColumn('groupId', { sql: 'group_id' })],
    ['reads another column', withColumn('isListed', { sql: '{row}.level > 0' })],
    ['joins another row', { ...THING, joins: { state: loose(THING.joins!['state']!) } }],
    [
      'includes other rows in a set',
      { ...THING, sets: { readerIds: loose(THING.sets!['readerIds']!) } },
    ],
  ])(
    'the comparison detects a table description that %s',
    async (_, table) => {
      await expect(agree(table, 300)).rejects.toMatchObject({
        cause: { matcherResult: { pass: false } },
      });
    },
    60_000,
  );
});

function withColumn(fact: string, column: { sql: string }): SubjectTable {
  return { ...THING, columns: { ...THING.columns, [fact]: column } };
}
function loose<T extends { on: string }>(of: T): T {
  return { ...of, on: '{it}.thing_row = {row}.row OR {it}.thing_row = {row}.row + 1' };
}
