import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ClockDrift } from '#database/clock-drift.js';
import { EventsService } from '#events/events.service.js';
import { EventsWorker } from '#events/events.worker.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { tryToPostMessage, makeTwoChannels } from '../../support/messages/post-messages.js';

const app = useApp({ TRAMA_WORKER: '0' });

/** Makes PostgreSQL report another time to this application. */
async function tell(clock: string): Promise<void> {
  const outside = new Client(app.databaseUrl);
  await outside.connect();
  const name = new URL(app.databaseUrl).pathname.slice(1);
  await outside.query(`create schema if not exists other_clock;
    create or replace function other_clock.clock_timestamp() returns timestamptz language sql as
      $$ select ${clock} $$;
    alter database "${name}" set search_path = other_clock, pg_catalog, public`);
  await outside.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await outside.end();
}
const compare = () =>
  app
    .get(ClockDrift)
    .measure()
    .catch(() => app.get(ClockDrift).measure()); // the first query may use a terminated connection

const receipts = async () =>
  (await app.db.query(`select from event_receipt where handler = 'diary'`)).length;
/** Runs the job and returns how many jobs of its kind have failed so far. */
async function destroy(): Promise<number> {
  await app.get(EventsService).ask('retention.destroy', { name: 'eventReceipt' });
  // The application's clock sets when the job is due, but PostgreSQL's clock decides when the worker takes it.
  await app.db.query('update graphile_worker._private_jobs set run_at = now() where attempts = 0');
  await app.get(EventsWorker).drain();
  const failed = `select from graphile_worker.jobs where attempts > 0 and task_identifier = 'job:retention.destroy'`;
  return (await app.db.query(failed)).length;
}

it('retention jobs and new messages are refused while the clocks of server and PostgreSQL differ by more than 30 seconds', async () => {
  const { ada, channelId } = await makeTwoChannels(app);
  const old = `insert into event_receipt (event_id, handler, created_at) values ($1, 'diary', $2)`;
  await app.db.query(old, [randomUUID(), app.clock.in(-40 * DAY)]);
  let failed = 0;
  for (const ahead of ['40 seconds', '-40 seconds']) {
    await tell(`pg_catalog.clock_timestamp() + interval '${ahead}'`);
    expect(await compare()).toBe(false);
    expect(await tryToPostMessage(ada, channelId, randomUUID(), 'canary')).toBe('TOO_MANY');
    failed += 1;
    expect(await destroy()).toBe(failed);
    expect(await receipts()).toBe(1);
  }
  await tell(`pg_catalog.clock_timestamp() + interval '20 seconds'`);
  expect(await compare()).toBe(true);
  expect(await tryToPostMessage(ada, channelId, randomUUID(), 'uno')).toMatchObject({ seq: 1 });
  expect(await destroy()).toBe(failed);
  expect(await receipts()).toBe(0);
});
