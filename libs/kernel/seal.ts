import { hkdfSync } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import sodium from 'libsodium-wrappers';
import { BadConfig } from './config.js';
import { newId } from './ids.js';

interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

const NAME = 'TRAMA_SEAL_KEY_FILE';
const KEY = /^[A-Za-z0-9_-]{43}$/;

/**
 * Encrypts what must not stand in clear in a dump, a disk image or a backup: libsodium's sealed boxes
 * (https://doc.libsodium.org/public-key_cryptography/sealed_boxes). Whoever holds the running server holds the key too.
 */
export class Seal {
  private constructor(private readonly keys: KeyPair) {}

  /** The seal of this key file, which is made at the first start, readable by its owner only. Throws BadConfig for a file that is no key. */
  static async of(keyFile: string): Promise<Seal> {
    await sodium.ready;
    if (!existsSync(keyFile)) make(keyFile);
    return new Seal(read(keyFile));
  }

  /** Whether there is a key at this path; throws BadConfig for a file that is none. */
  static async isThere(keyFile: string): Promise<boolean> {
    await sodium.ready;
    return existsSync(keyFile) && read(keyFile) !== undefined;
  }

  /** A box of a JSON value; the same value never makes the same box twice. */
  close(value: unknown): Buffer {
    return Buffer.from(sodium.crypto_box_seal(JSON.stringify(value), this.keys.publicKey));
  }

  /** 32 bytes for one other purpose (HKDF, RFC 5869): they follow from the key, and open no box. */
  keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.keys.secretKey, '', purpose, 32));
  }

  /** What is in a box of `close`. Throws when it was closed with another key or was changed. */
  open<T>(box: Uint8Array): T {
    const { publicKey, secretKey } = this.keys;
    const opened = sodium.crypto_box_seal_open(box, publicKey, secretKey);
    return JSON.parse(sodium.to_string(opened)) as T;
  }
}

/** One line: the secret key in base64url, from which the public one follows. */
function read(keyFile: string): KeyPair {
  const text = readOrRefuse(keyFile).trim();
  if (!KEY.test(text)) throw new BadConfig([`${NAME}: this file is no seal key`]);
  const secretKey = Uint8Array.from(Buffer.from(text, 'base64url'));
  return { secretKey, publicKey: sodium.crypto_scalarmult_base(secretKey) };
}

function readOrRefuse(keyFile: string): string {
  try {
    return readFileSync(keyFile, 'utf8');
  } catch {
    throw new BadConfig([`${NAME}: the file cannot be read`]);
  }
}

/** The file appears whole, by a link: of two processes that start at once both get the same key. */
function make(keyFile: string): void {
  const { privateKey } = sodium.crypto_box_keypair();
  const own = `${keyFile}.${newId()}`;
  try {
    mkdirSync(dirname(keyFile), { recursive: true });
    writeFileSync(own, `${Buffer.from(privateKey).toString('base64url')}\n`, { mode: 0o600 });
    linkSync(own, keyFile);
  } catch {
    if (!existsSync(keyFile)) throw new BadConfig([`${NAME}: the file cannot be made`]);
  } finally {
    rmSync(own, { force: true });
  }
}
