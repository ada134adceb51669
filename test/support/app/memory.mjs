// In memory where possible: on a disk the file system took a fifth of a run (ADR 39).
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const MEMORY = '/dev/shm';
const NEEDED_BYTES = 4e9;

const PREFIX = 'trama-test-';

/** Where the database server of the tests, its templates and temporary files are. */
export const FOLDER = isFit(MEMORY)
  ? join(MEMORY, `${PREFIX}${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`)
  : join(ROOT, '.trama/test');

/**
 * Points TMPDIR of this process and its children to a folder of this run, removed on exit: in memory where /dev/shm holds
 * 4 GB, else under .trama/test. Removes the folders of runs that were killed and of clones that are gone.
 */
export function useRunTempFolder() {
  const folder = join(FOLDER, `tmp-${process.pid}`);
  if (process.env.TMPDIR === folder) return;
  mkdirSync(FOLDER, { recursive: true, mode: 0o755 }); // the account of PostgreSQL walks through it
  writeFileSync(join(FOLDER, 'clone'), ROOT);
  removeFoldersOfLostClones();
  for (const name of readdirSync(FOLDER)) {
    const pid = /^tmp-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(FOLDER, name), { recursive: true });
  }
  mkdirSync(folder, { mode: 0o755 });
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function removeFoldersOfLostClones() {
  if (!FOLDER.startsWith(MEMORY)) return;
  for (const name of readdirSync(MEMORY).filter((name) => name.startsWith(PREFIX))) {
    const clone = join(MEMORY, name, 'clone');
    if (!existsSync(clone) || existsSync(readFileSync(clone, 'utf8'))) continue;
    rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // it belongs to another account
  }
}

/** Large enough, and one from which PostgreSQL may be run: that is where its programs go when its account cannot walk here. */
function isFit(folder) {
  if (!existsSync(folder)) return false;
  const { blocks, bsize } = statfsSync(folder);
  const mount = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find((line) => line.split(' ')[1] === folder);
  return blocks * bsize >= NEEDED_BYTES && !mount?.split(' ')[3].split(',').includes('noexec');
}
