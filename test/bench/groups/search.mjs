// Measures message search: frequent and rare words, several words, a phrase, a prefix, an author, and an unknown word.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  indexedMessagesStatement,
  newestMessagesStatement,
} from '#channels/search/message-search-sql.js';
import { parseSearchTerms, toSearchQuery, wordsToStem } from '#channels/search/search-vector.js';
import { StemmerService } from '#channels/search/stemmer.service.js';
import {
  benchmarkFigure,
  formatNumber,
  median,
  percentile,
  printLine,
} from '../support/benchmark-figures.mjs';
import { HttpConnection, graphqlRequest, runHttpLoad } from '../support/http.mjs';
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

const VIEWERS = 64;
const MEMBERS = 2_000;
/** This word occurs in one of 997 messages. */
const RARE = 'zarigüeya';
const SEARCHES = [
  'radio',
  'comunidad territorio',
  'lista',
  'nota acuerdo informe enlace',
  RARE,
  'zarig',
  `agua ${RARE}`,
  '"asamblea cartografía"',
  '"derechos escuela mujeres"',
  'verificaciones',
  'elecciones pregunta mura',
  'tempestuosos',
];

const FIND = `query ($text: String!, $authorId: ID, $after: String) {
  searchMessages(text: $text, authorId: $authorId, after: $after) { items { isFolded channel { id name }
    message { id channelId seq authorId authorName body createdAt } } nextCursor } }`;

export async function runBenchmark({ quick }) {
  const [large, small] = quick ? [50_000, 5_000] : [1_000_000, 100_000];
  const little = await measure('bench_found_small', small, quick);
  const big = await measure('bench_found', large, quick, { isShown: true });
  const all = `${SEARCHES.length} searches of ${VIEWERS} members`;
  return [
    benchmarkFigure('p95_ms', big.p95, {
      unit: 'ms',
      target: 300,
      how: `over HTTP, 4 connections, ${all} in ${large} messages; median ${formatNumber(big.middle)} ms`,
    }),
    benchmarkFigure('growth', big.alone / little.alone, {
      target: 3,
      how: `p95 of one after the other in ${large}: ${formatNumber(big.alone)} ms ÷ in ${small}: ${formatNumber(little.alone)} ms`,
    }),
    benchmarkFigure('bytes_per_message', big.bytes, {
      unit: 'bytes',
      how: `of the table that is searched, with its indexes`,
    }),
    benchmarkFigure('rebuilt_per_s', big.rebuilt, {
      unit: 'messages/s',
      better: 'higher',
      how: 'rebuild search',
    }),
  ];
}

async function measure(name, messages, quick, { isShown } = {}) {
  const url = await createSeededDatabase(name, { members: MEMBERS, messages });
  try {
    const made = await withPostgresClient(url, async (db) => {
      await db.query(`update message set body = body || ' ' || $1 where seq % 997 = 7`, [RARE]);
      const rebuilt = messages / rebuild(url);
      await db.query('vacuum analyze message_words');
      const viewers = await viewersOf(db);
      if (isShown) await plans(db, viewers[0]);
      const [{ bytes }] = await queryRows(
        db,
        `select pg_total_relation_size('message_words')::float8 / count(*) as bytes from message_words`,
      );
      return { rebuilt, viewers, bytes };
    });
    return { ...made, ...(await overHttp(url, made.viewers, quick)) };
  } finally {
    await dropDatabase(url);
  }
}

/** Returns the duration in seconds. */
function rebuild(url) {
  const env = { ...process.env, DATABASE_URL: url, TRAMA_DATA_DIR: join(BENCH_DIR, 'seed') };
  env.TRAMA_SEAL_KEY_FILE = join(BENCH_DIR, 'seal.key');
  const began = performance.now();
  const args = ['dist/apps/cli/main.js', 'rebuild', 'search'];
  const options = { cwd: REPOSITORY_DIR, env, encoding: 'utf8' };
  const { status, stderr } = spawnSync(process.execPath, args, options);
  if (status !== 0) throw new Error(`rebuild search: ${stderr}`);
  const seconds = (performance.now() - began) / 1000;
  printLine(`rebuild search: ${formatNumber(seconds, 0)} s`);
  return seconds;
}

