import { AccessService } from '#access/access.service.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { POLICY_ACTIONS } from '#policy/policy-actions.js';
import type { Viewer } from '#policy/viewer.js';
import { entities } from '../../../apps/api/entities.js';
import type { TestApp } from '../app/app.js';
import { apiAs, type Requester } from '../app/client.js';
import { downloadFile, endUpload, sendChunk, uploadProgress } from '../app/upload-files.js';
import { LEASED_RATE_LIMIT_KEYS, recordStatements } from '../app/record-statements.js';

/** A row that a viewer may not see, by its table and id. */
export interface HiddenRow {
  readonly table: string;
  readonly id: string;
}

/**
 * Returns one row for each entity table: a row on which this viewer may perform no action, or, in a table without a
 * policy, a row of another account. Throws if a table is empty, because its endpoints would not be tested.
 */
export async function hiddenRows(app: TestApp, viewer: Viewer | undefined): Promise<HiddenRow[]> {
  const rows: HiddenRow[] = [];
  for (const table of entityTables(app)) {
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

/**
 * Returns other people's unsent files, and sent files whose message the viewer may not read (including the viewer's own
 * files).
 */
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

/** Whether the viewer may read the file. A sent file has the policy of its message. */
async function mayReadFile(app: TestApp, viewer: Viewer | undefined, id: string) {
  const [row] = await app.db.query<{ message_id: string | null }>(
    'select message_id from attachment where id = $1',
    [id],
  );
  const messageId = row?.message_id;
  if (!viewer || !messageId) return false;
  return app.get(AccessService).may('Message', messageId, viewer, 'read');
}

/** Returns every entity table whose rows have an id. */
export const entityTables = (app: TestApp): string[] =>
  (entities as (new () => object)[])
    .map((entity) => app.db.repo(entity).metadata)
    .filter(({ columns }) => columns.some(({ databaseName }) => databaseName === 'id'))
    .map(({ tableName }) => tableName);

/** Tables without a policy. Administrators may read and change their rows. */
const OF_THE_INSTANCE = new Set(['term_word']);

/** Tables whose rows everybody may read, so that no row is hidden. */
export const READ_BY_EVERYBODY: readonly string[] = ['emergency_line'];

/** Returns the policy subject of a table, or undefined when it has none. */
export const policySubjectOf = (app: TestApp, table: string) =>
  app
    .get(PolicySubjects)
    .all()
    .find((one) => one.table.table.replaceAll('"', '') === table);

/** Actions that create a row or use a code. They name no existing row. */
const NAMES_NO_ROW = new Set<string>([
  ...['make', 'grant', 'verify', 'useWorkName', 'setAvailability'],
  ...['makeAsGuest', 'interpret'],
  ...['found', 'submit', 'give', 'vouch', 'admit', 'findByCode'],
]);

async function firstHidden(
  app: TestApp,
  viewer: Viewer | undefined,
  table: string,
  rows: readonly { id: string }[],
): Promise<string | undefined> {
  const subject = policySubjectOf(app, table);
  if (OF_THE_INSTANCE.has(table) && viewer?.duties.includes('administer')) return undefined;
  if (table === 'attachment') {
    const may = await Promise.all(rows.map(({ id }) => mayReadFile(app, viewer, id)));
    return rows[may.indexOf(false)]?.id;
  }
  if (!viewer || !subject) return rows[0]?.id;
  for (const { id } of rows) {
    const can = await Promise.all(
      POLICY_ACTIONS[subject.name]
        .filter((action) => !NAMES_NO_ROW.has(action))
        .map((action) => app.get(AccessService).may(subject.name, id, viewer, action)),
    );
    if (!can.includes(true)) return id;
  }
  return undefined;
}

export const viewerOfRequester = (
  app: TestApp,
  { cookie }: Requester,
): Promise<Viewer | undefined> => app.get(ViewerLoader).fromCookie(cookie, false);

/** All properties by which a client, or an observer of the database, could distinguish two responses. */
export interface ObservedResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly sql: readonly string[];
}

/** Sends a document and observes the response. Masks the id in the response body. */
export const observeDocument = (
  who: Requester,
  document: string,
  id: string,
): Promise<ObservedResponse> => observeRequest(() => apiAs(who).raw(document), id);

/** Routes that take a file id. */
export const FILE_ROUTES: Readonly<
  Record<string, (who: Requester, id: string) => Promise<Response>>
> = {
  'the whole file': (who, id) => downloadFile(who, id),
  'its small picture': (who, id) => downloadFile(who, id, 'thumb'),
  'a piece of it': (who, id) => downloadFile(who, id, 'original', { range: 'bytes=0-9' }),
  'how far it came': (who, id) => uploadProgress(who, id),
  'what comes next': (who, id) => sendChunk(who, id, 0, Buffer.from('x')),
  'its end': endUpload,
};

/** Like `observeDocument`, for any request. */
export async function observeRequest(
  ask: () => Promise<Response>,
  id: string,
): Promise<ObservedResponse> {
  let answer: Omit<ObservedResponse, 'sql'> | undefined;
  const sql = await recordStatements(async () => {
    const response = await ask();
    const headers = [...response.headers].filter(([name]) => name !== 'date');
    const body = (await response.text()).replaceAll(id, 'ID');
    answer = { status: response.status, headers, body };
  });
  return { ...answer!, sql };
}

/** Tables that nodes and background jobs change at any time, independently of requests. */
const AT_THEIR_OWN_PACE = ['node', 'channel_words', 'message_words', 'inbox_cursor', 'inbox_entry'];

/**
 * Returns the row count and the checksum of every table. Leaves out the times of session use and of node heartbeats.
 */
export async function tableChecksums(app: TestApp): Promise<Record<string, string>> {
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
         ${name === 'rate_limit' ? `where key !~ '${LEASED_RATE_LIMIT_KEYS}'` : ''}) l`,
    );
    found[name] = `${row!.rows} ${row!.sum}`;
  }
  return found;
}
