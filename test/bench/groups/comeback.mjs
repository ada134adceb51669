// Restarts the api while thousands of sockets are open: measures how soon all of them are back, and at what cost.
import { setTimeout as wait } from 'node:timers/promises';
import { Audience } from '../support/audience.mjs';
import { figure, fixed, percentile, say } from '../support/figures.mjs';
import { dropDatabase, rows, seededDatabase, withClient } from '../support/postgres.mjs';
import { rssOf, startProduct } from '../support/processes.mjs';
import { room } from '../support/rooms.mjs';

export const persisted = 'nothing: sockets are opened and watch a channel';

const MEMBERS = 1_000;
const PATIENCE_S = 120;

export async function run({ quick }) {
  const each = quick ? 1 : 10;
  const sockets = MEMBERS * each;
  const url = await seededDatabase('bench_comeback', { members: MEMBERS });
  const place = await withClient(url, (db) => room(db, { slug: 'bench', members: MEMBERS }));
  const cookies = Array.from({ length: each }, () => place.people.map((one) => one.cookie)).flat();
  const first = await startProduct({ databaseUrl: url });
  const audience = new Audience('comers.child.mjs');
  let product = first;
  try {
    await audience.open(first.port, cookies, place.channelIds[0]);
    const before = rssOf(first.pid) / 1024;
    say(`${sockets} sockets listen; the api has ${fixed(before, 0)} MB`);
    await audience.mark();
    await first.stop();
    product = await startProduct({ databaseUrl: url, port: first.port });
    const watched = await watch(audience, product, url, sockets);
    return figuresOf(sockets, watched);
  } finally {
    await audience.end();
    await product.stop();
    await dropDatabase(url);
  }
}

/** Waits until all clients are back, and meanwhile requests the health endpoint. */
async function watch(audience, { pid, port }, url, sockets) {
  const end = performance.now() + PATIENCE_S * 1000;
  let [slowest, connections, told] = [0, 0, { times: [] }];
  while (told.times.length < sockets && performance.now() < end) {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.status !== 200) throw new Error(`not ready any more: ${answer?.status}`);
    slowest = Math.max(slowest, performance.now() - began);
    connections = Math.max(connections, await connectionsTo(url));
    told = await audience.report();
    await wait(500);
  }
  return { ...told, slowest, connections, rss: rssOf(pid) / 1024 };
}

const connectionsTo = (url) =>
  withClient(url, async (db) => {
    const sql =
      'select count(*)::int as count from pg_stat_activity where datname = current_database()';
    const [row] = await rows(db, sql);
    return row.count - 1;
  });

function figuresOf(sockets, { times, tries, slowest, connections, rss }) {
  const seconds = times.map((ms) => ms / 1000);
  const how = `from the stop of the api until a socket watches again; ${sockets} sockets, ${tries} tries`;
  return [
    figure('p99_s', percentile(seconds, 0.99), { unit: 's', target: 60, how }),
    figure('median_s', percentile(seconds, 0.5), { unit: 's', how }),
    figure('missing', sockets - times.length, {
      target: 0,
      how: `of ${sockets}, not back after ${PATIENCE_S} s`,
    }),
    figure('ready_ms', slowest, {
      unit: 'ms',
      how: 'the longest that /health/ready took meanwhile',
    }),
    figure('connections', connections, {
      how: 'to PostgreSQL at most meanwhile, as many as the pool and the worker have',
    }),
    figure('rss_mb', rss, { unit: 'MB', how: 'VmRSS of the api once all were back' }),
  ];
}
