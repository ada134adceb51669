import { hkdfSync } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import sodium from 'libsodium-wrappers';
import { InvalidConfigError } from './config.js';
import { newId } from './ids.js';

interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

const NAME = 'TRAMA_SEAL_KEY_FILE';
const KEY = /^[A-Za-z0-9_-]{43}$/;

/**
 * Encrypts values that must not be readable in a dump, a disk image or a backup, with libsodium's sealed boxes
 * (https://doc.libsodium.org/public-key_cryptography/sealed_boxes). It does not protect against an attacker on the
 * running server, which has the key.
 */
export class Sealer {
  private constructor(private readonly keys: KeyPair) {}

  /**
   * Loads the key file, or creates it at the first start, readable by its owner only. Throws InvalidConfigError if the file is
   * not a key.
   */
  static async of(keyFile: string): Promise<Sealer> {
    await sodium.ready;
    if (!existsSync(keyFile)) make(keyFile);
    return new Sealer(read(keyFile));
  }

  /** Whether the key file exists. Throws InvalidConfigError if the file is not a key. */
  static async hasKey(keyFile: string): Promise<boolean> {
    await sodium.ready;
    return existsSync(keyFile) && read(keyFile) !== undefined;
  }

  /** Encrypts a JSON value; equal values give different boxes. */
  close(value: unknown): Buffer {
    return Buffer.from(sodium.crypto_box_seal(JSON.stringify(value), this.keys.publicKey));
  }

  /** Derives a 32-byte key for another purpose (HKDF, RFC 5869). It cannot open boxes. */
  keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.keys.secretKey, '', purpose, 32));
  }

  /** Decrypts a box from `close`. Throws if it was made with another key or altered. */
  open<T>(box: Uint8Array): T {
    const { publicKey, secretKey } = this.keys;
    const opened = sodium.crypto_box_seal_open(box, publicKey, secretKey);
    return JSON.parse(sodium.to_string(opened)) as T;
  }

  /** Whether a box from `close` was made with this key. */
  canOpen(box: Uint8Array): boolean {
    try {
      this.open(box);
      return true;
    } catch {
      return false;
    }
  }
}

/** Reads one line: the secret key in base64url. The public key is derived from it. */
function read(keyFile: string): KeyPair {
  const text = readOrRefuse(keyFile).trim();
  if (!KEY.test(text)) throw new InvalidConfigError([`${NAME}: this file is no seal key`]);
  const secretKey = Uint8Array.from(Buffer.from(text, 'base64url'));
  return { secretKey, publicKey: sodium.crypto_scalarmult_base(secretKey) };
}

function readOrRefuse(keyFile: string): string {
  try {
    return readFileSync(keyFile, 'utf8');
  } catch {
    throw new InvalidConfigError([`${NAME}: the file cannot be read`]);
  }
}

/**
 * Creates the file by a hard link, so that it appears complete and two processes that start at once get the same key.
 */
function make(keyFile: string): void {
  const { privateKey } = sodium.crypto_box_keypair();
  const own = `${keyFile}.${newId()}`;
  try {
    mkdirSync(dirname(keyFile), { recursive: true });
    writeFileSync(own, `${Buffer.from(privateKey).toString('base64url')}\n`, { mode: 0o600 });
    linkSync(own, keyFile);
  } catch {
    if (!existsSync(keyFile)) throw new InvalidConfigError([`${NAME}: the file cannot be made`]);
  } finally {
    rmSync(own, { force: true });
  }
}
