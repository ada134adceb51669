import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trama-embedded-'));
fs.chmodSync(folder, 0o755);
const servers: EmbeddedPostgres[] = [];

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(dataDir);
  servers.push(server);
  return server;
}

async function ask<T>(server: EmbeddedPostgres, sql: string): Promise<T[]> {
  const client = new Client(server.url);
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

async function killServer(server: EmbeddedPostgres) {
  const read = `select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`;
  const [row] = await ask<{ pid: number }>(server, read);
  process.kill(row!.pid, 'SIGKILL');
}

afterAll(async () => {
  for (const server of servers) await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a killed embedded PostgreSQL still has its acknowledged data when it is started again', async () => {
  const first = await start(folder);
  await ask(first, 'create table kept as select 7 as number');
  await killServer(first);

  const second = await start(folder);

  expect(second.isReused).toBe(false);
  expect(await ask(second, 'select number from kept')).toEqual([{ number: 7 }]);
});

test('several simultaneous starts reuse a running embedded PostgreSQL', async () => {
  const again = await Promise.all([start(folder), start(folder), start(folder)]);

  expect(again.map((server) => server.isReused)).toEqual([true, true, true]);
  expect(new Set(again.map((server) => server.url)).size).toBe(1);
});

test('the embedded PostgreSQL flushes commits to disk and listens on loopback only', async () => {
  const names = ['fsync', 'synchronous_commit', 'listen_addresses', 'unix_socket_directories'];
  const sql = names.map((name) => `current_setting('${name}') as ${name}`).join(', ');

  expect(await ask(await start(folder), `select ${sql}`)).toEqual([
    {
      fsync: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
    },
  ]);
});

test('the embedded PostgreSQL requires its password, which only the owner of the file can read', async () => {
  const server = await start(folder);
  const wrong = new URL(server.url);
  wrong.password = 'guess';

  await expect(new Client(wrong.href).connect()).rejects.toMatchObject({ code: '28P01' });
  const secret = path.join(folder, 'postgres/cluster/password');
  expect(fs.statSync(secret).mode & 0o077).toBe(0);
});

test('stop() leaves a server running while another process uses it; the last process stops the server', async () => {
  const server = await start(folder);
  const other = new Client({ connectionString: server.url, application_name: 'trama' });
  await other.connect();

  await server.stop();
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);

  await other.end();
  await server.stop();
  await expect(ask(server, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('the embedded PostgreSQL starts although the pid in its pid file belongs to another program', async () => {
  const file = path.join(folder, 'postgres/cluster/data/postmaster.pid');
  fs.writeFileSync(file, `${process.ppid}\n\n\n1\n`);

  expect((await start(folder)).isReused).toBe(false);
});

test('the embedded PostgreSQL starts in a folder that other accounts cannot enter', async () => {
  const closed = path.join(folder, 'closed');
  fs.mkdirSync(closed, { mode: 0o700 });

  const server = await start(path.join(closed, 'data'));

  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  const note = path.join(closed, 'data/postgres/where');
  if (fs.existsSync(note)) fs.rmSync(fs.readFileSync(note, 'utf8').trim(), { recursive: true });
});
