// Measures the built web app after gzip and exits with 1 if a file exceeds its budget. Shows how much each figure grew
// since the values in sizes.json. `--note` updates sizes.json; `--json` prints the figures of the benchmark group
// `web`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = join(dirname(fileURLToPath(import.meta.url)), '../../dist/web');
const NOTED = join(dirname(fileURLToPath(import.meta.url)), 'sizes.json');
const KB = 1024;
const LANGUAGES = ['es', 'pt', 'en'];

if (!existsSync(join(DIST, '.vite/manifest.json'))) {
  process.stderr.write('dist/web is not built: npm run build\n');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
const gz = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
const sum = (files, weigh = gz) => [...files].reduce((total, file) => total + weigh(file), 0);

/** Returns the chunk of a source file and every chunk that it imports statically. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const other of chunk.imports ?? []) closure(other, seen);
  return seen;
}

const without = (files, others) => new Set([...files].filter((file) => !others.has(file)));
const pick = (pattern) => Object.keys(manifest).find((key) => pattern.test(key));
const dynamic = (pattern) => {
  const key = pick(pattern);
  return key ? closure(key) : new Set();
};

const app = closure('app.html');
const catalogues = LANGUAGES.map((language) => dynamic(new RegExp(`src/locales/${language}\\.po`)));
const catalogueSize = (folder) => (language) =>
  sum(without(dynamic(new RegExp(`src/locales/${folder}/${language}\\.po`)), app));
const heaviest = catalogues.toSorted((a, b) => sum(b) - sum(a))[0];
const firstRoute = new Set([...app, ...heaviest]);
const channel = without(
  new Set([...dynamic(/src\/pages\/channel\/index\.tsx$/), ...dynamic(/socket\.io-client/)]),
  firstRoute,
);
const shared = JSON.parse(readFileSync(join(DIST, 'public-assets.json'), 'utf8'));
const script = closure(pick(/src\/public\/public\.ts$/));
const guard = closure(pick(/src\/public\/guard\.ts$/));
const page = (language) => gz(`${language}/index.html`) + gz(shared.css.slice(1));
const landing = Math.max(...LANGUAGES.map(page)) + sum(script) + sum(guard) + gz('icon.svg');
const joining = sum(closure(pick(/src\/public\/join\.ts$/)));
const lazy = Object.values(manifest)
  .filter((chunk) => chunk.isDynamicEntry)
  .map((chunk) => chunk.file)
  .toSorted((a, b) => gz(b) - gz(a));

const FIGURES = [
  ['landing_kb', landing / KB, 60, 'page, stylesheet, script and icon of the landing page'],
  ['first_route_kb', sum(firstRoute) / KB, 140, 'JavaScript of the first signed-in route, gz'],
  ['channel_kb', sum(channel) / KB, 40, 'JavaScript that a channel adds, gz'],
  ['public_critical_kb', Math.max(...LANGUAGES.map(page)) / KB, 14, 'HTML and stylesheet, gz'],
  ['public_js_kb', sum(script) / KB, 15, 'JavaScript of a public page, gz'],
  ['join_kb', joining / KB, 40, 'JavaScript of the application, gz'],
  ['landing_requests', 3 + script.size + guard.size, 8, 'page, stylesheet, icon, scripts'],
  [
    'catalogue_kb',
    Math.max(...catalogues.map((one) => sum(without(one, app)))) / KB,
    20,
    'one catalogue, gz',
  ],
  [
    'duties_catalogue_kb',
    Math.max(...LANGUAGES.map(catalogueSize('duties'))) / KB,
    20,
    'extra catalogue of pages for duties, gz',
  ],
  [
    'settings_catalogue_kb',
    Math.max(...LANGUAGES.map(catalogueSize('settings'))) / KB,
    20,
    'extra catalogue of pages of administrators, gz',
  ],
  [
    'people_catalogue_kb',
    Math.max(...LANGUAGES.map(catalogueSize('people'))) / KB,
    20,
    'extra catalogue of pages about people, gz',
  ],
  [
    'coalitions_catalogue_kb',
    Math.max(...LANGUAGES.map(catalogueSize('coalitions'))) / KB,
    20,
    'extra catalogue of coalitions, gz',
  ],
  [
    'support_catalogue_kb',
    Math.max(...LANGUAGES.map(catalogueSize('support'))) / KB,
    20,
    'extra catalogue of support, gz',
  ],
  [
    'cases_catalogue_kb',
    Math.max(...LANGUAGES.map(catalogueSize('cases'))) / KB,
    20,
    'extra catalogue of the pages of supporters, gz',
  ],
  [
    'channel_catalogue_kb',
    Math.max(...LANGUAGES.map(catalogueSize('channel'))) / KB,
    20,
    'extra catalogue of the deferred channel code, gz',
  ],
  [
    'frame_catalogue_kb',
    Math.max(...LANGUAGES.map(catalogueSize('frame'))) / KB,
    20,
    'extra catalogue of search, shortcuts, account and inbox, gz',
  ],
  [
    'largest_lazy_kb',
    lazy[0] ? gz(lazy[0]) / KB : 0,
    95,
    `largest lazy chunk, gz: ${lazy[0] ?? 'none'}`,
  ],
].map(([id, value, target, how]) => {
  const unit = id.endsWith('_kb') ? 'KB' : '';
  return {
    id,
    value: Math.round(value * 100) / 100,
    unit,
    target,
    better: 'lower',
    ok: value <= target,
    how,
  };
});

const noted = existsSync(NOTED) ? JSON.parse(readFileSync(NOTED, 'utf8')) : {};

/** Minimum growth in KB that `--note` writes to sizes.json. Smaller changes would only add noise to every diff. */
const MIN_GROWTH_KB = 0.1;
const toNote = ({ id, value }) =>
  Math.abs(value - (noted[id] ?? 0)) < MIN_GROWTH_KB ? noted[id] : value;

/** Formats the growth of a figure since sizes.json as a column. */
function growth({ id, value }) {
  const grown = Math.round((value - (noted[id] ?? value)) * 100) / 100;
  return (grown === 0 ? '' : `${grown > 0 ? '+' : ''}${grown}`).padStart(7);
}

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(FIGURES)}\n`);
else {
  for (const figure of FIGURES) {
    const { id, value, target, ok, how } = figure;
    const mark = ok ? ' ' : '✗';
    const columns = [id.padEnd(20), String(value).padStart(7), growth(figure), `≤ ${target}`];
    process.stdout.write(`${mark} ${columns.join(' ')}  ${how}\n`);
  }
}
if (process.argv.includes('--note')) {
  const figures = Object.fromEntries(FIGURES.map((figure) => [figure.id, toNote(figure)]));
  writeFileSync(NOTED, `${JSON.stringify(figures, null, 2)}\n`);
}
process.exit(FIGURES.every(({ ok }) => ok) ? 0 : 1);
