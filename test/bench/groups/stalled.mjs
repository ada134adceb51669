// Opens clients that never read their socket. Measures their cost for other clients and the memory of the API.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ClientProcess } from '../support/client-process.mjs';
import { openWatchingSocket, withTimestamp } from '../support/socket-client.mjs';
import {
  benchmarkFigure,
  formatNumber,
  median,
  percentile,
  printLine,
} from '../support/benchmark-figures.mjs';
import { HttpConnection, graphqlRequest } from '../support/http.mjs';
import { sendAtSteadyRate } from '../support/steady-rate.mjs';
import { dropDatabase, createSeededDatabase, withPostgresClient } from '../support/postgres.mjs';
import { residentMemoryKb, startProduct } from '../support/processes.mjs';
import { POST_MESSAGE_MUTATION, createGroup } from '../support/benchmark-group.mjs';

export const dataPersistedBeforeResponse = 'each message, committed and flushed';

const OTHERS = 100;
const STALLED = 20;
const PACE = 50; // messages per second
/** A rate without coalesced messages: coalescing would hide delays. */
const CALM_PACE = 8;
const BODY = 'Lo que dijo la radio del río. '.repeat(120); // about 3.6 KB, so that unread data accumulates
const WRITERS = 8;

export async function runBenchmark({ quick }) {
  const url = await createSeededDatabase('bench_stalled', { members: 200 });
  const place = await withPostgresClient(url, (db) =>
    createGroup(db, { slug: 'bench', members: 200 }),
  );
  const product = await startProduct({ databaseUrl: url });
  const clients = new ClientProcess();
  const seconds = quick ? 4 : 20;
  try {
    await turn(clients, product, place, { stalled: 0, seconds: 4 });
    const [alone, beside] = [[], []];
    for (let count = 0; count < (quick ? 1 : 3); count++) {
      alone.push(await turn(clients, product, place, { stalled: 0, seconds }));
      beside.push(await turn(clients, product, place, { stalled: STALLED, seconds }));
    }
    return figuresOf(alone, beside);
  } finally {
    await clients.end();
    await product.stop();
    await dropDatabase(url);
  }
}

function figuresOf(alone, beside) {
  const p99s = (turns) => turns.map(({ p99 }) => p99);
  const grown = (turns) => turns.map(({ grown }) => grown);
  const text = (values) => values.map((value) => formatNumber(value, 1)).join(' ');
  const more = median(grown(beside)) - median(grown(alone));
  return [
    benchmarkFigure('p99_ratio', median(p99s(beside)) / median(p99s(alone)), {
      target: 2,
      how: `p99 in ms of ${OTHERS} who read, ${CALM_PACE} messages a second after ${PACE}: beside ${STALLED} who do not ${text(p99s(beside))} ÷ without them ${text(p99s(alone))}`,
    }),
    benchmarkFigure('rss_mb_more', more, {
      unit: 'MB',
      target: 2 * STALLED,
      how: `VmRSS of the api over a turn: ${text(grown(beside))} − ${text(grown(alone))}; twice what may wait for each, 1 MB`,
    }),
    benchmarkFigure('left', beside.at(-1).left, {
      how: `of ${STALLED} who never read, not cut off after ${formatNumber(beside.at(-1).sentMb, 1)} MB were sent to each: the kernel takes some of it`,
    }),
  ];
}

/**
 * Posts many messages, then few. Returns the memory growth of the API in the first phase, and the latency of the other
 * clients in the second phase.
 */
async function turn(clients, { pid, port }, { people, channelIds }, { stalled, seconds }) {
  const [channelId] = channelIds;
  const cookies = people.map(({ cookie }) => cookie);
  await clients.open(port, cookies.slice(0, OTHERS), channelId);
  const stalledClients = await Promise.all(
    cookies
      .slice(OTHERS, OTHERS + stalled)
      .map((cookie) => openStalledClient(port, cookie, channelId)),
  );
  const writers = Array.from({ length: WRITERS }, () => new HttpConnection(port));
  const input = () => ({ channelId, clientId: randomUUID(), body: withTimestamp(BODY) });
  const talk = async (pace, seconds) => {
    const request = (at) =>
      graphqlRequest(port, cookies[at], POST_MESSAGE_MUTATION, { input: input() });
    await sendAtSteadyRate(writers, request, pace, seconds);
    await clients.waitForMessages(pace * seconds * OTHERS, 60);
  };
  const before = residentMemoryKb(pid);
  await talk(PACE, seconds);
  await wait(1_000);
  const grown = (residentMemoryKb(pid) - before) / 1024;
  await clients.report();
  await talk(CALM_PACE, seconds / 2);
  const { ages } = await clients.report();
  const sentMb = (PACE * seconds * BODY.length) / 1024 / 1024;
  await clients.close();
  // Resumes reading, because a client notices only then that the server closed its connection.
  for (const { socket } of stalledClients) socket.resume();
  await wait(2_000);
  const left = stalledClients.filter(({ isCut }) => !isCut()).length;
  for (const { socket } of stalledClients) socket.terminate();
  for (const writer of writers) writer.close();
  await wait(500);
  const p99 = percentile(ages, 0.99);
  printLine(
    `${stalled} stalled: p99 ${formatNumber(p99, 1)} ms, ${formatNumber(grown, 1)} MB grown`,
  );
  return { p99, grown, left, sentMb };
}

async function openStalledClient(port, cookie, channelId) {
  const socket = await openWatchingSocket({ port, cookie, channelId, onMessage: () => undefined });
  let isCut = false;
  for (const end of ['close', 'error'])
    socket.removeAllListeners(end).on(end, () => void (isCut = true));
  socket.pause();
  return { socket, isCut: () => isCut };
}
