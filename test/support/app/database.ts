import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrate } from '#database/data-source.js';
import { startEmbeddedPostgres } from '#database/embedded-postgres.js';
import { Client } from 'pg';
import { TEST_FOLDER } from './temp-folder.mjs';
import { SERVER_URL_FILE } from './postgres-server.mjs';
import { repositoryPath } from '../repository.js';

export interface FreshDatabase {
  readonly url: string;
  /** Folder with the files that rows of the database name. */
  readonly files?: string;
  /** Drops the database and ends open connections to it. */
  drop(): Promise<void>;
}

/**
 * File with the seal key of all test applications. They share one key, because databases are copied between them. It
 * lies beside the databases, so that templates and key exist equally long.
 */
export const SEAL_KEY_FILE = join(TEST_FOLDER, 'seal.key');

const MIGRATIONS = repositoryPath('libs/database/migrations');
const LOCK = 7_215_301; // Key of an advisory lock: an arbitrary number that is the same in every process.

/**
 * Creates an empty, migrated database by copying a template. The template is built once for each state of the
 * migrations.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  return copyTemplate({
    name: `template_${hashOfFolders([MIGRATIONS])}`,
    fill: (url) => migrate(url),
  });
}

/** A template database from which many tests start, and the function that fills it. */
export interface DatabaseTemplate {
  /** Name of the template database (`template_…`). It must change when the data that fills it changes. */
  readonly name: string;
  fill(url: string): Promise<unknown>;
}

/** Copies a template database; the first call builds the template. */
export async function copyTemplate(template: DatabaseTemplate): Promise<FreshDatabase> {
  const server = await serverOfRun();
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    await makeReady(template, server, admin);
    await admin.query(`create database ${name} template ${template.name}`);
  });
  const drop = () =>
    asAdmin(server, (admin) => admin.query(`drop database if exists ${name} with (force)`));
  return { url: address(server, name), drop: async () => void (await drop()) };
}

let known: string | undefined;

/**
 * Returns the URL of the database server. Calls `testServer`, which starts processes, only if the known server does not
 * answer.
 */
async function serverOfRun(): Promise<string> {
  const isThere = known && (await asAdmin(known, () => Promise.resolve(true)).catch(() => false));
  known = isThere ? known : await testServer();
  return known!;
}

/**
 * Starts the database server of this run if necessary, and returns its URL as superuser. The server may lose data, so
 * it does not wait for disks. It plans each prepared statement once per connection, and not at each of the first five
 * executions: the connections of a test execute few statements more often. It keeps its last write-ahead log, which tests
 * read while others make checkpoints.
 */
async function testServer(): Promise<string> {
  const { url } = await startEmbeddedPostgres(TEST_FOLDER, { isDurable: false });
  await asAdmin(url, async (admin) => {
    await admin.query('alter system set plan_cache_mode = force_generic_plan');
    await admin.query(`alter system set wal_keep_size = '256MB'`);
    await admin.query('select pg_reload_conf()');
  });
  mkdirSync(dirname(SERVER_URL_FILE), { recursive: true });
  writeFileSync(SERVER_URL_FILE, url, { mode: 0o600 });
  return url;
}

async function asAdmin<T>(server: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: server, application_name: 'trama' });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Builds the template unless it exists. Other processes wait until it is built. */
async function makeReady(
  { name, fill }: DatabaseTemplate,
  server: string,
  admin: Client,
): Promise<void> {
  if (await exists(admin, name)) return;
  await admin.query('select pg_advisory_lock($1)', [LOCK]);
  if (!(await exists(admin, name))) {
    await sweep(admin, name);
    await admin.query(`create database ${name}_making`);
    await fill(address(server, `${name}_making`));
    await admin.query(`alter database ${name}_making rename to ${name}`);
  }
  await admin.query('select pg_advisory_unlock($1)', [LOCK]);
}

/** Drops older versions of this template and the databases of ended test processes. */
async function sweep(admin: Client, template: string): Promise<void> {
  const kind = template.slice(0, template.lastIndexOf('_'));
  const sql = `select datname from pg_database where datname ~ $1`;
  const values = [`^(test_|${kind}_[0-9a-f]+(_making)?$)`];
  const { rows } = await admin.query<{ datname: string }>(sql, values);
  for (const { datname } of rows) {
    const pid = /^test_(\d+)_/.exec(datname)?.[1];
    if (pid && isAlive(Number(pid))) continue;
    await admin.query(`drop database if exists ${datname} with (force)`);
  }
}

const exists = async (admin: Client, name: string) =>
  (await admin.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;

/** Returns a short hash of all files in these folders and of `more`. */
export function hashOfFolders(folders: readonly string[], more = ''): string {
  const hash = createHash('sha256').update(more);
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

function address(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
