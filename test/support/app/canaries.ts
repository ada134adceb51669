import { createHash } from 'node:crypto';
import { AccessService } from '#access/access.service.js';
import { sealedColumns } from '#database/sealed.js';
import type { Viewer } from '#policy/viewer.js';
import type { TestApp } from './app.js';
import { subjectOf, tablesOf } from '../matrix/hidden.js';

/** Where a canary sits. */
export interface Perch {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

const CANARY = /qz[0-9a-f]{14}/g;
/** Made from its place, so that each place of each row has its own; all are letters of one word. */
const sql = (table: string, column: string) =>
  `'qz' || substr(md5('${table}.${column}.' || id::text), 1, 14)`;

/** Every column that holds text: of the tables of the entities, and without those that hold a word of a closed list. */
async function textColumns(app: TestApp, closed: ReadonlySet<string>) {
  const rows = await app.db.query<{ table: string; column: string }>(
    `select c.relname as "table", a.attname as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relname = any($1) and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'varchar'::regtype)
       and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum])
     order by 1, 2`,
    [tablesOf(app)],
  );
  return rows.filter(({ table, column }) => !closed.has(`${table}.${column}`));
}

/** Puts a canary into every text that is there; gives where each sits. `closed` names columns of closed lists. */
export async function singEverywhere(
  app: TestApp,
  closed: ReadonlySet<string>,
): Promise<Map<string, Perch>> {
  const perches = new Map<string, Perch>();
  const sing = async (table: string, column: string, set: string, where: string) => {
    const rows = await app.db.query<{ id: string; canary: string }>(
      `with sung as (update "${table}" set ${set} where ${where} returning id)
       select id, ${sql(table, column)} as canary from sung`,
    );
    for (const { id, canary } of rows) perches.set(canary, { table, column, id });
    return rows.length;
  };
  for (const { table, column } of await textColumns(app, closed)) {
    const count = await sing(
      table,
      column,
      `"${column}" = ${sql(table, column)}`,
      `"${column}" is not null`,
    );
    if (count === 0) process.stdout.write(`${table}.${column} holds nothing anywhere\n`);
  }
  for (const perch of await singInBoxes(app)) {
    perches.set(canaryAt(perch.table, perch.column, perch.id), perch);
  }
  await app.db.query(
    `update profile_field set words = array[text] where kind in ('name', 'about', 'organisation', 'skills', 'supportSought')`,
  );
  await app.db.query(`update organisation set words = array['w:' || name, 'w:' || about]`);
  await app.db.query(`update "group" set words = array['w:' || name, 'w:' || purpose]`);
  return perches;
}

/** As in SQL. */
const canaryAt = (table: string, column: string, id: string) =>
  `qz${createHash('md5').update(`${table}.${column}.${id}`).digest('hex').slice(0, 14)}`;

/** Sealed texts are opened and closed again; of answers, which are one box, each text sings. */
async function singInBoxes(app: TestApp): Promise<Perch[]> {
  const perches: Perch[] = [];
  for (const { propertyName, databaseName, entityMetadata } of sealedOf(app)) {
    const rows = app.db.repo(entityMetadata.target as new () => Boxed);
    for (const { id, [propertyName]: value } of await rows.find()) {
      if (value === null) continue;
      const sung = (column: string) => {
        perches.push({ table: entityMetadata.tableName, column, id });
        return canaryAt(entityMetadata.tableName, column, id);
      };
      const said = typeof value === 'string' ? sung(databaseName) : sungIn(value, sung);
      await rows.update(id, { [propertyName]: said } as object);
    }
  }
  return perches;
}

type Boxed = { id: string } & Record<string, unknown>;
const sealedOf = (app: TestApp) => sealedColumns({ entityMetadatas: app.db.entities });
const WORDS = ['name', 'work', 'hopes', 'known'];

const sungIn = (value: unknown, sung: (key: string) => string): unknown => ({
  ...(value as object),
  ...Object.fromEntries(WORDS.map((key) => [key, sung(key)])),
});

/** The places whose canary stands in a text. */
export const heardIn = (text: string, perches: ReadonlyMap<string, Perch>): Perch[] =>
  [...new Set(text.match(CANARY))].flatMap((canary) => perches.get(canary) ?? []);

/** Actions that show a row's whole text; the desk's queue shows only whose application waits. */
const SHOWING = ['read', 'readFile', 'lift', 'readReviews'];
/** What a waiting row shows to the desk before it is opened. */
const SHOWN_IN_A_QUEUE = new Set(['application.name']);

/** Whether the policy, or being its owner, gives this viewer that text. */
export async function mayHear(app: TestApp, viewer: Viewer, perch: Perch): Promise<boolean> {
  const { table, column, id } = perch;
  const subject = subjectOf(app, table);
  const may = (action: string) =>
    app
      .get(AccessService)
      .may(subject!.name, id, viewer, action)
      .catch(() => false);
  if (subject) {
    for (const action of SHOWING) if (await may(action)) return true;
    if (SHOWN_IN_A_QUEUE.has(`${table}.${column}`) && (await may('queue'))) return true;
  }
  if (table === 'profile_field') return isNamedTo(app, viewer, id);
  return isOwn(app, viewer, perch);
}

async function isOwn(app: TestApp, viewer: Viewer, { table, id }: Perch): Promise<boolean> {
  if (table === 'account') return id === viewer.accountId;
  const [row] = await app.db.query<Record<string, unknown>>(
    `select * from "${table}" where id = $1`,
    [id],
  );
  if (table === 'application_question') {
    const [own] = await app.db.query(
      'select 1 from application where id = $1 and account_id = $2',
      [...[row!['application_id'], viewer.accountId]],
    );
    return own !== undefined;
  }
  return row!['account_id'] === viewer.accountId;
}

/** In a group people have a name for each other, and whoever is asked for an introduction sees who asks. */
async function isNamedTo(app: TestApp, { accountId }: Viewer, fieldId: string): Promise<boolean> {
  const rows = await app.db.query(
    `select 1 from profile_field f where f.id = $1 and f.kind in ('name', 'issueAreas', 'practices', 'territories') and (
       exists (select 1 from membership m join membership o on o.group_id = m.group_id
         where m.account_id = f.account_id and o.account_id = $2 and o.ended_at is null)
       or exists (select 1 from introduction i
         where i.asker_id = f.account_id and i.asked_id = $2 and i.passed_at is not null
           or i.asked_id = f.account_id and i.asker_id = $2))`,
    [fieldId, accountId],
  );
  return rows.length > 0;
}
