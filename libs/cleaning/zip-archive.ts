import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { FileRefusedError } from '#cleaning/cleaned-file.js';

/** Maximum number of parts, and maximum decompressed size of one part and of all parts in bytes. */
const MOST = { parts: 2_000, each: 40 * 1024 * 1024, all: 100 * 1024 * 1024 };
const LINK = 0o120_000;
const KIND = 0o170_000;
/** The earliest time that the format allows; it replaces the time of creation. */
const NO_MOMENT = new Date(1980, 0, 1);

export interface ZipArchive {
  readonly names: readonly string[];
  read(name: string): Promise<Buffer>;
}

/** Opens an archive. Refuses encrypted archives, links, duplicate names, and too many or too large parts. */
export async function openZipArchive(bytes: Buffer): Promise<ZipArchive> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
  if (zip.entryCount > MOST.parts) throw new FileRefusedError('tooMuchInside');
  const entries = new Map<string, yauzl.Entry>();
  let all = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new FileRefusedError('locked');
    all += entry.uncompressedSize;
    if (entry.uncompressedSize > MOST.each || all > MOST.all || entries.size > MOST.parts)
      throw new FileRefusedError('tooMuchInside');
    const isLink = ((entry.externalFileAttributes >>> 16) & KIND) === LINK;
    if (isLink || entries.has(entry.fileName)) throw new FileRefusedError('broken');
    entries.set(entry.fileName, entry);
  }
  const read = async (name: string) => {
    const entry = entries.get(name);
    if (!entry) throw new FileRefusedError('broken');
    return buffer(await zip.openReadStreamPromise(entry));
  };
  return { names: [...entries.keys()].filter((name) => !name.endsWith('/')), read };
}

/** Creates an archive of the parts in this order, without times or platform data. */
export async function createZipArchive(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of parts)
    zip.addBuffer(bytes, name, { mtime: NO_MOMENT, mode: 0o100_644, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream & AsyncIterable<Buffer>);
}
