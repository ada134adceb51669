import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import type { SubjectTable } from '#policy/engine/subject-table.js';
import { factKindsOf } from './random-facts.js';

const tableOf = (subject: SubjectName) => `"law ${subject}"`;
const setOf = (subject: SubjectName, fact: string) => `"law ${subject} ${fact}"`;

/**
 * Returns statements that create temporary tables for a subject: a table with a column for each fact, and a further
 * table for each set of ids.
 */
export function createFactTables(subject: SubjectName): string[] {
  const kinds = factKindsOf(subject);
  const columns = kinds
    .filter(([, { column }]) => column !== 'ids')
    .map(([fact, { column, isNullable }]) => `"${fact}" ${column}${isNullable ? '' : ' NOT NULL'}`);
  const sets = kinds.filter(([, { column }]) => column === 'ids');
  return [
    `CREATE TEMP TABLE ${tableOf(subject)} (row int, ${columns.join(', ')})`,
    ...sets.map(([fact]) => `CREATE TEMP TABLE ${setOf(subject, fact)} (row int, id uuid)`),
  ];
}

/** Returns statements that empty these tables and insert the given rows, numbered from 0. */
export function fillFactTables(subject: SubjectName, rows: readonly Record<string, unknown>[]) {
  const table = tableOf(subject);
  const sets = factKindsOf(subject).filter(([, { column }]) => column === 'ids');
  const json = JSON.stringify(rows.map((facts, row) => ({ ...facts, row })));
  return [
    { text: `TRUNCATE ${[table, ...sets.map(([fact]) => setOf(subject, fact))].join(', ')}` },
    {
      text: `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      values: [json],
    },
    ...sets.map(([fact]) => ({
      text: `INSERT INTO ${setOf(subject, fact)} SELECT (r->>'row')::int, v::uuid
             FROM jsonb_array_elements($1) r, jsonb_array_elements_text(r->'${fact}') v`,
      values: [json],
    })),
  ];
}

/** Describes these tables to the policy, as features describe their own tables. */
export function describeFactTables(subject: SubjectName): SubjectTable {
  const kinds = factKindsOf(subject);
  const columns = kinds
    .filter(([, { column }]) => column !== 'ids')
    .map(([fact, { isNullable }]) => [fact, { sql: `{row}."${fact}"`, nullable: isNullable }]);
  const sets = kinds
    .filter(([, { column }]) => column === 'ids')
    .map(([fact]) => [
      fact,
      { table: setOf(subject, fact), on: '{it}.row = {row}.row', value: 'id' },
    ]);
  return {
    table: tableOf(subject),
    columns: Object.fromEntries(columns),
    sets: Object.fromEntries(sets),
  };
}
