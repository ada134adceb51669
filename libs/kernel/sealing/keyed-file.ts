import { hkdfSync, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import sodium from 'libsodium-wrappers';

/** Size of a piece in clear. A reader holds one piece in memory. */
const PIECE = 64 * 1024;
const TAG = 16;
const SEALED_PIECE = PIECE + TAG;
const SALT = 16;
const NONCE = 24;

/** The part of a sealed file to read, and what to leave out at its beginning. */
interface SealedRange {
  readonly salt: Buffer;
  /** First and last byte in clear, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** Size of the whole file in clear. */
  readonly size: number;
}

/**
 * Encrypts files in pieces with XChaCha20-Poly1305, in the STREAM construction that age uses
 * (https://age-encryption.org/v1): each file has a key of its own, and the nonce of a piece is its number with a mark for
 * the last one. Pieces that were altered, moved, left out or cut off do not open. The context is part of the key, so that
 * a file cannot be moved to another row. Await `Sealer.of` before.
 */
export class KeyedFile {
  /** `key` has 32 bytes. */
  constructor(
    private readonly key: Uint8Array,
    private readonly context: string,
  ) {}

  /** Encrypts a whole file: the salt, then the pieces. */
  encrypt(bytes: Buffer): Buffer {
    const salt = randomBytes(SALT);
    const key = this.keyOf(salt);
    const count = pieceCount(bytes.length);
    const pieces = Array.from({ length: count }, (_, at) => {
      const piece = bytes.subarray(at * PIECE, (at + 1) * PIECE);
      return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        ...([piece, null, null, nonceOf(at, count), key] as const),
      );
    });
    return Buffer.concat([salt, ...pieces]);
  }

  /** Number of bytes at the beginning of a sealed file that `decryptor` needs as `salt`. */
  static readonly saltBytes = SALT;

  /** Size in clear of a sealed file. Throws if no sealed file has this size. */
  static sizeInClear(sealed: number): number {
    const body = sealed - SALT;
    const size = body - TAG * Math.ceil(body / SEALED_PIECE);
    if (body < TAG || size < 0) throw new Error('sealing: the sealed file is too short');
    return size;
  }

  /** The first and last byte of the sealed file that hold a range of bytes in clear. All are inclusive. */
  static sealedRange(from: number, to: number, size: number): { from: number; to: number } {
    const end = SALT + size + TAG * pieceCount(size) - 1;
    const [first, last] = [Math.floor(from / PIECE), Math.floor(to / PIECE)];
    return {
      from: SALT + first * SEALED_PIECE,
      to: Math.min(end, SALT + (last + 1) * SEALED_PIECE - 1),
    };
  }

  /** Decrypts the bytes of `sealedRange`. The stream fails at the first piece that does not open. */
  decryptor({ salt, from, to, size }: SealedRange): Transform {
    const key = this.keyOf(salt);
    const count = pieceCount(size);
    let at = Math.floor(from / PIECE);
    let waiting = Buffer.alloc(0);
    const open = (piece: Buffer): Buffer => {
      const clear = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        ...([null, piece, null, nonceOf(at, count), key] as const),
      );
      const start = at * PIECE;
      at += 1;
      const bytes = Buffer.from(clear.buffer, clear.byteOffset, clear.length);
      return bytes.subarray(Math.max(0, from - start), to - start + 1);
    };
    const transform = (chunk: Buffer, _encoding: string, done: TransformCallback) => {
      waiting = Buffer.concat([waiting, chunk]);
      const opened: Buffer[] = [];
      try {
        for (; waiting.length >= SEALED_PIECE; waiting = waiting.subarray(SEALED_PIECE))
          opened.push(open(waiting.subarray(0, SEALED_PIECE)));
        done(null, Buffer.concat(opened));
      } catch (error) {
        done(error as Error);
      }
    };
    const flush = (done: TransformCallback) => {
      try {
        if (waiting.length > 0) done(null, open(waiting));
        else done();
      } catch (error) {
        done(error as Error);
      }
    };
    return new Transform({ transform, flush });
  }

  private keyOf(salt: Buffer): Uint8Array {
    return Buffer.from(hkdfSync('sha256', this.key, salt, `file ${this.context}`, 32));
  }
}

/** An empty file has one empty piece. */
const pieceCount = (size: number): number => Math.max(1, Math.ceil(size / PIECE));

/** The number of the piece, and 1 in the last byte for the last piece. */
function nonceOf(at: number, count: number): Buffer {
  const nonce = Buffer.alloc(NONCE);
  nonce.writeUInt32BE(at, NONCE - 5);
  nonce[NONCE - 1] = at === count - 1 ? 1 : 0;
  return nonce;
}
