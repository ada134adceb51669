// Restarts the API while thousands of sockets are open. Measures the time until all clients are connected again, and
// the CPU and memory cost.
import { setTimeout as wait } from 'node:timers/promises';
import { ClientProcess } from '../support/client-process.mjs';
import {
  benchmarkFigure,
  formatNumber,
  percentile,
  printLine,
} from '../support/benchmark-figures.mjs';
import {
  dropDatabase,
  queryRows,
  createSeededDatabase,
  withPostgresClient,
} from '../support/postgres.mjs';
import { residentMemoryKb, startProduct } from '../support/processes.mjs';
import { createGroup } from '../support/benchmark-group.mjs';

export const dataPersistedBeforeResponse = 'nothing: sockets are opened and watch a channel';

const MEMBERS = 1_000;
const PATIENCE_S = 120;

export async function runBenchmark({ quick }) {
  const each = quick ? 1 : 10;
  const sockets = MEMBERS * each;
  const url = await createSeededDatabase('bench_reconnecting', { members: MEMBERS });
  const place = await withPostgresClient(url, (db) =>
    createGroup(db, { slug: 'bench', members: MEMBERS }),
  );
  const cookies = Array.from({ length: each }, () => place.people.map((one) => one.cookie)).flat();
  const first = await startProduct({ databaseUrl: url });
  const clients = new ClientProcess('reconnecting-clients.child.mjs');
  let product = first;
  try {
    await clients.open(first.port, cookies, place.channelIds[0]);
    const before = residentMemoryKb(first.pid) / 1024;
    printLine(`${sockets} sockets listen; the api has ${formatNumber(before, 0)} MB`);
    await clients.startTiming();
    await first.stop();
    product = await startProduct({ databaseUrl: url, port: first.port });
    const watched = await watch(clients, product, url, sockets);
    return figuresOf(sockets, watched);
  } finally {
    await clients.end();
    await product.stop();
    await dropDatabase(url);
  }
}

/** Requests the health endpoint until all clients are connected again. */
async function watch(clients, { pid, port }, url, sockets) {
  const end = performance.now() + PATIENCE_S * 1000;
  let [slowest, connections, told] = [0, 0, { times: [] }];
  while (told.times.length < sockets && performance.now() < end) {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.status !== 200)
      throw new Error(`/health/ready answers ${answer?.status} during the reconnects`);
    slowest = Math.max(slowest, performance.now() - began);
    connections = Math.max(connections, await connectionsTo(url));
    told = await clients.report();
    await wait(500);
  }
  return { ...told, slowest, connections, rss: residentMemoryKb(pid) / 1024 };
}

const connectionsTo = (url) =>
  withPostgresClient(url, async (db) => {
    const sql =
      'select count(*)::int as count from pg_stat_activity where datname = current_database()';
    const [row] = await queryRows(db, sql);
    return row.count - 1;
  });

function figuresOf(sockets, { times, tries, slowest, connections, rss }) {
  const seconds = times.map((ms) => ms / 1000);
  const how = `from the stop of the api until a socket watches again; ${sockets} sockets, ${tries} tries`;
  return [
    benchmarkFigure('p99_s', percentile(seconds, 0.99), { unit: 's', target: 60, how }),
    benchmarkFigure('median_s', percentile(seconds, 0.5), { unit: 's', how }),
    benchmarkFigure('missing', sockets - times.length, {
      target: 0,
      how: `of ${sockets}, not back after ${PATIENCE_S} s`,
    }),
    benchmarkFigure('ready_ms', slowest, {
      unit: 'ms',
      how: 'the longest that /health/ready took meanwhile',
    }),
    benchmarkFigure('connections', connections, {
      how: 'to PostgreSQL at most meanwhile, as many as the pool and the worker have',
    }),
    benchmarkFigure('rss_mb', rss, { unit: 'MB', how: 'VmRSS of the api once all were back' }),
  ];
}
