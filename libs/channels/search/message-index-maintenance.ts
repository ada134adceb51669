import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Database } from '#database/database.js';

export const DROP_MESSAGE_INDEX = 'drop index if exists message_words_found';
/** The same definition of the index as in the migration. */
const MAKE = `create index concurrently if not exists message_words_found
  on message_words using gin (words) with (fastupdate = off)`;
const HALF_MADE = `select indexrelid::regclass::text as name from pg_index
  where indrelid = 'message_words'::regclass and not indisvalid`;
/** Advisory lock, held while the index is created or emptied. */
export const MESSAGE_INDEX_LOCK = 4_700_470;
const LOCK_AGAIN_MS = 200;

/** Creates the index if it is missing or invalid. Blocks no other statement. */
export const createMessageIndex = (db: Database): Promise<void> => withMessageIndexLock(db, make);

/**
 * Rebuilds the index if words were deleted since the last rebuild, because a GIN index keeps words that no row contains
 * any more. Blocks no other statement. Returns whether it rebuilt the index.
 */
export async function rebuildMessageIndexIfNeeded(db: Database): Promise<boolean> {
  let isAnew = false;
  await withMessageIndexLock(db, async (client) => {
    await make(client);
    const { rows } = await client.query<{ now: string; before: string }>(
      `select f.last_value as now, t.last_value as before from words_forgotten f, words_tidied t`,
    );
    if (rows[0]!.now === rows[0]!.before) return;
    await client.query('vacuum message_words');
    await client.query('reindex index concurrently message_words_found');
    await client.query(`select setval('words_tidied', $1)`, [rows[0]!.now]);
    isAnew = true;
  });
  return isAnew;
}

async function make(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(HALF_MADE);
  for (const { name } of rows) await client.query(`drop index concurrently if exists ${name}`);
  await client.query(MAKE);
}

/**
 * Runs `work` while holding the advisory lock. Polls for the lock: a waiting statement would block the concurrent index
 * creation of the other process.
 */
export async function withMessageIndexLock(
  db: Database,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = await db.connect();
  try {
    while (!(await isTaken(client))) await wait(LOCK_AGAIN_MS);
    await work(client);
  } finally {
    await client.end(); // Closing the connection releases the lock.
  }
}

async function isTaken(client: Client): Promise<boolean> {
  const text = 'select pg_try_advisory_lock($1) as taken';
  const { rows } = await client.query<{ taken: boolean }>(text, [MESSAGE_INDEX_LOCK]);
  return rows[0]!.taken;
}
