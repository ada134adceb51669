/** Where files are kept, in two methods: a folder here, or a store elsewhere. Names are ours, never anybody's. */
export abstract class Storage {
  /** The bytes under a name; undefined where there are none. */
  abstract read(name: string): Promise<Buffer | undefined>;

  /** Puts bytes under a name, whole or not at all; undefined takes them away, if there are any. */
  abstract write(name: string, bytes: Buffer | undefined): Promise<void>;
}
