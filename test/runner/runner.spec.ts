import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'misbehaving-tests');
const ROOT = join(import.meta.dirname, '../..');

interface Result {
  readonly name: string;
  readonly status: 'passed' | 'failed';
  readonly message: string;
}

/** Runs every misbehaving test file, each followed by the well-behaved one in the same worker. */
function runBadFiles(): { status: number | null; results: Result[] } {
  const folder = mkdtempSync(join(tmpdir(), 'trama-runner-'));
  const output = join(folder, 'results.json');
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const options = ['--config', join(FOLDER, 'jest.config.mjs'), '--json', '--outputFile', output];
  const run = spawnSync(process.execPath, [...process.execArgv, jest, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' }, // results are compared as plain text
  });
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as { testResults: Result[] };
  rmSync(folder, { recursive: true });
  return { status: run.status, results: testResults };
}

const EXPECTED: Record<string, RegExp> = {
  'exits-the-process.bad.ts': /a test called process\.exit\(0\)/,
  'fails-before-all.bad.ts': /no world/,
  'hangs-in-a-hook.bad.ts': /Exceeded timeout of 1000 ms for a hook/,
  'hangs-in-a-test.bad.ts': /Exceeded timeout of 1000 ms for a test/,
  'has-no-test.bad.ts': /must contain at least one test/,
  'leaves-a-mock.bad.ts': /leaves-a-mock\.bad\.ts:6:\d+/,
  'leaves-a-process.bad.ts': /This file left open: the process sleep 30/,
  'leaves-a-server.bad.ts': /This file left open: a server on port \d+/,
  'leaves-a-timer.bad.ts': /This file left open: a timer/,
  'rejects-late.bad.ts': /too late/,
};

test('the test runner fails each misbehaving file with its own message and passes the next file', () => {
  const { status, results } = runBadFiles();
  expect(status).toBe(1);
  const bad = readdirSync(FOLDER).filter((name) => name.endsWith('.bad.ts'));
  expect(Object.keys(EXPECTED)).toEqual(bad.sort());
  const good = results.filter(({ name }) => basename(name) === 'passes-after-each.ts');
  expect(good.map(({ status }) => status)).toEqual(bad.map(() => 'passed'));
  for (const name of bad) {
    const result = results.find((one) => basename(one.name) === name)!;
    expect(result).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(EXPECTED[name]!),
    });
  }
});
