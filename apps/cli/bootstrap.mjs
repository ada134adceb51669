// Entry point of every npm script: runs the set-up, then the command.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { API_NODE_ARGUMENTS, API_NODE_ENVIRONMENT } from './api-node-arguments.mjs';
import { environment } from './environment.mjs';
import { NODE_PATH, SINGLE_THREADED_NODE, ROOT, exitWithError, runProgram } from './processes.mjs';
import { generateGraphqlTypes, setUp } from './set-up.mjs';

const [command, ...args] = process.argv.slice(2);
const production = { NODE_ENV: 'production' };
// Opens an IPC channel, through which the application notices the end of this process, even after a crash.
const withChannel = ['inherit', 'inherit', 'inherit', 'ipc'];

const COMMANDS = {
  build: () => setUp(),
  async demo() {
    markDemoFolder();
    await setUp();
    const env = { ...production, LOG_LEVEL: 'warn', ...environment, TRAMA_DEMO: '1' };
    if (!existsSync(join(demoFolder(), 'demo-made'))) {
      const status = await runProgram(
        NODE_PATH,
        [SINGLE_THREADED_NODE, 'dist/apps/cli/main.js', 'demo', 'world'],
        {
          env,
        },
      );
      if (status !== 0) return status;
    }
    return runProgram(NODE_PATH, API_NODE_ARGUMENTS, {
      env: { ...API_NODE_ENVIRONMENT, ...env },
      stdio: withChannel,
      onMessage: welcome,
    });
  },
  async start() {
    await setUp();
    const env = {
      ...API_NODE_ENVIRONMENT,
      ...production,
      TRAMA_TRUSTED_DOCUMENTS: '1',
      ...environment,
    };
    return runProgram(NODE_PATH, API_NODE_ARGUMENTS, { env, stdio: withChannel });
  },
  async dev() {
    await setUp();
    const { runDevelopmentServers } = await import('./dev.mjs');
    return runDevelopmentServers();
  },
  test: () => tests('test/run.mjs'),
  'test:long': () => tests('test/run.mjs', { TRAMA_RUNS: '10' }),
  near: () => tests('test/affected-tests.mjs'),
  async check() {
    const isFast = args.includes('--fast');
    await setUp(isFast ? { builds: [] } : {});
    if (isFast) await generateGraphqlTypes();
    const { runStaticChecks } = await import('./check.mjs');
    return runStaticChecks({ isFast });
  },
  async generate() {
    const { generateAllFiles } = await import('./generate.mjs');
    return generateAllFiles();
  },
  async bench() {
    await setUp();
    return runProgram(NODE_PATH, ['test/bench/run.mjs', ...args], {
      env: production,
      hasFamily: true,
    });
  },
  trama: () => trama(...args),
  schema: () => generateOne('schema'),
  matrix: () => generateOne('matrix'),
  async migration() {
    const { createMigration } = await import('./new-migration.mjs');
    return createMigration(args[0]);
  },
  async messages() {
    await setUp({ builds: [] });
    await generateGraphqlTypes();
    const { extractMessages } = await import('./extract-messages.mjs');
    return extractMessages();
  },
  async format() {
    await setUp({ builds: [] });
    const { formatSources } = await import('./format.mjs');
    return formatSources('--write');
  },
};

/** Prints the sign-ins of the demo once it is running. */
function welcome({ ready: origin }) {
  process.stdout.write(`
Trama is at ${origin}, with fictional people only.

Sign in as <name>@trama.example with the password trama-demo-2026:
  member1 … member4      members (member3 is in no group, member4 on probation)
  steward1 steward2      stewards of a listed and of a hidden group
  moderator1 … 5         vet applications and moderate
  supporter1 supporter2  answer requests for support
  admin1 admin2          configure
  auditor1               reads the record of powers used
  applicant1 applicant2  have applied

A request for support without an account opens at ${origin}/es/support/return with the phrase
  ${'ábaco '.repeat(11)}abierto

Ctrl-C stops it; the data stays in ${demoFolder()}.
`);
}

/** Lets Node load the TypeScript sources of tests and libraries. */
const TEST_MODULES = [
  SINGLE_THREADED_NODE, // Saves an eighth of the CPU time of a test run, because the test workers already use all cores.
  '--conditions=source',
  '--import',
  './test/runner/typescript-loader.mjs',
];

async function tests(script, more = {}) {
  await setUp();
  const { testEnvironment } = await import('./test-programs.mjs');
  const env = { ...(await testEnvironment()), ...more };
  return runProgram(NODE_PATH, [...TEST_MODULES, script, ...args], { env, hasFamily: true });
}

async function generateOne(command) {
  const { generateServerFiles } = await import('./generate.mjs');
  return generateServerFiles([command]);
}

async function trama(...words) {
  await setUp();
  const { runTramaCommand } = await import('./generate.mjs');
  return runTramaCommand(...words);
}

const demoFolder = () => resolve(ROOT, environment.TRAMA_DATA_DIR ?? '.trama');

/**
 * Creates a marker file in a new demo folder. The application runs a demo only in a marked folder, because the demo's
 * passwords are public.
 */
function markDemoFolder() {
  const folder = demoFolder();
  mkdirSync(folder, { recursive: true });
  const isUsed = readdirSync(folder).some((name) =>
    ['postgres', 'files', 'seal.key'].includes(name),
  );
  const mark = join(folder, 'made-by-demo');
  if (!isUsed && !existsSync(mark)) writeFileSync(mark, 'Fictional data only.\n');
}

if (!Object.hasOwn(COMMANDS, command))
  exitWithError(`Commands: ${Object.keys(COMMANDS).join(', ')}`);
process.exit((await COMMANDS[command]()) ?? 0);
