// The PostgreSQL server of the benchmark: the product's embedded server with durability on, in a separate folder.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#database/embedded-postgres.js';
import { restartPostgres } from '../../support/servers/restart-postgres.mjs';

export const REPOSITORY_DIR = join(import.meta.dirname, '../../..');
export const BENCH_DIR = join(REPOSITORY_DIR, '.trama/bench');

let server;

/** Returns the running server and starts it on first use. */
export async function startedPostgres() {
  if (server) return server;
  const embedded = await startEmbeddedPostgres(join(BENCH_DIR, 'postgres'));
  const sql = `select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid,
    current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`;
  const [{ pid, fsync, commit }] = await withPostgresClient(embedded.url, (db) =>
    queryRows(db, sql),
  );
  if (fsync !== 'on' || commit !== 'on')
    throw new Error('The benchmark needs PostgreSQL with fsync and synchronous_commit on');
  server = { url: embedded.url, pid, stop: () => embedded.stop() };
  return server;
}

/** Kills the server. The next call of `startedPostgres` starts the server again, possibly on another port. */
export async function killPostgres() {
  const { pid } = await startedPostgres();
  process.kill(pid, 'SIGKILL');
  server = undefined;
}

/** Restarts the server on the same port, as `pg_ctl` does, in mode `fast` or `immediate`. */
export async function restartServer(mode) {
  await startedPostgres();
  await restartPostgres(join(BENCH_DIR, 'postgres'), mode);
  server = undefined; // the server has a new process now
}

/** Returns the URL of a database after a restart of the server. */
export async function databaseUrlAfterRestart(url) {
  const address = new URL(url);
  address.port = new URL((await startedPostgres()).url).port;
  return address.href;
}

export async function stopPostgres() {
  await server?.stop();
  server = undefined;
}

/** Creates an empty database, dropping an existing one of this name. Returns its URL. */
export async function createDatabase(name) {
  const { url } = await startedPostgres();
  await withPostgresClient(url, async (db) => {
    await db.query(`drop database if exists ${name} with (force)`);
    await db.query(`create database ${name}`);
  });
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

export async function dropDatabase(url) {
  const name = new URL(url).pathname.slice(1);
  await withPostgresClient((await startedPostgres()).url, (db) =>
    db.query(`drop database if exists ${name} with (force)`),
  );
}

/** Creates a database and fills it with the operator's seed command. */
export async function createSeededDatabase(name, { members, messages = 0 }) {
  const url = await createDatabase(name);
  const size = ['--members', String(members), '--messages', String(messages)];
  const began = performance.now();
  const result = spawnSync(process.execPath, ['dist/apps/cli/main.js', 'seed', ...size], {
    cwd: REPOSITORY_DIR,
    env: {
      ...process.env,
      DATABASE_URL: url,
      TRAMA_DATA_DIR: join(BENCH_DIR, 'seed'),
      TRAMA_SEAL_KEY_FILE: join(BENCH_DIR, 'seal.key'),
    },
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`seed: ${result.stderr}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`  seeded ${members} members, ${messages} messages in ${seconds} s`);
  return url;
}

export async function withPostgresClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const queryRows = async (db, sql, values = []) => (await db.query(sql, values)).rows;
