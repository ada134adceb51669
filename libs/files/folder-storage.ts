import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { type OpenFile, Storage } from './storage.js';

const NAME = /^[0-9a-f]{32}-[0-9a-z]{1,12}$/;

/** Files under `<data>/files`, in folders by the first two letters of their names. */
@Injectable()
export class FolderStorage extends Storage {
  constructor(@InjectConfig() private readonly config: Config) {
    super();
  }

  async read(name: string): Promise<Buffer | undefined> {
    return readFile(join(this.folderOf(name), name)).catch(missing);
  }

  async open(name: string): Promise<OpenFile | undefined> {
    const file = await open(join(this.folderOf(name), name)).catch(missing);
    if (!file) return undefined;
    const { size } = await file.stat();
    const bytes = (start: number, end: number) => file.createReadStream({ start, end });
    return { size, bytes, close: () => file.close() };
  }

  async write(name: string, bytes: Buffer | undefined): Promise<void> {
    const folder = this.folderOf(name);
    const path = join(folder, name);
    // What was half written when the process ended goes as well.
    if (!bytes) for (const one of [path, `${path}.tmp`]) await rm(one, { force: true });
    else {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.tmp`, bytes, { mode: 0o600, flush: true });
      await rename(`${path}.tmp`, path);
      await flushed(folder);
    }
  }

  private folderOf(name: string): string {
    if (!NAME.test(name)) throw new Error('files: not a name of ours');
    return join(this.config.dataDir, 'files', name.slice(0, 2));
  }
}

/** A new name is on the disk only when its folder is. */
async function flushed(folder: string): Promise<void> {
  const opened = await open(folder);
  await opened.sync().finally(() => opened.close());
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
