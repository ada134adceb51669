// This file is plain JavaScript without dependencies, because it runs on the existing Node before anything is
// installed.
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { environment } from './environment.mjs';
import {
  NODE_PATH,
  SINGLE_THREADED_NODE,
  NODE_PACKAGE,
  ROOT,
  NODE_VERSION,
  nodePathIn,
  exitWithError,
  printProgress,
  setIsSettingUp,
  runSetUpStep,
  toolPath,
} from './processes.mjs';

const CACHE = join(ROOT, '.trama');

function npm(node, ...args) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const own = environment.npm_execpath;
  return own?.endsWith('.js')
    ? [node, [SINGLE_THREADED_NODE, own, ...args, ...quiet]]
    : ['npm', [...args, ...quiet]];
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const stampOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/**
 * Installs Node first and separately, because npm under Node 20 silently skips optional packages that require Node 22.
 */
async function install() {
  const stamp = join(ROOT, 'node_modules/.installed');
  const wanted = sha256(readFileSync(join(ROOT, 'package-lock.json')));
  if (stampOf(stamp) === wanted) return;
  if (!NODE_VERSION && Number(process.versions.node.split('.')[0]) < 24) {
    exitWithError(`Node 24 or newer is needed here (this is ${process.version})`);
  }
  let node = process.execPath;
  if (NODE_VERSION && process.version !== `v${NODE_VERSION}`) {
    const home = join(CACHE, `node-${NODE_VERSION}`);
    node = nodePathIn(join(home, 'node_modules'));
    mkdirSync(home, { recursive: true });
    const spec = `${NODE_PACKAGE}@${NODE_VERSION}`;
    if (!existsSync(node)) {
      const fetch = npm(process.execPath, 'install', '--prefix', home, '--no-save', spec);
      await runSetUpStep(`Node ${NODE_VERSION}`, ...fetch, { node: process.execPath });
    }
  }
  await runSetUpStep('packages (about a minute the first time)', ...npm(node, 'ci'), { node });
  writeFileSync(stamp, wanted);
}

function* sources(at) {
  const info = existsSync(at) ? statSync(at) : undefined;
  if (!info) return;
  if (info.isFile()) yield `${at}:${info.size}:${info.mtimeMs}`;
  else
    for (const name of readdirSync(at).sort()) if (name !== 'gql') yield* sources(join(at, name));
}

async function builtFrom(folders, stamp, build) {
  const files = folders.flatMap((folder) => [...sources(join(ROOT, folder))]);
  const wanted = sha256(files.join('\n'));
  if (stampOf(join(ROOT, stamp)) === wanted) return;
  await build();
  writeFileSync(join(ROOT, stamp), wanted);
}

const COMMON = ['package-lock.json', '.config'];

async function buildServer() {
  const pages = 'apps/web/public-pages'; // The server renders some of these pages too.
  const server = ['apps/api', 'apps/cli', pages, 'libs', 'nest-cli.json', ...COMMON];
  await builtFrom(server, 'dist/.built-server', async () => {
    for (const part of ['apps', 'libs', '.built-server']) {
      rmSync(join(ROOT, 'dist', part), { recursive: true, force: true });
    }
    await runSetUpStep('server', NODE_PATH, [
      SINGLE_THREADED_NODE,
      toolPath('@nestjs/cli', 'nest'),
      'build',
      'api',
    ]);
  });
}

function buildWeb() {
  const sources = ['apps/web', 'apps/api/schema.graphql', ...COMMON];
  return builtFrom(sources, 'dist/.built-web', async () => {
    rmSync(join(ROOT, 'dist/.built-web'), { force: true });
    await generateGraphqlTypes();
    await runSetUpStep('web', NODE_PATH, [
      SINGLE_THREADED_NODE,
      toolPath('vite'),
      'build',
      'apps/web',
      '--logLevel',
      'warn',
    ]);
  });
}

export const GRAPHQL_CODEGEN_COMMAND = () => toolPath('@graphql-codegen/cli', 'graphql-codegen');

/** Generates types of the web app's GraphQL documents from the committed schema. */
export const generateGraphqlTypes = () =>
  runSetUpStep('types of documents', NODE_PATH, [
    SINGLE_THREADED_NODE,
    GRAPHQL_CODEGEN_COMMAND(),
    '--config',
    'apps/web/codegen.ts',
  ]);

/**
 * Runs `work` under a lock file, so that only one set-up runs in this folder. A lock of a dead process is taken over.
 */
async function locked(work) {
  const lock = join(CACHE, 'set-up.lock');
  mkdirSync(CACHE, { recursive: true });
  const mine = `${lock}.${process.pid}`;
  for (let waits = 0; !claim(lock, mine); waits++) {
    if (waits === 0) printProgress('… another command is setting up here, waiting');
    await new Promise((done) => setTimeout(done, 300));
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  await work();
  rmSync(lock, { force: true });
}

/**
 * Tries to take the lock, which a hard link creates atomically. The lock of a dead process is moved aside, and moved
 * back if another process had just replaced it.
 */
function claim(lock, mine) {
  const owner = stampOf(lock);
  const attempt = (...moves) => {
    try {
      for (const move of moves) move();
      return true;
    } catch {
      return false;
    }
  };
  if (owner !== undefined) {
    if (isAlive(Number(owner)) || !attempt(() => renameSync(lock, mine))) return false;
    if (stampOf(mine) !== owner) attempt(() => linkSync(mine, lock));
  }
  writeFileSync(mine, String(process.pid));
  const isMine = attempt(() => linkSync(mine, lock));
  rmSync(mine, { force: true });
  return isMine;
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Installs the packages and builds the parts that a command needs. */
export async function setUp({ builds = ['server', 'web'] } = {}) {
  process.umask(0o022); // The database's system account must be able to read files that root installs.
  setIsSettingUp(true);
  await locked(async () => {
    await install();
    if (builds.includes('server')) await buildServer();
    if (builds.includes('web')) await buildWeb();
  });
  setIsSettingUp(false);
}
