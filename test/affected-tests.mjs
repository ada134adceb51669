// `npm run near [-- --base REV]`: runs the tests that a change is likely to break: every law except the random models,
// the specs beside changed files, the changed specs, and every spec that names a changed operation, type or table.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { printSummary, ROOT, runJest } from './jest.mjs';

const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
const lines = (text) => text.split('\n').filter(Boolean);
const textOf = (path) => readFileSync(`${ROOT}/${path}`, 'utf8');

const MODELS = /^test\/laws\/(models|profiles|moderation|vetting)\//;
/** Specs that test every operation. They take minutes and depend on no single change. */
const SWEEPS = /^test\/api\/access\/(hidden-rows|malformed-ids|permission-matrix)/;
const given = process.argv.indexOf('--base');
const base = given > 0 ? process.argv[given + 1] : beginning();

/**
 * Returns the commit where this branch began, so that all changes of the branch count. Returns the commit before HEAD
 * if the branch has no changes.
 */
function beginning() {
  const since = ['@{upstream}', 'origin/HEAD', 'main'].map(branchedFrom).find(Boolean) ?? 'HEAD';
  const isAll = since === git('rev-parse', 'HEAD') && git('status', '--porcelain') === '';
  return isAll ? 'HEAD~1' : since;
}

function branchedFrom(ref) {
  try {
    return execFileSync('git', ['merge-base', 'HEAD', ref], {
      ...{ cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    }).trim();
  } catch {
    return undefined; // the branch does not exist
  }
}

const changed = [
  ...lines(git('diff', '--name-only', '--diff-filter=d', base)),
  ...lines(git('ls-files', '-o', '--exclude-standard')),
];
const tracked = [...new Set([...lines(git('ls-files')), ...changed])];
const specs = tracked.filter((path) => path.endsWith('.spec.ts') && !/\/bad\//.test(path));

/** Returns the lines that were added to or removed from a file. */
const changedLines = (path) =>
  lines(git('diff', '-U0', base, '--', path)).filter((line) => /^[+-](?![+-])/.test(line));

/**
 * Returns the operations and types of the schema with changed lines. A changed field also counts as a change of its
 * type.
 */
function changedOfSchema() {
  const hunks = git('diff', '-U1000', base, '--', 'apps/api/schema.graphql').split('\n');
  const names = new Set();
  let type = '';
  for (const line of hunks) {
    const [, opened] = /^.(?:type|input|enum|interface|union|scalar) (\w+)/.exec(line) ?? [];
    if (opened) type = opened;
    if (!/^[+-](?![+-])/.test(line)) continue;
    const [, field] = /^. {2}(\w+)/.exec(line) ?? [];
    const name = ['Query', 'Mutation'].includes(type) ? field : type;
    if (name) names.add(name);
  }
  return names;
}

/** Returns the tables of changed entities and migrations. */
function changedTables() {
  const names = new Set();
  for (const path of changed) {
    if (path.endsWith('.entity.ts')) {
      for (const [, name] of textOf(path).matchAll(/@Entity\('(\w+)'\)/g)) names.add(name);
    }
    if (!path.includes('/migrations/')) continue;
    const sql = textOf(path).matchAll(
      /\b(?:table|into|update|view|index [\w ]+? on)\s+"?(\w+)"?/gi,
    );
    for (const [, name] of sql) names.add(name);
  }
  return names;
}

const names = [...changedOfSchema(), ...changedTables()];
const named = names.length > 0 ? new RegExp(`\\b(${names.join('|')})\\b`) : undefined;

/**
 * Names of support files that contain a changed operation, type or table. A spec that imports such a file also runs.
 */
const naming = new Set(
  tracked
    .filter((path) => /^test\/(support|realtime)\/.*\.ts$/.test(path) && !/\/matrix\//.test(path))
    .filter((path) => named?.test(textOf(path)))
    .map((path) => basename(path, '.ts')),
);

/** Returns why a spec is selected, or undefined if it is not. */
function reasonFor(spec) {
  if (changed.includes(spec)) return 'it changed';
  if (
    changed.some(
      (path) => path !== spec && dirname(path) === dirname(spec) && !path.startsWith('test/'),
    )
  )
    return 'a file beside it changed';
  if (spec.startsWith('test/laws/')) return MODELS.test(spec) ? undefined : 'a law';
  if (!/^test\/(api|realtime)\//.test(spec) || SWEEPS.test(spec)) return undefined;
  const text = textOf(spec);
  const word = named?.exec(text)?.[1];
  if (word) return `it names ${word}`;
  const imported = [...text.matchAll(/from '[^']*\/([\w-]+)\.js'/g)].map(([, file]) => file);
  const through = imported.find((file) => naming.has(file));
  return through && changedLines('apps/api/schema.graphql').length > 0
    ? `it imports ${through}, which names a changed operation`
    : undefined;
}

const chosen = specs.flatMap((spec) => {
  const reason = reasonFor(spec);
  return reason ? [[spec, reason]] : [];
});
console.log(
  `Changed since ${base}: ${changed.length} files; ${names.join(', ') || 'no operation, type or table'}`,
);
for (const [spec, reason] of chosen) console.log(`  ${spec}: ${reason}`);
const runs =
  chosen.length > 0 ? [await runJest('--runTestsByPath', ...chosen.map(([spec]) => spec))] : [];
process.exit(runs.length > 0 ? printSummary(runs) : 0);
