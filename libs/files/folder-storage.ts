import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { Storage } from './storage.js';

const NAME = /^[0-9a-f]{32}-[0-9a-z]{1,12}$/;

/** Files under `<data>/files`, in folders by the first two letters of their names. */
@Injectable()
export class FolderStorage extends Storage {
  constructor(@InjectConfig() private readonly config: Config) {
    super();
  }

  async read(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.folderOf(name), name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async write(name: string, bytes: Buffer | undefined): Promise<void> {
    const folder = this.folderOf(name);
    const path = join(folder, name);
    if (!bytes) return rm(path, { force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${path}.tmp`, bytes, { mode: 0o600 });
    await rename(`${path}.tmp`, path);
  }

  private folderOf(name: string): string {
    if (!NAME.test(name)) throw new Error('files: not a name of ours');
    return join(this.config.dataDir, 'files', name.slice(0, 2));
  }
}
