// npm run bench [-- --only <group> --quick]: measures each group and writes bench-results/<group>.json.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const HERE = import.meta.dirname;
const RESULTS = join(HERE, '../../bench-results');

// Node runs our TypeScript as it is; only the names of neighbours differ: './x.js' is x.ts here.
registerHooks({
  resolve(name, context, next) {
    const isNeighbour = name.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(isNeighbour ? name.replace(/\.js$/, '.ts') : name, context);
  },
});

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const groups = readdirSync(HERE)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''));
if (values.only && !groups.includes(values.only)) {
  console.error(`Groups: ${groups.join(', ')}`);
  process.exit(2);
}

function show({ id, value, unit, target, better, ok, how }) {
  const limit = target === null ? '' : `${better === 'lower' ? '≤' : '≥'} ${target}`;
  const figure = `${id.padEnd(24)} ${String(value).padStart(10)} ${unit.padEnd(4)}`;
  console.log(`${ok ? ' ' : '✗'} ${figure} ${limit.padEnd(10)} ${how}`);
}

mkdirSync(RESULTS, { recursive: true });
let isGood = true;
for (const group of values.only ? [values.only] : groups) {
  console.log(`\n${group}`);
  const { default: measure } = await import(`./${group}.bench.ts`);
  const say = (line) => console.error(`  … ${line}`);
  const figures = await measure({ isQuick: values.quick, say });
  figures.forEach(show);
  isGood &&= figures.every(({ ok }) => ok);
  const at = new Date().toISOString();
  const text = JSON.stringify({ group, at, figures }, null, 2);
  writeFileSync(join(RESULTS, `${group}.json`), `${text}\n`);
}
process.exit(isGood ? 0 : 1);
