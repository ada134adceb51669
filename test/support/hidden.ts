import { AccessService } from '#access/access.service.js';
import { Subjects } from '#access/subjects.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { ACTIONS } from '#policy/actions.js';
import type { Viewer } from '#policy/viewer.js';
import { entities } from '../../apps/api/entities.js';
import type { TestApp } from './app.js';
import { as, type Asker } from './client.js';
import { statements } from './statements.js';

/** A row of which a viewer may know nothing: its table and its id. */
export interface HiddenRow {
  readonly table: string;
  readonly id: string;
}

/**
 * For each table that the code reads one row with which this viewer may do nothing at all; of tables that no policy
 * knows, one of somebody else's. Throws where a table is empty: then the test would say nothing of it.
 */
export async function hiddenRows(app: TestApp, viewer: Viewer | undefined): Promise<HiddenRow[]> {
  const rows: HiddenRow[] = [];
  for (const table of tablesOf(app)) {
    const all = await app.db.query<{ id: string; account_id?: string }>(
      `select * from "${table}" order by md5(id::text) limit 400`,
    );
    if (all.length === 0) throw new Error(`${table} is empty`);
    const others = all.filter(
      (row) => !viewer || (row.account_id !== viewer.accountId && row.id !== viewer.accountId),
    );
    const row = await firstHidden(app, viewer, table, others);
    if (row) rows.push({ table, id: row });
  }
  return rows;
}

/** Every table that the code reads through an entity, and whose rows have an id. */
export const tablesOf = (app: TestApp): string[] =>
  (entities as (new () => object)[])
    .map((entity) => app.db.repo(entity).metadata)
    .filter(({ columns }) => columns.some(({ databaseName }) => databaseName === 'id'))
    .map(({ tableName }) => tableName);

/** Tables that no policy knows, of which administrators may read and change every row. */
const OF_THE_INSTANCE = new Set(['term_word']);

/** What the policy calls a table; undefined for one that it does not know. */
export const subjectOf = (app: TestApp, table: string) =>
  app
    .get(Subjects)
    .all()
    .find((one) => one.table.table.replaceAll('"', '') === table);

/** What is to be made, and what is given by a code. */
const NAMES_NO_ROW = new Set<string>([
  ...['make', 'grant', 'verify'],
  ...['found', 'submit', 'give', 'vouch', 'admit', 'findByCode'],
]);

async function firstHidden(
  app: TestApp,
  viewer: Viewer | undefined,
  table: string,
  rows: readonly { id: string }[],
): Promise<string | undefined> {
  const subject = subjectOf(app, table);
  if (OF_THE_INSTANCE.has(table) && viewer?.duties.includes('administer')) return undefined;
  if (!viewer || !subject) return rows[0]?.id;
  for (const { id } of rows) {
    const can = await Promise.all(
      ACTIONS[subject.name]
        .filter((action) => !NAMES_NO_ROW.has(action))
        .map((action) => app.get(AccessService).may(subject.name, id, viewer, action)),
    );
    if (!can.includes(true)) return id;
  }
  return undefined;
}

export const viewerOf = (app: TestApp, { cookie }: Asker): Promise<Viewer | undefined> =>
  app.get(ViewerLoader).fromCookie(cookie, false);

/** All that a person, and whoever watches the database, could tell one answer from another by. */
export interface Seen {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly sql: readonly string[];
}

/** Sends a document; what it says of the id itself is taken out of the body. */
export async function seen(who: Asker, document: string, id: string): Promise<Seen> {
  let answer: Omit<Seen, 'sql'> | undefined;
  const sql = await statements(async () => {
    const response = await as(who).raw(document);
    const headers = [...response.headers].filter(([name]) => name !== 'date');
    const body = (await response.text()).replaceAll(id, 'ID');
    answer = { status: response.status, headers, body };
  });
  return { ...answer!, sql };
}

/** What every table holds, but for the times and months at which sessions were used, and nodes breathe. */
export async function contents(app: TestApp): Promise<Record<string, string>> {
  const tables = await app.db.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'node'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await app.db.query<{ rows: number; sum: string }>(
      `select count(*)::int as rows, coalesce(md5(string_agg(line, '' order by line)), '') as sum
       from (select (to_jsonb(t) - 'used_at' - 'idle_ends_at' - 'updated_at' - 'active_month')::text as line from "${name}" t) l`,
    );
    found[name] = `${row!.rows} ${row!.sum}`;
  }
  return found;
}
