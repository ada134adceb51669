// Runs all tests, then most specs of test/realtime again on two nodes. With arguments (paths, -t "title"), Jest runs
// only the matching tests.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { printSummary, ROOT, runJest } from './jest.mjs';
import { CHROMIUM_ARGS } from './support/browser/chromium-args.mjs';

const KINDS = {
  ...{ unit: 'libs/', api: 'test/api/', realtime: 'test/realtime/', laws: 'test/laws/' },
  journeys: 'test/journeys/',
};
/**
 * Specs of test/realtime that do not run again on two nodes: they test one process, start nodes themselves, or need no
 * node.
 */
const ON_ONE_NODE = [
  ...['attacks-from-outside', 'coalesced-messages', 'message-durability', 'redis-wakeup'],
  ...['socket-connections', 'socket-protocol', 'stored-channels', 'two-nodes'],
  ...['two-nodes-with-redis', 'unresponsive-redis', 'unresponsive-servers'],
];
for (const name of ON_ONE_NODE) {
  const path = join(ROOT, KINDS.realtime, `${name}.spec.ts`);
  if (!existsSync(path)) throw new Error(`ON_ONE_NODE names ${name}.spec.ts, which does not exist`);
}
const chosen = process.argv.slice(2);

/** All journeys share one Chromium; each page has its own browser context. */
async function everything() {
  const executablePath = process.env.CHROMIUM_PATH;
  const server = await chromium.launchServer({ executablePath, args: CHROMIUM_ARGS });
  process.env.TRAMA_CHROMIUM_WS = server.wsEndpoint();
  const all = await runJest();
  await server.close();
  process.env.TRAMA_TEST_NODES = '2';
  const left = `<rootDir>/${KINDS.realtime}(${ON_ONE_NODE.join('|')})\\.spec`;
  const onTwo = await runJest(
    '--testPathPatterns',
    KINDS.realtime,
    '--testPathIgnorePatterns',
    left,
  );
  delete process.env.TRAMA_TEST_NODES;
  return [all, onTwo];
}

/** Returns the kinds of tests of which no test ran. Such a run fails, because test files must have been lost. */
function lost(runs) {
  const files = runs.flatMap((run) => run.testResults.map((result) => result.testFilePath));
  const has = (folder) => files.some((file) => file.startsWith(join(ROOT, folder)));
  return Object.entries(KINDS).filter(([, folder]) => !has(folder));
}

// Sets the seed that selects the samples of sweeps; see test/support/sampled-sweeps.ts.
process.env.TRAMA_SEED ??= String(Math.floor(Math.random() * 1_000_000));
console.log(`Sampled by TRAMA_SEED=${process.env.TRAMA_SEED}`);
const runs = chosen.length > 0 ? [await runJest(...chosen)] : await everything();
const missing = chosen.length > 0 ? [] : lost(runs);
for (const [kind, folder] of missing) console.error(`No tests of kind ${kind} in ${folder}`);
const status = printSummary(runs);
process.exit(missing.length === 0 ? status : 1);
