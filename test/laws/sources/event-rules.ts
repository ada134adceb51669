import type { Database } from '#database/database.js';
import type { EventType } from '#events/event-type.js';
import type { EventDelivery } from '#events/events.service.js';
import type { SourceFile } from '../../support/repository.js';

type Named = Pick<EventType<object>, 'name' | 'isRecordOnly'>;

/** Returns events without a handler that are not declared as record only, and record-only events with a handler. */
export function eventsWithoutHandler(
  events: readonly Named[],
  heard: ReadonlySet<string>,
): string[] {
  return events.flatMap(({ name, isRecordOnly }) => {
    if (isRecordOnly === heard.has(name)) {
      return [
        isRecordOnly
          ? `${name} is heard, and says it is a record only`
          : `${name} is heard by nobody`,
      ];
    }
    return [];
  });
}

/** Returns the names of the events that a file defines. */
export const eventsDefinedIn = ({ text }: SourceFile): string[] =>
  [...text.matchAll(/defineEvent(?:<[^(]*>)?\(\s*'([^']+)'/g)].map(([, name]) => name!);

const TABLES = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname = 'public' and tablename <> 'node' order by 1`;
const JOBS = `select task_id, payload, key from graphile_worker._private_jobs`;

/** Returns the content of each table and of the job queue as text, except the table of running nodes. */
export async function databaseContents(db: Database): Promise<Map<string, string>> {
  const held = new Map<string, string>();
  for (const { name } of await db.query<{ name: string }>(TABLES)) {
    held.set(name, await textOf(db, `select * from ${name}`));
  }
  return held.set('jobs', await textOf(db, JOBS));
}

async function textOf(db: Database, rows: string): Promise<string> {
  const sql = `select coalesce(string_agg(one::text, chr(10) order by one::text), '') as text from (${rows}) one`;
  return (await db.query<{ text: string }>(sql))[0]!.text;
}

/** Runs the work and returns the tables that it changed. */
export async function tablesChangedBy(db: Database, work: () => Promise<void>): Promise<string[]> {
  const before = await databaseContents(db);
  await work();
  const after = await databaseContents(db);
  return [...after].flatMap(([table, text]) => (before.get(table) === text ? [] : [table]));
}

/** Returns the queued deliveries of events. They stay queued because the worker is off. */
export async function queuedDeliveries(db: Database): Promise<EventDelivery[]> {
  const sql = `select payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'deliver' order by job.id`;
  return (await db.query<{ payload: EventDelivery }>(sql)).map(({ payload }) => payload);
}
