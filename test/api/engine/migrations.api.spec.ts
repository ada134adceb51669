import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '#database/data-source.js';
import { Sealer } from '#kernel/sealed-box.js';
import { assertSupportedServer } from '#database/server-version-check.js';
import { assertSealKey } from '../../../apps/api/seal-key-check.js';
import { copyTemplate, freshDatabase } from '../../support/app/database.js';

it('exactly one of several nodes that start together runs the migrations', async () => {
  const empty = await copyTemplate({ name: 'template_empty_0', fill: async () => undefined });
  const ran = await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
  expect(ran.map((names) => names.length > 0).sort()).toEqual([false, false, true]);
  await empty.drop();
});

it('the start check always rejects PostgreSQL with synchronous_commit off, and with fsync off unless TRAMA_MAY_LOSE_DATA=1', async () => {
  const { url, drop } = await freshDatabase();
  await expect(assertSupportedServer(url, false)).rejects.toThrow('fsync must be on');
  await assertSupportedServer(url, true);
  const client = new Client(url);
  await client.connect();
  await client.query(
    `alter database "${new URL(url).pathname.slice(1)}" set synchronous_commit = off`,
  );
  await client.end();
  await expect(assertSupportedServer(url, true)).rejects.toThrow('synchronous_commit must be on');
  await drop();
});

it('the start check takes the seal key of the first start, also on two nodes at once, and no missing or other one', async () => {
  const { url, drop } = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'trama-keys-'));
  const [key, other] = [join(folder, 'key'), join(folder, 'other')];
  const second = await freshDatabase();
  await assertSealKey(second.url, other);
  await second.drop();
  await Promise.all([assertSealKey(url, key), assertSealKey(url, key)]);
  await assertSealKey(url, key);
  await expect(assertSealKey(url, other)).rejects.toThrow('sealed with another key');
  const client = new Client(url);
  await client.connect();
  // As on an instance that began before starts stored a box of their key.
  await client.query('delete from seal_check');
  await client.query(
    `with one as (insert into account (standing) values ('staff') returning id)
     insert into duty (account_id, name, known_as) select id, 'administer', $1 from one`,
    [(await Sealer.of(key)).close('Nayra')],
  );
  await client.end();
  await expect(assertSealKey(url, other)).rejects.toThrow('sealed with another key');
  rmSync(key);
  await expect(assertSealKey(url, key)).rejects.toThrow('the file is missing');
  expect(existsSync(key)).toBe(false);
  rmSync(folder, { recursive: true });
  await drop();
});
