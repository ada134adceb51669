import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Where the test files that start or find the database server note its address. */
export const NOTE = join(import.meta.dirname, '../../.trama/test/server');

/** Stops the database server of the tests, unless another run in this folder uses it. */
export async function stopServer() {
  if (!existsSync(NOTE)) return;
  const client = new pg.Client(readFileSync(NOTE, 'utf8'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(`
      select (select count(*)::int from pg_stat_activity where application_name = 'trama') as users,
        split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`);
    if (rows[0].users > 0) return;
    process.kill(rows[0].pid, 'SIGINT');
    await gone(rows[0].pid);
  } catch {
    // it is not running
  } finally {
    await client.end().catch(() => undefined);
  }
  rmSync(NOTE, { force: true });
}

async function gone(pid) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(50);
  }
}
