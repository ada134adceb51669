// Tests make and remove files by the hundred thousand: databases, data folders, profiles of Chromium. In memory that costs
// nothing; on a disk a fifth of a run went into the file system.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const MEMORY = '/dev/shm';
const NEEDED_BYTES = 4e9;

/** Where the database server of the tests, its templates and temporary files are. */
export const FOLDER = isLarge(MEMORY)
  ? join(MEMORY, `trama-test-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`)
  : join(ROOT, '.trama/test');

/** Temporary files of this process and of all that it starts go to a folder in memory, which ends with it. */
export function keepTemporaryFilesInMemory() {
  const folder = join(FOLDER, `tmp-${process.pid}`);
  if (process.env.TMPDIR === folder) return;
  mkdirSync(FOLDER, { recursive: true, mode: 0o755 }); // the account of PostgreSQL walks through it
  for (const name of readdirSync(FOLDER)) {
    const pid = /^tmp-(\d+)$/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(FOLDER, name), { recursive: true });
  }
  mkdirSync(folder, { mode: 0o755 });
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function isLarge(folder) {
  if (!existsSync(folder)) return false;
  const { blocks, bsize } = statfsSync(folder);
  return blocks * bsize >= NEEDED_BYTES;
}
