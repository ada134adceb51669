// Runs the property tests of audiences and of the directory with five hundred random histories instead of six.
import { spawn } from 'node:child_process';
import { benchmarkFigure } from '../support/benchmark-figures.mjs';
import { REPOSITORY_DIR } from '../support/postgres.mjs';

export const dataPersistedBeforeResponse = 'everything that the worlds live through';

const LAWS = [
  'test/laws/profiles/directory.law.spec.ts',
  'test/laws/profiles/audience-in-responses.law.spec.ts',
];
/** Number of histories that each of these tests tries in `npm test`. */
const IN_THE_SUITE = 6;

export async function runBenchmark({ quick }) {
  const worlds = quick ? 20 : 500;
  const status = await test(worlds / IN_THE_SUITE);
  return [
    benchmarkFigure('worlds', worlds, {
      target: 500,
      better: 'higher',
      how: 'random worlds in each law',
    }),
    benchmarkFigure('laws_broken', status === 0 ? 0 : 1, { target: 0, how: LAWS.join(', ') }),
  ];
}

function test(times) {
  const env = { ...process.env, TRAMA_RUNS: String(times) };
  const args = ['apps/cli/bootstrap.mjs', 'test', ...LAWS];
  const child = spawn(process.execPath, args, { cwd: REPOSITORY_DIR, env, stdio: 'inherit' });
  return new Promise((done) => child.once('exit', done));
}
