import type { ClientBase } from 'pg';
import { createDataSource, migrate } from '#database/data-source.js';
import { Database } from '#database/database.js';
import { DirectoryService } from '#profiles/directory/directory.service.js';
import { withoutForeignKeys } from './foreign-keys.js';
import { insertSeededGroups } from './groups.js';
import { insertSeededMembers } from './members.js';
import { insertSeededMessages } from './messages.js';

export interface SeedSize {
  readonly members: number;
  readonly messages: number;
}

const BIG_TABLES = ['profile_field', 'channel_reader', 'message'];

/**
 * Fills an empty database in one transaction, then builds the directory separately. The same size gives the same rows.
 * Throws if the database has accounts, so that real data is never mixed with fictional people.
 */
export async function fillDatabase(
  url: string,
  size: SeedSize,
  print: (line: string) => void,
): Promise<void> {
  await migrate(url);
  const source = await createDataSource(url, []).initialize();
  const db = new Database(source);
  try {
    if ((await db.query('select 1 from account limit 1')).length > 0) {
      throw new Error('This database has accounts; seed fills only an empty one.');
    }
    await inTransaction(db, (client) =>
      withoutForeignKeys(client, BIG_TABLES, () => copyAll(client, size, print)),
    );
    const rows = await timed(print, 'directory', () => new DirectoryService(db).rebuild());
    print(`${size.members} members, ${size.messages} messages, ${rows} rows in the directory`);
    await timed(print, 'statistics', () => db.query('vacuum analyze'));
  } finally {
    await db.onApplicationShutdown();
  }
}

async function copyAll(client: ClientBase, size: SeedSize, print: (line: string) => void) {
  await timed(print, 'members', () => insertSeededMembers(client, size.members));
  await timed(print, 'groups', () => insertSeededGroups(client, size.members));
  await timed(print, 'messages', () => insertSeededMessages(client, size.members, size.messages));
}

async function inTransaction(db: Database, work: (client: ClientBase) => Promise<void>) {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true); // Closing the connection rolls the transaction back.
    throw error;
  }
}

async function timed<T>(print: (line: string) => void, what: string, work: () => Promise<T>) {
  const began = performance.now();
  const result = await work();
  print(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