async function viewersOf(db) {
  const found = await queryRows(
    db,
    `select a.id, array_agg(m.id) as memberships, array_agg(m.group_id) as groups
      from account a join membership m on m.account_id = a.id group by a.id, a.email order by a.email limit ${VIEWERS}`,
  );
  // Every fourth viewer joined late: most messages of their channels are older.
  await db.query(
    `update channel_reader r set joined_version = greatest(0, c.last_version - 40) from channel c
      where c.id = r.channel_id and r.account_id = any($1)`,
    [found.filter((_, at) => at % 4 === 3).map((one) => one.id)],
  );
  const cookies = await createSessions(
    db,
    found.map((one) => one.id),
  );
  return found.map((one, at) => ({ ...one, cookie: cookies[at] }));
}

const requestsOf = (port, viewers) =>
  viewers.flatMap(({ cookie, memberships }) => [
    ...SEARCHES.map((text) => graphqlRequest(port, cookie, FIND, { text })),
    graphqlRequest(port, cookie, FIND, { text: 'agua', authorId: memberships[0] }),
  ]);

/** Measures searches under load. Then measures one search at a time, to compare its cost between two database sizes. */
async function overHttp(url, viewers, quick) {
  // The server accepts at most a hundred searches per minute and member, so each measurement stays below this limit.
  const product = await startProduct({ databaseUrl: url });
  const requests = requestsOf(product.port, viewers);
  const spread = (at) => requests[(at * 37) % requests.length];
  const connection = new HttpConnection(product.port);
  const alone = [];
  for (let turn = -20; turn < (quick ? 200 : 800); turn++) {
    const began = performance.now();
    const { body } = await connection.send(spread(turn + 20));
    if (turn >= 0) alone.push(performance.now() - began);
    if (body.includes('"errors"')) throw new Error(`a search was refused: ${body}`);
  }
  connection.close();
  let sent = 0;
  const next = () => spread(sent++);
  const { times, perSecond } = await runHttpLoad({
    port: product.port,
    connections: 4,
    ms: quick ? 2_000 : 6_000,
    next,
  });
  await product.stop();
  printLine(`over HTTP: ${formatNumber(perSecond, 0)} a second, ${times.length} in all`);
  return { p95: percentile(times, 0.95), middle: median(times), alone: percentile(alone, 0.95) };
}

async function plans(db, viewer) {
  const stems = new StemmerService({ query: (text, values) => queryRows(db, text, values) });
  const access = { condition: conditionOf };
  for (const [text, statement] of [
    ['comunidad territorio', newestMessagesStatement],
    [RARE, indexedMessagesStatement],
  ]) {
    const asked = parseSearchTerms(text);
    const query = toSearchQuery(asked, null, await stems.asked(wordsToStem(asked)));
    const none = { channelId: null, authorId: null, from: null, until: null, after: null };
    const search = { viewer: { ...viewer, accountId: viewer.id }, query, ...none, limit: 21 };
    const made = statement(access, search);
    printLine(`plan, ${text}:`);
    const sql = `explain (analyze, costs off, timing off) ${made.text}`;
    for (const line of await queryRows(db, sql, made.values)) printLine(`  ${line['QUERY PLAN']}`);
  }
}

/** Returns the policy's rules for channels and messages of a viewer who belongs only to groups. */
function conditionOf({ groups, accountId }, _action, subject, { alias, bind }) {
  const isTheirs = (it) => `(${it}.group_id is not null and ${it}.group_id = any(${bind(groups)}))`;
  if (subject === 'Channel') return isTheirs(alias);
  return `exists (select 1 from channel c where c.id = ${alias}.channel_id and ${isTheirs('c')})
    and exists (select 1 from channel_reader r where r.channel_id = ${alias}.channel_id
      and r.joined_version < ${alias}.seq and r.account_id = ${bind(accountId)})`;
}
