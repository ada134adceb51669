// Measures the CPU cost of delivering one message to all watchers, compared with a room without storage and checks.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ClientProcess } from '../support/client-process.mjs';
import {
  bestValue,
  benchmarkFigure,
  formatNumber,
  percentile,
  printLine,
} from '../support/benchmark-figures.mjs';
import { openWatchingSocket, withTimestamp } from '../support/socket-client.mjs';
import { sendGraphql, HttpConnection, graphqlRequest, postRequest } from '../support/http.mjs';
import { dropDatabase, createSeededDatabase, withPostgresClient } from '../support/postgres.mjs';
import {
  cpuMs,
  postgresCpuMs,
  residentMemoryKb,
  startBaseline,
  startProduct,
} from '../support/processes.mjs';
import { sendAtSteadyRate } from '../support/steady-rate.mjs';
import { POST_MESSAGE_MUTATION, createGroup } from '../support/benchmark-group.mjs';

export const dataPersistedBeforeResponse =
  'the message, committed and flushed (fsync on); the bare room: nothing';

const BODY = 'Mañana a las nueve revisamos juntas el mapa del río y los datos de la radio.';
const PACE = { 100: 100, 1000: 20 }; // messages per second, by number of sockets
/** A low rate, so that the server does not coalesce messages. */
const CALM = { pace: 2, sockets: 1000, turns: 3 };
const WRITERS = 8;
/**
 * Number of runs of the product and of the baseline, which alternate. Short runs vary more with other load on the
 * machine, so their number is higher.
 */
const TURNS = { 100: 6, 1000: 3 };

export async function runBenchmark({ quick }) {
  const url = await createSeededDatabase('bench_fanout', { members: 1_000 });
  const place = await withPostgresClient(url, (db) =>
    createGroup(db, { slug: 'bench', members: 1_000 }),
  );
  const product = await startProduct({ databaseUrl: url });
  const frame = await sampleFrame(product, place);
  const bare = await startBaseline('plain-socket-room.mjs', { FRAME: frame });
  const clients = new ClientProcess();
  const seconds = quick ? 3 : 10;
  try {
    const sides = [oursOf(product, place), bareOf(bare, place)];
    const few = await compare(clients, sides, 100, seconds / 2, quick);
    const rss = await memory(clients, product, place);
    const many = await compare(clients, sides, 1000, seconds, quick);
    const slow = await latency(clients, sides, quick);
    const target = { 100: 2.0, 1000: 1.3 };
    return [
      benchmarkFigure('cpu_ratio_100', few.ratio, { target: target[100], how: few.how }),
      benchmarkFigure('cpu_ratio_1000', many.ratio, { target: target[1000], how: many.how }),
      benchmarkFigure('p99_ms_1000', slow.p99, { unit: 'ms', target: slow.target, how: slow.how }),
      benchmarkFigure('rss_kb_per_socket', rss.value, { unit: 'KB', target: 60, how: rss.how }),
    ];
  } finally {
    await clients.end();
    await product.stop();
    await bare.stop();
    await dropDatabase(url);
  }
}

const requestOf = (port, { channelIds }, cookie, body) =>
  graphqlRequest(port, cookie, POST_MESSAGE_MUTATION, {
    input: { channelId: channelIds[0], clientId: randomUUID(), body },
  });

/** Returns the frame that the product sends, so that the plain room sends the same bytes. */
async function sampleFrame({ port }, { channelIds, people }) {
  const { cookie } = people[0];
  let take;
  const heard = new Promise((done) => (take = done));
  const client = await openWatchingSocket({
    port,
    cookie,
    channelId: channelIds[0],
    onMessage: take,
  });
  const connection = new HttpConnection(port);
  await sendGraphql(connection, requestOf(port, { channelIds }, cookie, 'muestra'));
  const data = await heard;
  client.removeAllListeners('close').terminate();
  connection.close();
  return JSON.stringify(JSON.parse(data.toString().slice(2))[1]);
}

