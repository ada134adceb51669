import { pipeline, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { KeyedFile } from '#kernel/sealing/keyed-file.js';
import type { OpenFile } from './file-storage.js';

type Open = () => Promise<OpenFile | undefined>;

/**
 * Opens a sealed file in clear. `open` is called twice, because an open file streams only once: first for the salt.
 * Throws for a file that is too short; a piece that does not open fails the stream.
 */
export async function openSealedFile(open: Open, key: KeyedFile): Promise<OpenFile | undefined> {
  const start = await open();
  if (!start) return undefined;
  const salt = await buffer(start.bytes(0, KeyedFile.saltBytes - 1));
  const size = KeyedFile.sizeInClear(start.size);
  const file = await open();
  if (!file) return undefined;
  const bytes = (from: number, to: number): Readable => {
    const range = KeyedFile.sealedRange(from, to, size);
    const clear = key.decryptor({ salt, from, to, size });
    // Destroys both streams together, so that the file closes when a download is aborted.
    return pipeline(file.bytes(range.from, range.to), clear, () => undefined);
  };
  return { size, bytes, close: () => file.close() };
}
