import type { Client } from 'pg';

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Statistics of an executed query plan. */
export interface PlanStatistics {
  /** Tables that were read by a sequential scan. */
  readonly scans: readonly string[];
  /** Number of rows that were read from tables and indexes, including rows that a filter removed. */
  readonly read: number;
  /** Number of rows that reached the last sort. */
  readonly answered: number;
}

const EXPLAIN = 'explain (analyze, buffers off, timing off, costs off, format json)';
const NAME = 'planned_by_a_test';

/**
 * Returns three executed plans of a statement: a plan for its values, the plan of the prepared statement at its seventh
 * execution, and the generic plan.
 */
export async function queryPlans(db: Client, { text, values }: Statement): Promise<Node[]> {
  const execute = `execute ${NAME}(${values.map(literal(db)).join(', ')})`;
  const explain = async (sql: string, given: unknown[] = []) => {
    const { rows } = await db.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`${EXPLAIN} ${sql}`, given);
    return rows[0]!['QUERY PLAN'][0].Plan;
  };
  await db.query('set plan_cache_mode = auto');
  const plans = [await explain(text, [...values])];
  await db.query(`prepare ${NAME} as ${text}`);
  for (let turn = 0; turn < 6; turn += 1) await db.query(execute);
  plans.push(await explain(execute));
  await db.query('set plan_cache_mode = force_generic_plan');
  plans.push(await explain(execute));
  await db.query('reset plan_cache_mode');
  await db.query(`deallocate ${NAME}`);
  return plans;
}

const literal = (db: Client) => (value: unknown) => {
  if (value === null) return 'null';
  if (value instanceof Date) return db.escapeLiteral(value.toISOString());
  const text = Array.isArray(value)
    ? `{${value.map((one) => `"${one}"`).join(',')}}`
    : String(value);
  return db.escapeLiteral(text);
};

export function planStatistics(plan: Node): PlanStatistics {
  const all = [...nodes(plan)];
  const tables = all.filter((node) => node['Relation Name'] !== undefined);
  const isWhole = (node: Node) => node['Node Type'] === 'Seq Scan';
  return {
    scans: [...new Set(tables.filter(isWhole).map((node) => node['Relation Name']!))],
    read: Math.round(tables.reduce((sum, node) => sum + rowsOf(node), 0)),
    answered:
      all.find((node) => node['Node Type'].endsWith('Sort'))?.Plans?.[0]?.['Actual Rows'] ?? 0,
  };
}

const rowsOf = (node: Node) =>
  node['Actual Loops'] *
  (node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0));

function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodes(child);
}
