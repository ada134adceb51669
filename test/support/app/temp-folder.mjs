// Keeps temporary files in memory where possible, because disk access took a fifth of a test run (ADR 39).
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

/** Folder of the test database server, its template databases and temporary files. */
export const TEST_FOLDER = isFit(MEMORY)
  ? join(MEMORY, `${PREFIX}${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`)
  : join(ROOT, '.trama/test');

/**
 * Sets TMPDIR of this process and its children to a new folder, which is removed on exit. The folder is in memory if
 * /dev/shm can hold 4 GB, otherwise under .trama/test. Also removes the folders of killed runs and of deleted clones of
 * the repository.
 */
export function useRunTempFolder() {
  const folder = join(TEST_FOLDER, `tmp-${process.pid}`);
  if (process.env.TMPDIR === folder) return;
  // PostgreSQL runs under another system account, which needs access to this folder.
  mkdirSync(TEST_FOLDER, { recursive: true, mode: 0o755 });
  writeFileSync(join(TEST_FOLDER, 'clone'), ROOT);
  removeFoldersOfLostClones();
  for (const name of readdirSync(TEST_FOLDER)) {
    const pid = /^tmp-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(TEST_FOLDER, name), { recursive: true });
  }
  mkdirSync(folder, { mode: 0o755 });
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function removeFoldersOfLostClones() {
  if (!TEST_FOLDER.startsWith(MEMORY)) return;
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
    return error.code === 'EPERM'; // EPERM means that the process exists but belongs to another account.
  }
}

/**
 * Whether the folder has enough space and allows running programs. PostgreSQL's programs are copied there if its system
 * account cannot enter this repository.
 */
function isFit(folder) {
  if (!existsSync(folder)) return false;
  const { blocks, bsize } = statfsSync(folder);
  const mount = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find((line) => line.split(' ')[1] === folder);
  return blocks * bsize >= NEEDED_BYTES && !mount?.split(' ')[3].split(',').includes('noexec');
}
