// Lets Node load the project's TypeScript directly: `node --conditions=source --import
// ./test/runner/typescript-loader.mjs …`. Tests and stack traces use the source files, and no compiled copy exists.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks, setSourceMapsSupport } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');
const OWN = pathToFileURL(`${ROOT}/`).href;
const CACHE = join(ROOT, 'node_modules/.cache/test-modules');
const EXTENSIONS = ['.ts', '.tsx'];

const require = createRequire(import.meta.url);
const read = (path) => readFileSync(path, 'utf8');
const settings = JSON.parse(read(join(ROOT, '.config/swc.json')));
const compiler = read(join(ROOT, 'node_modules/@swc/core/package.json'));
const cacheKey = createHash('sha256').update(JSON.stringify(settings)).update(compiler);

mkdirSync(CACHE, { recursive: true });
setSourceMapsSupport(true);
registerHooks({ resolve, load });

/** Resolves './x.js' and './x' to x.ts or x.tsx, as TypeScript does. */
function resolve(specifier, context, nextResolve) {
  if (specifier.startsWith('.') && isOwn(context.parentURL)) {
    const target = fileURLToPath(new URL(specifier, context.parentURL));
    const stem = target.replace(/\.js$/, '');
    const extension = EXTENSIONS.find((extension) => existsSync(stem + extension));
    if (extension) return { url: pathToFileURL(stem + extension).href, shortCircuit: true };
  }
  return nextResolve(specifier, context);
}

function load(url, context, nextLoad) {
  const path = url.startsWith('file:') ? fileURLToPath(url.split('?')[0]) : '';
  const isTypeScript = EXTENSIONS.some((extension) => path.endsWith(extension));
  if (!isTypeScript || !isOwn(url)) return nextLoad(url, context);
  return { format: 'module', source: compiled(path), shortCircuit: true };
}

function isOwn(url) {
  return url?.startsWith(OWN) && !url.includes('/node_modules/');
}

/** Returns the JavaScript of a file with an inline source map, cached by its content. */
function compiled(path) {
  const source = read(path);
  const kept = join(CACHE, cacheKey.copy().update(path).update(source).digest('hex'));
  if (existsSync(kept)) return read(kept);
  const { code } = require('@swc/core').transformSync(source, optionsFor(path));
  // The file is renamed when it is complete, because other workers read the cache.
  const draft = `${kept}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, kept);
  return code;
}

function optionsFor(path) {
  const { parser, transform, ...jsc } = settings.jsc;
  return {
    swcrc: false,
    filename: path,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      ...jsc,
      parser: { ...parser, tsx: path.endsWith('.tsx') },
      transform: { ...transform, react: { runtime: 'automatic' } },
    },
  };
}
