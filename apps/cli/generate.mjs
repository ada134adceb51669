// `npm run generate`: writes all generated files that are committed, in the order of their dependencies.
import { formatSources } from './format.mjs';
import {
  NODE_PATH,
  SINGLE_THREADED_NODE,
  ROOT,
  exitWithError,
  runProgram,
  printProgress,
} from './processes.mjs';
import { generateGraphqlTypes, setUp } from './set-up.mjs';

/** Files generated from the server code, by command. */
export const GENERATED_SERVER_FILES = {
  schema: 'apps/api/schema.graphql',
  matrix: 'docs/policy-matrix.md',
  doors: 'test/laws/doors.txt',
};

/**
 * Writes the files that are generated from the server code. Builds only the server, because the web app may already use
 * fields that the committed schema does not have. Returns the exit status.
 */
export async function generateServerFiles(commands = Object.keys(GENERATED_SERVER_FILES)) {
  await setUp({ builds: ['server'] });
  for (const command of commands) {
    const status = await runTramaCommand(command, GENERATED_SERVER_FILES[command]);
    if (status !== 0) return status;
  }
  return 0;
}

/**
 * Writes all generated files: those of the server, the types of GraphQL documents, the message catalogues, and the size
 * report of the web app. Then formats all sources.
 */
export async function generateAllFiles() {
  if ((await generateServerFiles()) !== 0)
    exitWithError('✗ generating files from the server failed');
  await generateGraphqlTypes();
  const { extractMessages } = await import('./extract-messages.mjs');
  if ((await extractMessages()) !== 0) exitWithError('✗ the strings could not be extracted');
  await setUp();
  const status = await runProgram(NODE_PATH, [
    SINGLE_THREADED_NODE,
    'apps/web/sizes.mjs',
    '--note',
  ]);
  await formatSources('--write');
  printProgress('Generated files that changed (read the difference, then commit it):');
  await runProgram('git', ['-C', ROOT, 'diff', '--stat', '--', ...COMMITTED], {
    stdio: ['ignore', 2, 2],
  });
  return status;
}

const COMMITTED = [
  ...Object.values(GENERATED_SERVER_FILES),
  'apps/web/src/locales',
  'apps/web/sizes.json',
];

const MAPPED = ['--import', './dist/apps/api/source-maps.js'];

/** Runs an operator command with the server that was just built. */
export const runTramaCommand = (...words) =>
  runProgram(NODE_PATH, [SINGLE_THREADED_NODE, ...MAPPED, 'dist/apps/cli/main.js', ...words], {
    env: { NODE_ENV: 'production' },
  });
