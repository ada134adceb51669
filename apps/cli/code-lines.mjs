// `node apps/cli/code-lines.mjs`: counts lines of code by folder, without blank lines, comments, translations and
// generated files.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_SERVER_FILES } from './generate.mjs';
import { ROOT } from './processes.mjs';

const CODE = /\.(ts|tsx|mjs|cjs|css|html)$/;
const TRANSLATION = /\/locales\/|words\.(es|pt|en)\.ts$/;
const TEST = /^test\/|\.spec\.tsx?$/;
/** Comments at the beginning of a line. A comment after code counts as code. */
const COMMENTS = /^[^\S\n]*(\/\/.*|\{?\/\*[^]*?\*\/\}?|<!--[^]*?-->)/gm;

const isCounted = (path) =>
  CODE.test(path) &&
  !TRANSLATION.test(path) &&
  !Object.values(GENERATED_SERVER_FILES).includes(path);

const linesOf = (path) =>
  readFileSync(join(ROOT, path), 'utf8')
    .replaceAll(COMMENTS, '')
    .split('\n')
    .filter((line) => line.trim() !== '').length;

/** Returns the folder of one application for files under `apps`, otherwise the top-level folder. */
const folderOf = (path) => /^apps\/[^/]+|^[^/]+(?=\/)/.exec(path)?.[0] ?? '.';

const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim();
const counts = {};
for (const path of tracked.split('\n').filter(isCounted)) {
  const kind = TEST.test(path) ? 'tests' : 'product';
  for (const folder of [folderOf(path), 'all']) {
    counts[folder] ??= { product: 0, tests: 0 };
    counts[folder][kind] += linesOf(path);
  }
}
const { all, ...folders } = counts;
console.table({ ...folders, all });
