// `node apps/cli/language/sample.mjs [--seed N] [--since COMMIT]`: prints a random sample of 40 file names, 40 exported
// names, 40 comments, 40 test titles and 40 commit subjects. Readers judge which of them are understood at once.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT } from '../processes.mjs';
import { LAST_UNCHECKED_COMMIT, itemsOf, sourcePaths, commitSubjectsAfter } from './items.mjs';

const EACH = 40;
/** Maximum length of the code that is printed with a comment. */
const MAX_CODE = 90;
const { values } = parseArgs({
  options: { seed: { type: 'string' }, since: { type: 'string', default: LAST_UNCHECKED_COMMIT } },
});
const head = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' });
const seed = Number(values.seed ?? Number.parseInt(head, 16) % 2 ** 31);

/** Returns a generator of numbers from 0 to 1, with the same numbers for the same seed (mulberry32). */
function random(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function draw(items, next) {
  const left = [...items];
  const drawn = [];
  while (drawn.length < EACH && left.length > 0) {
    drawn.push(left.splice(Math.floor(next() * left.length), 1)[0]);
  }
  return drawn;
}

const paths = sourcePaths();
const pool = { files: paths, names: [], comments: [], titles: [] };
for (const path of paths) {
  const { names, comments, titles } = itemsOf(path);
  pool.names.push(...names.map(({ kind, text }) => `${kind} ${text}  [${path}]`));
  pool.comments.push(
    ...comments.map(({ text, code }) => `${text}  [${path}: ${code.slice(0, MAX_CODE)}]`),
  );
  const tests = titles.filter(({ isGroup }) => !isGroup);
  pool.titles.push(...tests.map(({ groups, text }) => [...groups, text].join(' › ')));
}
pool.subjects = commitSubjectsAfter(values.since);

const next = random(seed);
const print = (line) => process.stdout.write(`${line}\n`);
print(`seed ${seed}, commit ${head.trim()}`);
let number = 0;
for (const [kind, items] of Object.entries(pool)) {
  print(`\n${kind} (${EACH} of ${items.length})`);
  for (const item of draw(items, next)) print(`${++number}. ${item}`);
}
