// Checks or fixes the format of all sources.
import { NODE_PATH, SINGLE_THREADED_NODE, runProgram, toolPath } from './processes.mjs';

const FORMATTED = [
  '{apps,libs,test}/**/*.{ts,tsx,mjs,css,html}',
  '.config/*',
  '*.{json,yml}',
  '!package-lock.json',
  '!apps/web/src/gql/**',
  '!test/support/gql/**',
  '!test/laws/bad/**',
];

const CACHED = ['--cache', '--cache-location', 'node_modules/.cache/prettier/check'];

/** `how` is `--check` or `--write`. Returns the exit status. */
export const formatSources = (how) =>
  runProgram(NODE_PATH, [
    SINGLE_THREADED_NODE,
    toolPath('prettier'),
    how,
    '--log-level',
    'warn',
    ...CACHED,
    ...FORMATTED,
  ]);
