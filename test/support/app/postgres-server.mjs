import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { repositoryPath } from '../repository.js';

/** File with the URL of the test database server, which all test files read. */
export const SERVER_URL_FILE = repositoryPath('.trama/test/server');

/**
 * Stops the test database server. If other test runs of this repository use the server, waits up to `patience`
 * milliseconds for them, and does not stop it if they still run.
 */
export async function stopServer(patience = 0) {
  if (!existsSync(SERVER_URL_FILE)) return;
  const client = new pg.Client(readFileSync(SERVER_URL_FILE, 'utf8'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let waited = 0; await isUsed(client); waited += 100) {
      if (waited >= patience) return;
      await wait(100);
    }
    const sql = `select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`;
    const { pid } = (await client.query(sql)).rows[0];
    process.kill(pid, 'SIGINT');
    await gone(pid);
  } catch {
    // The server is not running, so only the file must be removed.
  } finally {
    await client.end().catch(() => undefined);
  }
  rmSync(SERVER_URL_FILE, { force: true });
}

async function isUsed(client) {
  const sql = `select 1 from pg_stat_activity where application_name = 'trama'`;
  return (await client.query(sql)).rowCount > 0;
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
