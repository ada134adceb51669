import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, matchesGlob, posix } from 'node:path';
import { SHELL_MODULES } from '../../../apps/web/build/first-chunks.js';
import { repositoryPath, ROOT, readRepositoryFile } from '../../support/repository.js';
import { LINE_RULES } from './house-rules.js';

const MOST_FILES = 30;

const paths = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');

/** Returns folders with more than 30 files. */
function crowded(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of files) {
    if (!/^(apps|libs|test)\//.test(path) || /\/(migrations|locales)\//.test(path)) continue;
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, n]) => (n > MOST_FILES ? [`${folder} has ${n} files`] : []));
}

test('a folder has at most 30 files of its own', () => {
  expect(paths.length).toBeGreaterThan(2_000);
  expect(crowded(paths)).toEqual([]);
});

test('the check reports a folder of 31 files, but not a folder of 31 migrations', () => {
  const many = (folder: string) => Array.from({ length: 31 }, (_, at) => `${folder}/${at}.ts`);
  expect(crowded([...many('libs/rooms'), ...many('libs/database/migrations')])).toEqual([
    'libs/rooms has 31 files',
  ]);
});

const require = createRequire(import.meta.url);
const json = (path: string) => JSON.parse(readRepositoryFile(path));
const arrows = require(repositoryPath('.config/arrows.cjs')) as Record<string, string[]>;

/**
 * Returns every path and glob in the configuration, relative to the repository root, with the file that contains it.
 */
function namedPaths(): [string, string][] {
  const named = (by: string, list: readonly string[]) =>
    list.map((path): [string, string] => [by, path.replace(/^!/, '')]);
  const from = (by: string, list: readonly string[]) =>
    named(
      by,
      list.map((path) => posix.join(dirname(by), path)),
    );
  const web = (list: readonly string[]) => list.map((path) => `apps/web/src/${path}`);
  const { overrides } = json('.config/oxlint.json') as { overrides: { files: string[] }[] };
  const projects = [
    'tsconfig.json',
    ...['build', 'test'].map((name) => `.config/tsconfig.${name}.json`),
  ];
  const locales = [
    'cases',
    'channel',
    'coalitions',
    'duties',
    'frame',
    'people',
    'settings',
    'support',
  ].map((name) => `apps/web/src/locales/of-${name}.json`);
  return [
    ...named(
      '.config/arrows.cjs',
      [...arrows['GROUND']!, ...arrows['FEATURES']!].map((lib) => `libs/${lib}/**`),
    ),
    ...named('.config/arrows.cjs', [
      ...arrows['REFERENCE_DATA']!,
      ...arrows['LOADS_ITS_CATALOGUE']!,
    ]),
    ...named('apps/web/build/first-chunks.ts', web(SHELL_MODULES)),
    ...named(
      '.config/oxlint.json',
      overrides.flatMap(({ files }) => files),
    ),
    ...named(
      'nest-cli.json',
      json('nest-cli.json').compilerOptions.builder.options.filenames.map(
        (folder: string) => `${folder}/**`,
      ),
    ),
    ...locales.flatMap((by) =>
      named(
        by,
        web(json(by)).map((path) => `${path}*/**`),
      ),
    ),
    ...projects.flatMap((by) =>
      from(by, [...json(by).include, ...(json(by).exclude ?? [])].map(asGlob)),
    ),
  ];
}

const asGlob = (path: string) => (/[*.]\w*$/.test(path) ? path : `${path}/**`);

const unmatched = (named: readonly [string, string][]) =>
  named.flatMap(([by, glob]) => {
    const isThere = paths.some(
      (path) => path.startsWith(glob.replace(/\*\/\*\*$/, '')) || matchesGlob(path, glob),
    );
    return isThere ? [] : [`${by} names ${glob}, which matches no file`];
  });

test('every path in the configuration matches a file', () => {
  const named = namedPaths();
  expect(named.length).toBeGreaterThan(150);
  expect(unmatched(named)).toEqual([]);
});

test('the check reports a path that matches no file', () => {
  expect(
    unmatched([
      ['a.json', 'libs/rooms/room.ts'],
      ['a.json', 'libs/lost/**'],
    ]),
  ).toEqual([
    'a.json names libs/rooms/room.ts, which matches no file',
    'a.json names libs/lost/**, which matches no file',
  ]);
});

test('every exception of a house rule matches a file', () => {
  const dead = LINE_RULES.filter(
    ({ except }) => except && !paths.some((path) => except.test(path)),
  );
  expect(dead.map(({ name }) => name)).toEqual([]);
});
