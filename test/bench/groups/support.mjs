// Measures the queue of a supporter at two numbers of waiting requests, and bookings of calls at once.
import { join } from 'node:path';
import { Sealer } from '#kernel/sealed-box.js';
import { benchmarkFigure, formatNumber, median } from '../support/benchmark-figures.mjs';
import { createSessions } from '../support/benchmark-group.mjs';
import { bookingFigures } from '../support/booking-load.mjs';
import { graphqlRequest, HttpConnection, sendGraphql } from '../support/http.mjs';
import {
  BENCH_DIR,
  createSeededDatabase,
  dropDatabase,
  queryRows,
  withPostgresClient,
} from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';

export const dataPersistedBeforeResponse = 'a booked call; of the queue nothing (reads)';

const MEMBERS = 2_000;

/** The page that a supporter opens: the first requests of the queue, their own cases, and the number of the badge. */
const QUEUE = `{ supportQueue { nextCursor
  items { id number kind isUrgent languages stage createdAt dueAt isOpened } }
  mySupportCases { id number } supportRequestsWaiting }`;

export async function runBenchmark({ quick }) {
  return [...(await queueFigures({ quick })), ...(await bookingFigures({ quick }))];
}

async function queueFigures({ quick }) {
  const [large, small] = [quick ? 20_000 : 100_000, 1_000];
  const worlds = [];
  try {
    for (const [name, requests] of [
      ['bench_support_big', large],
      ['bench_support_little', small],
    ])
      worlds.push(await prepare(name, requests));
    const [most, least] = await medianTimes(worlds, quick ? 100 : 400);
    const how = `${large} waiting requests ÷ ${small}: median ${formatNumber(most)} ms and ${formatNumber(least)} ms over HTTP`;
    return [benchmarkFigure('queue_growth', most / least, { target: 1.5, how })];
  } finally {
    for (const { product, url } of worlds) {
      await product.stop();
      await dropDatabase(url);
    }
  }
}

/** A database with a supporter, and this many waiting requests of all the other members. */
async function prepare(name, requests) {
  const url = await createSeededDatabase(name, { members: MEMBERS });
  const cookie = await withPostgresClient(url, async (db) => {
    const [{ id }] = await queryRows(db, 'select id from account order by email limit 1');
    await db.query(`insert into duty (account_id, name) values ($1, 'support')`, [id]);
    await db.query(`insert into supporter (account_id, work_name) values ($1, 'Bench')`, [id]);
    const seal = await Sealer.of(join(BENCH_DIR, 'seal.key'));
    await db.query(REQUESTS, [requests, id, seal.close('bench')]);
    await db.query('vacuum analyze');
    return (await createSessions(db, [id]))[0];
  });
  return { url, cookie, product: await startProduct({ databaseUrl: url, name }) };
}

/** The list opens no content, so that the content is arbitrary. */
const REQUESTS = `
  with others as (select id, row_number() over (order by id) - 1 as at, count(*) over () as count
    from account where id <> $2)
  insert into support_request (requester_id, send_key, input_hash, number, kind, priority, languages, due_at, key, content)
  select o.id, gen_random_uuid(), '\\x00', 100000 + n % 900000, 'technology', case n % 50 when 0 then 0 else 1 end,
    '{es}', now() + interval '1 day' + n * interval '1 second', $3::bytea, '\\x00'
  from generate_series(1, $1::int) n join others o on o.at = n % o.count`;

/** Median milliseconds of each world. The requests alternate, so that they meet the same load of the machine. */
async function medianTimes(worlds, count) {
  const runs = worlds.map(({ product, cookie }) => ({
    ...{ connection: new HttpConnection(product.port), times: [] },
    bytes: graphqlRequest(product.port, cookie, QUEUE, {}),
  }));
  for (let turn = -30; turn < count; turn++) {
    for (const { connection, bytes, times } of runs) {
      const began = performance.now();
      const data = await sendGraphql(connection, bytes);
      if (turn >= 0) times.push(performance.now() - began);
      if (!data?.supportQueue.items.length) throw new Error('an empty queue');
    }
  }
  for (const { connection } of runs) connection.close();
  return runs.map(({ times }) => median(times));
}