const oursOf = (product, place) => ({
  name: 'product',
  server: product,
  cookies: place.people.map(({ cookie }) => cookie),
  channelId: place.channelIds[0],
  request: (at) => requestOf(product.port, place, place.people[at].cookie, withTimestamp(BODY)),
});
const bareOf = (server, place) => ({
  name: 'bare room',
  server,
  cookies: place.people.map(() => 'trama=none'),
  channelId: place.channelIds[0],
  request: () => postRequest(server.port, '/post', { body: withTimestamp(BODY) }),
});

async function compare(clients, [ours, bare], sockets, seconds, quick) {
  const [mine, base] = [[], []];
  for (let turn = 0; turn < (quick ? 1 : TURNS[sockets]); turn++) {
    base.push(await deliver(clients, bare, sockets, seconds));
    mine.push(await deliver(clients, ours, sockets, seconds));
  }
  const each = (runs) => runs.map((one) => one.each);
  const text = (runs) =>
    each(runs)
      .map((value) => formatNumber(value * 1000, 1))
      .join(' ');
  const ratio = bestValue(each(mine)) / bestValue(each(base));
  const pace = `${PACE[sockets]} posts a second to ${sockets}`;
  const how = `µs of server CPU a delivery: ${text(mine)} ÷ ${text(base)}, best of each; ${pace}`;
  return { ratio, how };
}

/** Measures the latency of a single message, compared with the plain room. */
async function latency(clients, [ours, bare], quick) {
  const { pace, sockets, turns } = CALM;
  const [mine, base] = [[], []];
  for (let turn = 0; turn < (quick ? 1 : turns); turn++) {
    base.push((await deliver(clients, bare, sockets, quick ? 3 : 10, pace)).p99);
    mine.push((await deliver(clients, ours, sockets, quick ? 3 : 10, pace)).p99);
  }
  const text = (runs) => runs.map((value) => formatNumber(value, 1)).join(' ');
  const how = `from before the POST until a client has it: ${text(mine)}, the bare room: ${text(base)}, best of each; ${pace} posts a second to ${sockets}`;
  return { p99: bestValue(mine), target: bestValue(base) * 1.5, how };
}

/** Posts at a steady rate over a few connections. Returns the server's CPU time per delivered message. */
async function deliver(clients, side, sockets, seconds, pace = PACE[sockets]) {
  const { pid, port } = side.server;
  await clients.open(port, side.cookies.slice(0, sockets), side.channelId);
  const writers = Array.from({ length: WRITERS }, () => new HttpConnection(port));
  await sendAtSteadyRate(writers, side.request, pace, 1);
  await clients.waitForMessages(pace * sockets);
  await wait(1_200); // The change notice is sent once per second, so this wait includes its cost.
  await clients.report();
  const before = [cpuMs(pid), await postgresCpuMs()];
  await sendAtSteadyRate(writers, side.request, pace, seconds);
  await clients.waitForMessages(pace * seconds * sockets);
  const used = [cpuMs(pid) - before[0], (await postgresCpuMs()) - before[1]];
  const { count, ages } = await clients.report();
  await clients.close();
  for (const writer of writers) writer.close();
  await wait(500);
  const [each, database] = used.map((ms) => ms / count);
  const p99 = percentile(ages, 0.99);
  const parts = [`${count} deliveries`, `CPU ${formatNumber(each * 1000, 1)} µs`];
  parts.push(`PostgreSQL ${formatNumber(database * 1000, 1)} µs`, `p99 ${formatNumber(p99, 1)} ms`);
  printLine(`${side.name}, ${sockets} sockets: ${parts.join(', ')}`);
  return { each, p99 };
}

/**
 * Measures the memory per socket beyond the first hundred sockets, while all sockets watch and no messages are sent.
 */
async function memory(clients, product, { people, channelIds }) {
  const cookies = people.map(({ cookie }) => cookie);
  await clients.open(product.port, cookies.slice(0, 100), channelIds[0]);
  await wait(2_000);
  const before = residentMemoryKb(product.pid);
  await clients.open(product.port, cookies.slice(100), channelIds[0]);
  await wait(2_000);
  const after = residentMemoryKb(product.pid);
  await clients.close();
  await wait(1_000);
  const how = `VmRSS of the api: ${before} KB with 100 sockets, ${after} KB with 1,000`;
  return { value: (after - before) / 900, how };
}
