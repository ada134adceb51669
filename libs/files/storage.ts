import type { Readable } from 'node:stream';

/** A file that is open: whatever becomes of its name, it can be read. */
export interface OpenFile {
  readonly size: number;

  /** What stands from one byte to another, both among it. Asked once; the file closes with it. */
  bytes(from: number, to: number): Readable;

  /** For whoever asks for no bytes. */
  close(): Promise<void>;
}

/** Where files are kept, in three methods: a folder here, or a store elsewhere. Names are ours, never anybody's. */
export abstract class Storage {
  /** The bytes under a name; undefined where there are none. */
  abstract read(name: string): Promise<Buffer | undefined>;

  /** The same, to be read as they go out. */
  abstract open(name: string): Promise<OpenFile | undefined>;

  /** Puts bytes under a name, whole or not at all; undefined takes them away, if there are any. */
  abstract write(name: string, bytes: Buffer | undefined): Promise<void>;
}
