// Measures opening a channel: the last 50 messages with their authors.
import { gzipSync } from 'node:zlib';
import {
  bestValue,
  benchmarkFigure,
  formatNumber,
  median,
  printLine,
} from '../support/benchmark-figures.mjs';
import { HttpConnection, graphqlRequest, runHttpLoad, postRequest } from '../support/http.mjs';
import {
  dropDatabase,
  queryRows,
  createSeededDatabase,
  withPostgresClient,
} from '../support/postgres.mjs';
import { cpuMs, postgresCpuMs, startBaseline, startProduct } from '../support/processes.mjs';
import { createGroup } from '../support/benchmark-group.mjs';

export const dataPersistedBeforeResponse = 'nothing (reads)';

const READERS = 32;
const OPEN = `query Open($channelId: ID!) { messages(channelId: $channelId) { items {
  id channelId seq version authorId authorName body createdAt editedAt isDeleted clientId } hasMore upTo } }`;

export async function runBenchmark({ quick }) {
  const [large, small] = [quick ? 100_000 : 1_000_000, 10_000];
  const big = await prepare('bench_big', large);
  const little = await prepare('bench_little', small);
  const bare = await startBaseline('plain-http-server.mjs', { DATABASE_URL: big.url });
  try {
    const bytes = await assertSameBytes(big, bare);
    await plan(big);
    const ratio = await openRatio(big, bare, quick);
    const growth = await openGrowth(big, little, quick);
    const names = `a channel of 200 in ${large} messages ÷ in ${small}`;
    return [
      benchmarkFigure('open_ratio', ratio.value, {
        target: 0.45,
        better: 'higher',
        how: ratio.how,
      }),
      benchmarkFigure('open_growth', growth.value, { target: 1.3, how: `${names}: ${growth.how}` }),
      benchmarkFigure('open_bytes', bytes.gz / 1024, { unit: 'KB', target: 25, how: bytes.how }),
    ];
  } finally {
    for (const one of [bare, big.product, little.product]) await one.stop();
    for (const { url } of [big, little]) await dropDatabase(url);
  }
}

/**
 * Creates a seeded database, adds a group whose channel has 200 messages, and starts the product with this database.
 */
async function prepare(name, messages) {
  const url = await createSeededDatabase(name, { members: 2_000, messages });
  const made = await withPostgresClient(url, async (db) => {
    const parts = await createGroup(db, { slug: 'bench', members: READERS, channels: 1 });
    const [channelId] = parts.channelIds;
    await db.query(
      `insert into message (channel_id, seq, version, account_id, membership_id, client_key, body, created_at)
        select $1, n, n, m.account_id, m.id, gen_random_uuid(), repeat('palabras de la radio ', 1 + n % 12),
          now() - interval '1 hour' + n * interval '1 second'
        from generate_series(1, 200) n join (select *, row_number() over (order by id) as at from membership
          where group_id = $2) m on m.at = 1 + n % ${READERS}`,
      [channelId, parts.groupId],
    );
    await db.query('update channel set last_version = 200 where id = $1', [channelId]);
    await db.query('vacuum analyze message');
    return { ...parts, channelId };
  });
  return { ...made, url, product: await startProduct({ databaseUrl: url, name }) };
}

const productRequests = ({ product, people, channelId }) =>
  people.map(({ cookie }) => graphqlRequest(product.port, cookie, OPEN, { channelId }));
const bareRequests = ({ people, channelId }, port) =>
  people.map(({ accountId }) => postRequest(port, '/open', { channelId, accountId }));

/** Fails unless both servers answer with the same bytes, so that they do the same work. */
async function assertSameBytes(big, bare) {
  const one = async (port, bytes) => {
    const connection = new HttpConnection(port);
    const answer = await connection.send(bytes);
    connection.close();
    return answer;
  };
  const ours = await one(big.product.port, productRequests(big)[0]);
  const theirs = await one(bare.port, bareRequests(big, bare.port)[0]);
  if (ours.body.toString() !== theirs.body.toString()) {
    throw new Error(
      `product and baseline answer with different bytes:\n${ours.body}\n${theirs.body}`,
    );
  }
  const gz = gzipSync(ours.body).length;
  return { gz, how: `gzip of the answer, ${ours.body.length} bytes of JSON` };
}

async function plan(big) {
  await withPostgresClient(big.url, async (db) => {
    const sql = `explain (analyze, costs off, timing off, summary off) select m.id, f.text from message m
      join profile_field f on f.account_id = m.account_id and f.kind = 'name'
      where m.channel_id = '${big.channelId}' order by m.seq desc limit 51`;
    printLine('plan of the baseline:');
    for (const row of await queryRows(db, sql)) printLine(`  ${row['QUERY PLAN']}`);
  });
}

async function openRatio(big, bare, quick) {
  const ms = quick ? 2_000 : 6_000;
  const [ours, theirs] = [productRequests(big), bareRequests(big, bare.port)];
  const mine = [];
  const base = [];
  await runHttpLoad({ port: big.product.port, ms: 3_000, next: (at) => ours[at] });
  await runHttpLoad({ port: bare.port, ms: 1_000, next: (at) => theirs[at] });
  for (let turn = 0; turn < 3; turn++) {
    base.push(await counted('node:http + pg', bare, ms, theirs));
    mine.push(await counted('product', big.product, ms, ours));
  }
  const [own, peer] = [bestValue(mine, 'higher'), bestValue(base, 'higher')];
  const text = (values) => values.map((value) => formatNumber(value, 0)).join(' ');
  const how = `GraphQL ${text(mine)} a second, node:http + pg ${text(base)}, best of three, 32 connections`;
  return { value: own / peer, how };
}

/** Measures the requests per second, and the CPU time of the server and of PostgreSQL per request. */
async function counted(name, { port, pid }, ms, requests) {
  const before = [cpuMs(pid), await postgresCpuMs()];
  const { perSecond, count } = await runHttpLoad({ port, ms, next: (at) => requests[at] });
  const used = [cpuMs(pid) - before[0], (await postgresCpuMs()) - before[1]];
  const each = used.map((spent) => formatNumber(spent / count, 3));
  printLine(
    `${name}: ${formatNumber(perSecond, 0)}/s, CPU each ${each[0]} ms, PostgreSQL ${each[1]} ms`,
  );
  return perSecond;
}

async function openGrowth(big, little, quick) {
  const count = quick ? 200 : 800;
  const places = [big, little].map((one) => ({
    connection: new HttpConnection(one.product.port),
    bytes: productRequests(one)[0],
    times: [],
  }));
  for (let turn = -50; turn < count; turn++) {
    for (const { connection, bytes, times } of places) {
      const began = performance.now();
      await connection.send(bytes);
      if (turn >= 0) times.push(performance.now() - began);
    }
  }
  for (const { connection } of places) connection.close();
  const [large, small] = places.map(({ times }) => median(times));
  return {
    value: large / small,
    how: `median ${formatNumber(large)} ms and ${formatNumber(small)} ms over HTTP`,
  };
}
