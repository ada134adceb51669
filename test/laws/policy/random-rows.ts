import fc from 'fast-check';
import type { Client } from 'pg';
import { FACT_KINDS, SAMPLE_IDS } from './random-facts.js';

interface ColumnOf {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly is_required: boolean;
  /** The CHECK constraints on the column. Their string literals are the possible values of the column. */
  readonly checks: string;
}

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type,
    a.attnotnull AND NOT a.atthasdef AS is_required,
    coalesce((SELECT string_agg(pg_get_constraintdef(k.oid), ' ') FROM pg_constraint k
      WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)), '') AS checks
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
    AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
  ORDER BY 1, a.attnum`;

const MOMENTS = [9, 10, 11].map((hour) => new Date(Date.UTC(2026, 11, 1, hour)));
/** The string values of all facts, for columns without a CHECK constraint. */
const WORDS = [
  ...new Set(
    Object.values(FACT_KINDS)
      .flatMap((kinds) => Object.values(kinds))
      .filter(({ column }) => column === 'text')
      .flatMap(({ values }) => fc.sample(values, 60) as string[]),
  ),
];

/**
 * Generates only few different ids, times and words, so that values match often. Undefined: the column keeps its
 * default.
 */
function valuesOf({
  type,
  checks,
  is_required: isRequired,
}: ColumnOf): fc.Arbitrary<unknown> | undefined {
  const words = [...checks.matchAll(/'(\w+)'::(?:text|citext)/g)].map((match) => match[1]!);
  if (type === 'uuid') return fc.constantFrom(...SAMPLE_IDS);
  if (type === 'text') return fc.constantFrom(...(words.length > 0 ? words : WORDS));
  if (type === 'citext') return fc.integer({ min: 1, max: 99 }).map((n) => `word${n}`);
  if (type === 'boolean') return fc.boolean();
  if (['integer', 'bigint', 'smallint'].includes(type)) return fc.integer({ min: 0, max: 9 });
  if (type.startsWith('timestamp') && type.endsWith('[]')) return fc.subarray(MOMENTS);
  if (type.startsWith('timestamp')) return fc.constantFrom(...MOMENTS);
  if (type === 'uuid[]') return fc.subarray(SAMPLE_IDS);
  if (type === 'text[]') return fc.subarray(words);
  if (type === 'jsonb') return isRequired ? fc.constant({}) : undefined;
  if (type === 'bytea') return fc.uint8Array({ minLength: 32, maxLength: 32 }).map(Buffer.from);
  return undefined;
}

/** Rows of each table, and how many are tried: constraints over several columns reject most rows of some tables. */
const [ROWS, MOST_TRIES] = [12, 80];

/** Fills all tables of a migrated database with random rows. Skips rows that a CHECK rejects. */
export async function insertRandomRows(db: Client, seed: number): Promise<void> {
  // Disables foreign keys and triggers, so that a joined row is sometimes missing.
  await db.query("SET session_replication_role = 'replica'");
  const { rows } = await db.query<ColumnOf>(COLUMNS);
  const tables = Map.groupBy(rows, ({ table }) => table);
  await db.query(`TRUNCATE ${[...tables.keys()].map((name) => `"${name}"`).join(', ')} CASCADE`);
  let next = seed;
  for (const [table, columns] of tables) {
    let count = 0;
    for (const row of fc.sample(rowOf(columns), { numRuns: MOST_TRIES, seed: next++ })) {
      if (await insert(db, table, row)) count += 1;
      if (count === ROWS) break;
    }
  }
}

function rowOf(columns: readonly ColumnOf[]): fc.Arbitrary<Record<string, unknown>> {
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  for (const column of columns) {
    const some = valuesOf(column);
    if (some)
      values[column.column] = column.is_required ? some : fc.option(some, { nil: undefined });
  }
  return fc.record(values);
}

async function insert(db: Client, table: string, row: Record<string, unknown>): Promise<boolean> {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  const names = entries.map(([name]) => `"${name}"`).join(', ');
  const places = entries.map((_, at) => `$${at + 1}`).join(', ');
  const text = `INSERT INTO "${table}" (${names}) VALUES (${places}) ON CONFLICT DO NOTHING`;
  try {
    await db.query(
      text,
      entries.map(([, value]) => value),
    );
    return true;
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('23')) throw error;
    return false;
  }
}
