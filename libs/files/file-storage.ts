import type { Readable } from 'node:stream';

/** An open file. It stays readable even if its name is deleted. */
export interface OpenFile {
  readonly size: number;

  /** Streams the bytes from `from` to `to`, both inclusive. Call once; the file closes at the end. */
  bytes(from: number, to: number): Readable;

  /** Call instead of `bytes` if no bytes are needed. */
  close(): Promise<void>;
}

/** Stores files: in a local folder, or in an object store. The application generates their names, never a user. */
export abstract class FileStorage {
  /** Returns undefined if the name does not exist. */
  abstract read(name: string): Promise<Buffer | undefined>;

  /** Like `read`, as a stream. */
  abstract open(name: string): Promise<OpenFile | undefined>;

  /** Writes a file atomically; `undefined` deletes it, if it exists. */
  abstract write(name: string, bytes: Buffer | undefined): Promise<void>;
}
