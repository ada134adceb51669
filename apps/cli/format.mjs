// Checks or fixes the format of all sources.
import { NODE, ONE_THREAD, run, tool } from './processes.mjs';

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
export const format = (how) =>
  run(NODE, [ONE_THREAD, tool('prettier'), how, '--log-level', 'warn', ...CACHED, ...FORMATTED]);
