// `npm run check`: all static checks of the sources, without running tests.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSources } from './format.mjs';
import { GENERATED_SERVER_FILES, runTramaCommand } from './generate.mjs';
import {
  NODE_PATH,
  SINGLE_THREADED_NODE,
  ROOT,
  runProgram,
  printProgress,
  toolPath,
} from './processes.mjs';

const SOURCES = ['apps/api', 'apps/cli', 'libs', 'test', 'apps/web'];
const present = (paths) => paths.filter((path) => existsSync(join(ROOT, path)));
const node = (...args) => [NODE_PATH, [SINGLE_THREADED_NODE, ...args]];

const TSC = toolPath('typescript', 'tsc');
const LINGUI = ['--config', 'apps/web/lingui.config.ts'];
const CRUISE = ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'err'];

// Files that the linter ignores. Ignore patterns in a configuration file would not apply outside its folder, so the
// command line passes them.
const UNLINTED = ['--ignore-pattern', 'test/laws/bad/**', '--ignore-pattern', '**/*.d.ts'];

const STEPS = {
  format: () => formatSources('--check'),
  lint: node(toolPath('oxlint'), '--config', '.config/oxlint.json', '--deny-warnings', ...UNLINTED),
  'types of the server': node(TSC, '-p', 'tsconfig.json'),
  'types of the tests': node(TSC, '-p', '.config/tsconfig.test.json'),
  'types of the web app': node(TSC, '-p', 'apps/web/tsconfig.json'),
  language: node('apps/cli/language/check.mjs'),
  arrows: node(toolPath('dependency-cruiser', 'depcruise'), ...CRUISE, ...present(SOURCES)),
  'schema is committed': () => unchanged('schema'),
  'policy matrix is committed': () => unchanged('matrix'),
  'list of endpoints is committed': () => unchanged('doors'),
  'strings are extracted': node(toolPath('@lingui/cli', 'lingui'), 'check', 'sync', ...LINGUI),
  'strings in three languages': node(
    toolPath('@lingui/cli', 'lingui'),
    'check',
    'missing',
    ...LINGUI,
  ),
  'web sizes': node('apps/web/sizes.mjs'),
};

/** Steps that need no build. */
const FAST = ['format', 'lint', 'language', /^types/, /^strings/];

/** Runs all steps, or only the fast ones, and continues after a failure. Returns the exit status. */
export async function runStaticChecks({ isFast }) {
  const failed = [];
  const steps = Object.entries(STEPS).filter(
    ([title]) => !isFast || FAST.some((one) => title === one || one.test?.(title)),
  );
  for (const [title, work] of steps) {
    const began = Date.now();
    const status = await (typeof work === 'function' ? work() : runProgram(...work));
    printProgress(
      `${status === 0 ? '✓' : '✗'} ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
    );
    if (status !== 0) failed.push(title);
  }
  printProgress(failed.length === 0 ? 'All checks passed' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

/** Checks that a generated file equals the committed one. */
async function unchanged(command) {
  const committed = GENERATED_SERVER_FILES[command];
  const fresh = join(ROOT, '.trama/check', command);
  mkdirSync(join(ROOT, '.trama/check'), { recursive: true });
  const status = await runTramaCommand(command, fresh);
  if (status !== 0) return status;
  const path = join(ROOT, committed);
  if (existsSync(path) && readFileSync(path, 'utf8') === readFileSync(fresh, 'utf8')) return 0;
  printProgress(
    `${committed} is not what the sources say: npm run generate, read the difference, commit it`,
  );
  return 1;
}
