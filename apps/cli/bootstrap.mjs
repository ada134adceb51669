// The one start of every npm script: sets up what is missing, then hands over.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NODE, ROOT, refuse, run, tool } from './processes.mjs';
import { codegen, setUp } from './set-up.mjs';

const [command, ...args] = process.argv.slice(2);
const production = { NODE_ENV: 'production' };
const app = ['--enable-source-maps', 'dist/apps/api/main.js'];
// The channel tells the application when this process is gone, however it went.
const withChannel = ['inherit', 'inherit', 'inherit', 'ipc'];

const COMMANDS = {
  build: () => setUp(),
  async demo() {
    markDemoFolder();
    await setUp();
    const env = { ...production, TRAMA_DEMO: '1' };
    const made = await run(NODE, ['dist/apps/cli/main.js', 'demo', 'world'], { env });
    if (made !== 0) return made;
    return run(NODE, app, { env, stdio: withChannel });
  },
  async start() {
    await setUp();
    const env = { ...production, TRAMA_TRUSTED_DOCUMENTS: '1', ...process.env };
    return run(NODE, app, { env, stdio: withChannel });
  },
  async dev() {
    await setUp();
    const { dev } = await import('./dev.mjs');
    return dev();
  },
  async test() {
    await setUp();
    const { chromium } = await import('./chromium.mjs');
    const modules = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    const env = { CHROMIUM_PATH: await chromium() };
    return run(NODE, [...modules, 'test/run.mjs', ...args], { env, hasFamily: true });
  },
  async check() {
    await setUp();
    const { check } = await import('./check.mjs');
    return check();
  },
  async bench() {
    await setUp();
    return run(NODE, ['test/bench/run.mjs', ...args], { env: production, hasFamily: true });
  },
  trama: () => trama(...args),
  schema: () => trama('schema', 'apps/api/schema.graphql'),
  matrix: () => trama('matrix', 'docs/policy-matrix.md'),
  async migration() {
    const { newMigration } = await import('./new-migration.mjs');
    return newMigration(args[0]);
  },
  async messages() {
    await setUp({ isBuilt: false });
    await codegen();
    const config = ['--config', 'apps/web/lingui.config.ts'];
    return run(NODE, [tool('@lingui/cli', 'lingui'), 'extract', ...config, ...args]);
  },
  async format() {
    await setUp({ isBuilt: false });
    const { FORMATTED } = await import('./check.mjs');
    return run(NODE, [tool('prettier'), '--write', '--log-level', 'warn', ...FORMATTED]);
  },
};

async function trama(...words) {
  await setUp();
  return run(NODE, ['--enable-source-maps', 'dist/apps/cli/main.js', ...words], {
    env: production,
  });
}

/** A demo has known passwords: the application runs one only in a folder that bears this mark, and only a new folder gets it. */
function markDemoFolder() {
  const folder = resolve(ROOT, process.env.TRAMA_DATA_DIR ?? '.trama');
  mkdirSync(folder, { recursive: true });
  const isUsed = readdirSync(folder).some((name) =>
    ['postgres', 'files', 'seal.key'].includes(name),
  );
  const mark = join(folder, 'made-by-demo');
  if (!isUsed && !existsSync(mark)) writeFileSync(mark, 'Fictional data only.\n');
}

if (!Object.hasOwn(COMMANDS, command)) refuse(`Commands: ${Object.keys(COMMANDS).join(', ')}`);
process.exit((await COMMANDS[command]()) ?? 0);
