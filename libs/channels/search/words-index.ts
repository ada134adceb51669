import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Database } from '#database/database.js';

export const DROP_WORDS_INDEX = 'drop index if exists message_words_found';
/** As the migration made it. */
const MAKE = `create index concurrently if not exists message_words_found
  on message_words using gin (words) with (fastupdate = off)`;
const HALF_MADE = `select indexrelid::regclass::text as name from pg_index
  where indrelid = 'message_words'::regclass and not indisvalid`;
/** Held by whoever makes or empties the index. */
export const WORDS_INDEX_LOCK = 4_700_470;
const LOCK_AGAIN_MS = 200;

/** Makes the index if it is not there or was left half made. Nothing waits for it. */
export const makeWordsIndex = (db: Database): Promise<void> => withWordsIndex(db, make);

/**
 * An index of words keeps each that it ever held, also when no message says it any more: if words were taken away since
 * the last time, it is made anew, and nothing waits for it. Gives whether it was.
 */
export async function tidyWordsIndex(db: Database): Promise<boolean> {
  let isAnew = false;
  await withWordsIndex(db, async (client) => {
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

/** Does `work` while nobody else makes the index. Asks again and again for its turn: a statement that waited would keep the other's index waiting for it. */
export async function withWordsIndex(
  db: Database,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = await db.connect();
  try {
    while (!(await isTaken(client))) await wait(LOCK_AGAIN_MS);
    await work(client);
  } finally {
    await client.end(); // the lock goes with its connection
  }
}

async function isTaken(client: Client): Promise<boolean> {
  const text = 'select pg_try_advisory_lock($1) as taken';
  const { rows } = await client.query<{ taken: boolean }>(text, [WORDS_INDEX_LOCK]);
  return rows[0]!.taken;
}
