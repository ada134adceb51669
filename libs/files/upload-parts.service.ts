import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Config } from '#kernel/config.js';
import { isId } from '#kernel/ids.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { Sealer } from '#kernel/sealed-box.js';

const CIPHER = 'aes-256-ctr';
const BLOCK = 16;

/**
 * Stores unfinished uploads under `<data>/uploads`. Each upload is encrypted with its own key, derived from the seal
 * key, or from the key that the caller names. Counter mode allows writing to continue at any byte.
 */
@Injectable()
export class UploadPartsService {
  private readonly folder: string;
  private readonly key: Buffer;

  constructor(@InjectConfig() config: Config, seal: Sealer) {
    this.folder = join(config.dataDir, 'uploads');
    this.key = seal.keyFor('files.parts');
  }

  async begin(id: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(this.pathOf(id), '', { mode: 0o600 });
  }

  /** Returns the number of bytes received, or undefined for an unknown upload. */
  async sizeOf(id: string): Promise<number | undefined> {
    return stat(this.pathOf(id)).then(({ size }) => size, missing);
  }

  /**
   * Appends bytes at the offset `from` and returns the new size. Bytes count only when they are on disk; after an
   * abort, the bytes received so far remain.
   */
  async add(id: string, from: number, bytes: Readable, key = this.key): Promise<number> {
    const cipher = createCipheriv(CIPHER, keyOf(key, id), counterAt(from));
    cipher.update(Buffer.alloc(from % BLOCK));
    const file = createWriteStream(this.pathOf(id), { flags: 'r+', start: from, flush: true });
    await pipeline(bytes, cipher, file);
    return from + file.bytesWritten;
  }

  /** `key` must be that of `add`. */
  async read(id: string, key = this.key): Promise<Buffer | undefined> {
    const closed = await readFile(this.pathOf(id)).catch(missing);
    return closed && createDecipheriv(CIPHER, keyOf(key, id), counterAt(0)).update(closed);
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Returns the ids of all unfinished uploads. */
  async all(): Promise<string[]> {
    return (await readdir(this.folder).catch(() => [])).filter(isId);
  }

  private pathOf(id: string): string {
    if (!isId(id)) throw new Error('files: the upload id is not a UUID');
    return join(this.folder, id);
  }
}

const keyOf = (key: Buffer, id: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', id, 32));

/** Returns the counter of the cipher block that contains the byte. */
function counterAt(byte: number): Buffer {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(Math.floor(byte / BLOCK)), 8);
  return counter;
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
