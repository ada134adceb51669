import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrate } from '#database/data-source.js';
import { startEmbedded } from '#database/embedded.js';
import { Client } from 'pg';
import { NOTE } from './server.mjs';

export interface FreshDatabase {
  readonly url: string;
  /** Removes it; connections that are left are cut. */
  drop(): Promise<void>;
}

const MIGRATIONS = join(import.meta.dirname, '../../libs/database/migrations');
const LOCK = 7_215_301; // any number, the same in every process of a run

/** A migrated, empty database of its own: a copy of a template that is made once for each state of the migrations. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = await testServer();
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    const template = await readyTemplate(server, admin);
    await admin.query(`create database ${name} template ${template}`);
  });
  const drop = () =>
    asAdmin(server, (admin) => admin.query(`drop database if exists ${name} with (force)`));
  return { url: address(server, name), drop: async () => void (await drop()) };
}

/** The address of the server of this run, as its superuser; it may lose its data, so it does not wait for disks. */
async function testServer(): Promise<string> {
  const { url } = await startEmbedded(dirname(NOTE), { isDurable: false });
  mkdirSync(dirname(NOTE), { recursive: true });
  writeFileSync(NOTE, url, { mode: 0o600 });
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

/** The name of the template, made by the first that asks while the others wait. */
async function readyTemplate(server: string, admin: Client): Promise<string> {
  const name = `template_${stateOfMigrations()}`;
  if (await exists(admin, name)) return name;
  await admin.query('select pg_advisory_lock($1)', [LOCK]);
  if (!(await exists(admin, name))) {
    await sweep(admin);
    await admin.query(`create database ${name}_making`);
    await migrate(address(server, `${name}_making`));
    await admin.query(`alter database ${name}_making rename to ${name}`);
  }
  await admin.query('select pg_advisory_unlock($1)', [LOCK]);
  return name;
}

/** Earlier templates, and databases of test processes that are gone. */
async function sweep(admin: Client): Promise<void> {
  const sql = `select datname from pg_database where datname ~ '^(test|template)_'`;
  const { rows } = await admin.query<{ datname: string }>(sql);
  for (const { datname } of rows) {
    const pid = /^test_(\d+)_/.exec(datname)?.[1];
    if (pid && isAlive(Number(pid))) continue;
    await admin.query(`drop database if exists ${datname} with (force)`);
  }
}

const exists = async (admin: Client, name: string) =>
  (await admin.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;

function stateOfMigrations(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) {
    hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
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
