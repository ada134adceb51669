import { AccessService } from '#access/access.service.js';
import { Subjects } from '#access/subjects.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { ACTIONS } from '#policy/actions.js';
import type { Viewer } from '#policy/viewer.js';
import { entities } from '../../../apps/api/entities.js';
import type { TestApp } from '../app/app.js';
import { as, type Asker, send } from '../app/client.js';
import { head, load, piece } from '../app/files.js';
import { LEASED, statements } from '../app/statements.js';

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

/** Files that were not sent, and whose they are; and whoever else has a file where the viewer does not read. */
export async function hiddenFiles(app: TestApp, viewer: Viewer | undefined): Promise<HiddenRow[]> {
  const files = await app.db.query<{ id: string; kind: string; account_id: string }>(
    `select id, account_id, case when message_id is null then 'unsent file' else 'sent file' end as kind
     from attachment order by md5(id::text)`,
  );
  const rows: HiddenRow[] = [];
  for (const { id, kind: table, account_id } of files) {
    if (table === 'unsent file' && account_id === viewer?.accountId) continue;
    if (await mayReadFile(app, viewer, id)) continue;
    const own = account_id === viewer?.accountId ? 'own ' : '';
    rows.push({ table: `${own}${table}`, id });
  }
  return rows;
}

/** A file is its message's. */
async function mayReadFile(app: TestApp, viewer: Viewer | undefined, id: string) {
  const [row] = await app.db.query<{ message_id: string | null }>(
    'select message_id from attachment where id = $1',
    [id],
  );
  const messageId = row?.message_id;
  if (!viewer || !messageId) return false;
  return app.get(AccessService).may('Message', messageId, viewer, 'read');
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
  if (table === 'attachment') {
    const may = await Promise.all(rows.map(({ id }) => mayReadFile(app, viewer, id)));
    return rows[may.indexOf(false)]?.id;
  }
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
export const seen = (who: Asker, document: string, id: string): Promise<Seen> =>
  seenIn(() => as(who).raw(document), id);

/** Routes where a client names a file. */
export const FILE_DOORS: Readonly<Record<string, (who: Asker, id: string) => Promise<Response>>> = {
  'the whole file': (who, id) => load(who, id),
  'its small picture': (who, id) => load(who, id, 'thumb'),
  'a piece of it': (who, id) => load(who, id, 'original', { range: 'bytes=0-9' }),
  'how far it came': (who, id) => head(who, id),
  'what comes next': (who, id) => piece(who, id, 0, Buffer.from('x')),
  'its end': (who, id) => send(who, `/uploads/${id}`, { method: 'DELETE' }),
};

/** The same of any request. */
export async function seenIn(ask: () => Promise<Response>, id: string): Promise<Seen> {
  let answer: Omit<Seen, 'sql'> | undefined;
  const sql = await statements(async () => {
    const response = await ask();
    const headers = [...response.headers].filter(([name]) => name !== 'date');
    const body = (await response.text()).replaceAll(id, 'ID');
    answer = { status: response.status, headers, body };
  });
  return { ...answer!, sql };
}

/** What nodes say of themselves, and what jobs work out of the messages that are there. */
const AT_THEIR_OWN_PACE = ['node', 'channel_words', 'message_words', 'inbox_cursor', 'inbox_entry'];

/** What every table holds, but for the times and months at which sessions were used, and nodes breathe. */
export async function contents(app: TestApp): Promise<Record<string, string>> {
  const tables = await app.db.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relname = any($1))`,
    [AT_THEIR_OWN_PACE],
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await app.db.query<{ rows: number; sum: string }>(
      `select count(*)::int as rows, coalesce(md5(string_agg(line, '' order by line)), '') as sum
       from (select (to_jsonb(t) - 'used_at' - 'idle_ends_at' - 'updated_at' - 'active_month')::text as line from "${name}" t
         ${name === 'rate_limit' ? `where key !~ '${LEASED}'` : ''}) l`,
    );
    found[name] = `${row!.rows} ${row!.sum}`;
  }
  return found;
}
