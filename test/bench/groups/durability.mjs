// Kills the API while messages are posted, and every second time PostgreSQL too. Checks that every acknowledged message
// is stored exactly once.
import { setTimeout as wait } from 'node:timers/promises';
import { benchmarkFigure, formatNumber, printLine } from '../support/benchmark-figures.mjs';
import * as postgres from '../support/postgres.mjs';
import { endChild, freePort, startProduct } from '../support/processes.mjs';
import { createGroup } from '../support/benchmark-group.mjs';
import { countLosses, messageLossFigures, postUntilStopped } from '../support/retrying-writers.mjs';

export const dataPersistedBeforeResponse =
  'the message, committed and flushed (fsync on), before its answer';

const WRITERS = 10;
const LEAST_ACKED = 10_000;

/**
 * The full run kills 200 times, and continues until 10,000 messages are acknowledged. `--kills N` sets another number.
 */
export async function runBenchmark({ quick, kills: wanted }) {
  const kills = Number(wanted ?? (quick ? 5 : 200));
  const url = await postgres.createSeededDatabase('bench_durability', { members: 100 });
  const place = await postgres.withPostgresClient(url, (db) =>
    createGroup(db, { slug: 'bench', members: WRITERS, channels: 3 }),
  );
  const port = await freePort();
  try {
    const written = await killWhileWriting({
      url,
      place,
      port,
      kills,
      least: quick ? 0 : LEAST_ACKED,
    });
    const address = await postgres.databaseUrlAfterRestart(url);
    const told = await postgres.withPostgresClient(address, (db) =>
      countLosses(db, place, written.acked),
    );
    return figuresOf(kills, written, told);
  } finally {
    await postgres.dropDatabase(url);
  }
}

function figuresOf(kills, { acked, inFlight, slowest }, { lost, doubled, holes }) {
  if (holes > 0)
    printLine(`${holes} numbers are missing in a channel: a sequence without a hole was promised`);
  const how = `kill -9 of the api, every second time of PostgreSQL too, with ${WRITERS} writers; in flight at a kill: ${Math.min(...inFlight)} to ${Math.max(...inFlight)}`;
  const ready = `${how}; ready again after ${formatNumber(slowest, 1)} s at most`;
  return [
    benchmarkFigure('kills', kills, { better: 'higher', how: ready }),
    ...messageLossFigures(acked.size, { lost, doubled }),
  ];
}

async function killWhileWriting({ url, place, port, kills, least }) {
  const state = { acked: new Map(), flying: 0, isOver: false };
  const [inFlight, starts] = [[], []];
  let product = await startProduct({ databaseUrl: url, port });
  const writers = place.people.map((person, at) =>
    postUntilStopped(state, { port, person, at, place }),
  );
  for (let kill = 0; kill < kills; kill++) {
    const until = (least * (kill + 1)) / kills;
    await wait(300 + ((kill * 271) % 900));
    while (state.acked.size < until) await wait(20);
    while (state.flying === 0) await wait(0);
    inFlight.push(state.flying);
    if (kill % 2 === 1) await postgres.killPostgres();
    await endChild(product.child, 'SIGKILL');
    const began = performance.now();
    product = await startProduct({
      databaseUrl: await postgres.databaseUrlAfterRestart(url),
      port,
    });
    starts.push((performance.now() - began) / 1000);
    if (kill % 20 === 19) printLine(`${kill + 1} kills, ${state.acked.size} acknowledged`);
  }
  while (state.acked.size < least) await wait(50);
  state.isOver = true;
  await Promise.all(writers);
  await product.stop();
  return { acked: state.acked, inFlight, slowest: Math.max(...starts) };
}
