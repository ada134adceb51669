// `npm run bench [-- --only <group>] [--quick]`: measures the product on this machine, each figure with a limit or a
// baseline.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printFigures } from './support/benchmark-figures.mjs';
import { REPOSITORY_DIR, stopPostgres } from './support/postgres.mjs';
import { endChildren } from './support/processes.mjs';

const GROUPS = [
  'web',
  'start',
  'channel',
  'posting',
  'fanout',
  'stalled',
  'comeback',
  'removal',
  'groups',
  'support',
  'directory',
  'search',
  'oracle',
  'guessing',
  'worlds',
  'durability',
  'restarts',
];
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    kills: { type: 'string' },
    million: { type: 'boolean', default: false },
  },
});
const chosen = options.only ?? GROUPS;
const unknown = chosen.filter((name) => !GROUPS.includes(name));
if (unknown.length > 0) {
  console.error(`Groups: ${GROUPS.join(', ')}`);
  process.exit(2);
}

async function measure(group) {
  const { dataPersistedBeforeResponse, runBenchmark } = await import(`./groups/${group}.mjs`);
  const load = loadavg()[0].toFixed(1);
  console.log(`\n${group}  (${cpus().length} CPUs, load ${load} before)`);
  console.log(`  Persisted before it is acknowledged: ${dataPersistedBeforeResponse}`);
  const figures = await runBenchmark(options);
  printFigures(figures);
  const at = new Date().toISOString();
  mkdirSync(join(REPOSITORY_DIR, 'bench-results'), { recursive: true });
  const file = join(REPOSITORY_DIR, 'bench-results', `${group}.json`);
  writeFileSync(file, `${JSON.stringify({ group, at, figures }, null, 2)}\n`);
  return figures.filter((one) => !one.ok).map((one) => `${group}.${one.id}`);
}

async function end(status) {
  await endChildren();
  await stopPostgres();
  process.exit(status);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end(130));

const missed = [];
let failure;
for (const group of chosen) {
  try {
    missed.push(...(await measure(group)));
  } catch (error) {
    failure = error;
    console.error(`${group} could not be measured: ${error.stack}`);
  }
  await endChildren();
}
const verdict =
  missed.length > 0 ? `Beyond their target: ${missed.join(', ')}` : 'None is beyond its target';
console.log(`\n${verdict}${failure ? ', but a group could not be measured' : ''}`);
await end(failure ? 1 : 0);
