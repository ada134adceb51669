// Requests hidden and unknown rows in turn. Measures whether the response time reveals which row exists.
import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { benchmarkFigure, formatNumber, median, printLine } from '../support/benchmark-figures.mjs';
import { HttpConnection, graphqlRequest } from '../support/http.mjs';
import {
  dropDatabase,
  BENCH_DIR,
  REPOSITORY_DIR,
  queryRows,
  createSeededDatabase,
  withPostgresClient,
} from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';
import { createSessions } from '../support/benchmark-group.mjs';

export const dataPersistedBeforeResponse = 'nothing (reads)';

const PAIRS = 400;
const WARM = 40;
/** More than one requester, because searches are rate limited per account. */
const ASKERS = 20;
/** The first word occurs only in a hidden profile. The second word has the same length and occurs in no text. */
const [HIDDEN_WORD, NOBODYS_WORD] = ['zarigueyas', 'tempestuos'];
/** A word of the same length, in messages that were posted before the requesters joined the channel. */
const EARLIER_WORD = 'murcielago';

const KINDS = {
  profile: {
    query: 'query ($id: ID!) { person(id: $id) { id name } }',
    pair: (hidden) => [{ id: hidden.profileId }, { id: randomUUID() }],
  },
  group: {
    query: 'query ($slug: String!) { group(slug: $slug) { id name } }',
    pair: (hidden) => [{ slug: hidden.slug }, { slug: `g${randomUUID().slice(1)}` }],
  },
  introduction: {
    query: 'query ($id: ID!) { introduction(id: $id) { id note } }',
    pair: (hidden) => [{ id: hidden.introductionId }, { id: randomUUID() }],
  },
  search: {
    query: 'query ($words: String) { people(words: $words) { items { id name } nextCursor } }',
    pair: () => [{ words: HIDDEN_WORD }, { words: NOBODYS_WORD }],
  },
  messages: {
    query:
      'query ($text: String!) { searchMessages(text: $text) { items { message { id body } } nextCursor } }',
    pair: () => [{ text: HIDDEN_WORD }, { text: NOBODYS_WORD }],
  },
  earlierMessages: {
    query:
      'query ($text: String!) { searchMessages(text: $text) { items { message { id body } } nextCursor } }',
    pair: () => [{ text: EARLIER_WORD }, { text: NOBODYS_WORD }],
  },
};

export async function runBenchmark({ quick }) {
  const size = quick ? 2_000 : 20_000;
  const url = await createSeededDatabase('bench_timing', { members: size, messages: size * 5 });
  const { hidden, cookies } = await withPostgresClient(url, (db) => hide(db));
  for (const what of ['directory', 'search']) rebuild(url, what);
  const product = await startProduct({ databaseUrl: url });
  try {
    const figures = [];
    for (const [name, kind] of Object.entries(KINDS)) {
      figures.push(await gapOf(product.port, cookies, name, kind, hidden));
    }
    return figures;
  } finally {
    await product.stop();
    await dropDatabase(url);
  }
}

/**
 * Creates a hidden person, a hidden group, an introduction between two other people, and a word in other channels. The
 * requesters may read none of these rows.
 */
async function hide(db) {
  const [asker, shy, other] = await queryRows(
    db,
    `select a.id, p.id as profile_id from account a join profile p on p.account_id = a.id
      order by a.email limit 3`,
  );
  const others = await queryRows(
    db,
    `select id from account order by email offset 3 limit ${ASKERS - 1}`,
  );
  const askers = [asker, ...others].map((one) => one.id);
  await db.query(
    `update profile_field set audience = 'onlyMe',
        text = case kind when 'about' then $2 else text end,
        words = case kind when 'about' then array[$2] else words end
      where account_id = $1`,
    [shy.id, HIDDEN_WORD],
  );
  const slug = `g${randomUUID().slice(1)}`;
  await db.query(
    `insert into "group" (slug, name, purpose, is_listed, access) values ($1, 'Oculto', '', false, 'invitation')`,
    [slug],
  );
  const [introduction] = await queryRows(
    db,
    `insert into introduction (asker_id, asked_id, note, expires_at)
      values ($1, $2, '', now() + interval '20 days') returning id`,
    [shy.id, other.id],
  );
  const elsewhere = await db.query(
    `update message set body = $1 where id in (
      select max(m.id::text)::uuid from message m join channel c on c.id = m.channel_id where c.group_id not in (
        select group_id from membership where account_id = any($2)) group by m.channel_id)`,
    [HIDDEN_WORD, askers],
  );
  // The requesters joined before the last fifty messages.
  await db.query(
    `update channel_reader r set joined_version = greatest(0, c.last_version - 50) from channel c
      where c.id = r.channel_id and r.account_id = any($1)`,
    [askers],
  );
  const earlier = await db.query(
    `update message m set body = body || ' ' || $1 from channel_reader r
      where r.channel_id = m.channel_id and r.account_id = any($2) and m.seq <= r.joined_version`,
    [EARLIER_WORD, askers],
  );
  if (!elsewhere.rowCount || !earlier.rowCount)
    throw new Error('no message contains the hidden words: seed more messages');
  const cookies = await createSessions(db, askers);
  return { hidden: { profileId: shy.profile_id, slug, introductionId: introduction.id }, cookies };
}

function rebuild(url, what) {
  const env = { ...process.env, DATABASE_URL: url, TRAMA_DATA_DIR: join(BENCH_DIR, 'seed') };
  env.TRAMA_SEAL_KEY_FILE = join(BENCH_DIR, 'seal.key');
  const args = ['dist/apps/cli/main.js', 'rebuild', what];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: REPOSITORY_DIR,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`rebuild ${what}: ${stderr}`);
}

async function gapOf(port, cookies, name, { query, pair }, hidden) {
  const connection = new HttpConnection(port);
  const timed = async (variables, turn) => {
    const cookie = cookies[Math.abs(turn) % cookies.length];
    const request = graphqlRequest(port, cookie, query, variables);
    const began = performance.now();
    const { status, body } = await connection.send(request);
    return { ms: performance.now() - began, told: `${status} ${body}` };
  };
  const gaps = [];
  const times = [];
  for (let turn = -WARM; turn < PAIRS; turn++) {
    const [there, absent] = pair(hidden);
    // Alternates which request is sent first, so that the order makes no difference.
    const first = turn % 2 === 0 ? await timed(there, turn) : await timed(absent, turn);
    const second = turn % 2 === 0 ? await timed(absent, turn) : await timed(there, turn);
    if (first.told !== second.told)
      throw new Error(
        `${name}: the hidden and the unknown row got different answers: ${first.told} and ${second.told}`,
      );
    if (first.told.includes('"TOO_MANY"'))
      throw new Error(`${name}: rate limited, so the times cannot be compared`);
    if (turn < 0) continue;
    gaps.push(turn % 2 === 0 ? first.ms - second.ms : second.ms - first.ms);
    times.push(first.ms);
  }
  connection.close();
  printLine(`${name}: median answer ${formatNumber(median(times))} ms`);
  return benchmarkFigure(`${name}_gap_ms`, Math.abs(median(gaps)), {
    unit: 'ms',
    target: 3,
    how: `median of ${PAIRS} differences, hidden less absent, asked by turns; every pair gave the same bytes`,
  });
}
