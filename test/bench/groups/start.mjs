// Measures a second `npm run demo`, when the embedded PostgreSQL and the demo data already exist: start time, and
// memory when idle.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { benchmarkFigure, formatNumber, printLine } from '../support/benchmark-figures.mjs';
import { BENCH_DIR } from '../support/postgres.mjs';
import { endChild, residentMemoryKb, startDemo } from '../support/processes.mjs';

export const dataPersistedBeforeResponse =
  'nothing is written but the demo world of the first start';

const DATA = join(BENCH_DIR, 'start');

export async function runBenchmark({ quick }) {
  rmSync(DATA, { recursive: true, force: true });
  const first = await start();
  await endChild(first.child);
  const second = await start();
  await wait(quick ? 3_000 : 15_000);
  const api = apiUnder(second.child.pid);
  const idle = residentMemoryKb(api) / 1024;
  await endChild(second.child);
  rmSync(DATA, { recursive: true, force: true });
  printLine(
    `first start with initdb and the demo world ${formatNumber(first.seconds)} s, second ${formatNumber(second.seconds)} s`,
  );
  const how = 'npm run demo again, embedded PostgreSQL included, until /health/ready answers 200';
  return [
    benchmarkFigure('second_start_s', second.seconds, { unit: 's', target: 10, how }),
    benchmarkFigure('idle_rss_mb', idle, {
      unit: 'MB',
      target: 300,
      how: 'VmRSS of the api, worker inside',
    }),
  ];
}

async function start() {
  const began = performance.now();
  const { child } = await startDemo(DATA, 'start');
  return { child, seconds: (performance.now() - began) / 1000 };
}

function apiUnder(pid) {
  const children = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(children))
    throw new Error('/proc lists no child processes: run on Linux with CONFIG_PROC_CHILDREN');
  const [child] = readFileSync(children, 'utf8').trim().split(' ').map(Number);
  return child;
}
