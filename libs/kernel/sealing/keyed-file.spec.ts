import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Sealer } from '../sealed-box.js';
import { KeyedFile } from './keyed-file.js';

beforeAll(() => Sealer.of(join(mkdtempSync(join(tmpdir(), 'trama-key-')), 'seal.key')));

const PIECE = 64 * 1024;
const KEY = randomBytes(32);
const CONTEXT = 'attachment a b original';
const file = new KeyedFile(KEY, CONTEXT);

/** Reads a range of a sealed file, in chunks of any size. */
function read(sealed: Buffer, from: number, to: number, by = file): Promise<Buffer> {
  const size = KeyedFile.sizeInClear(sealed.length);
  const range = KeyedFile.sealedRange(from, to, size);
  const bytes = sealed.subarray(range.from, range.to + 1);
  const chunks = Array.from({ length: Math.ceil(bytes.length / 10_007) }, (_, at) =>
    bytes.subarray(at * 10_007, (at + 1) * 10_007),
  );
  const salt = sealed.subarray(0, KeyedFile.saltBytes);
  const decryptor = by.decryptor({ salt, from, to, size });
  return buffer(Readable.from(chunks).pipe(decryptor));
}

it.each([1, 100, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5])(
  'a file of %i bytes is read whole and in every range',
  async (size) => {
    const bytes = randomBytes(size);
    const sealed = file.encrypt(bytes);
    expect(KeyedFile.sizeInClear(sealed.length)).toBe(size);
    expect(await read(sealed, 0, size - 1)).toEqual(bytes);
    for (const [from, to] of [
      ...[[0, 0] as const, [size - 1, size - 1] as const],
      ...[[Math.floor(size / 3), Math.floor(size / 2)] as const],
    ])
      expect(await read(sealed, from, to)).toEqual(bytes.subarray(from, to + 1));
  },
);

it('equal files give different sealed files, without a word of them', () => {
  const bytes = Buffer.from('Proteger la radio'.repeat(1_000));
  expect(file.encrypt(bytes)).not.toEqual(file.encrypt(bytes));
  expect(file.encrypt(bytes).toString('latin1')).not.toContain('radio');
});

describe('a damaged or foreign file', () => {
  const bytes = randomBytes(2 * PIECE + 9);
  const whole = (sealed: Buffer, by?: KeyedFile) =>
    read(sealed, 0, KeyedFile.sizeInClear(sealed.length) - 1, by);

  it('a sealed file does not open with another key or context', async () => {
    const sealed = file.encrypt(bytes);
    expect(await whole(sealed)).toEqual(bytes);
    await expect(whole(sealed, new KeyedFile(randomBytes(32), CONTEXT))).rejects.toThrow();
    await expect(whole(sealed, new KeyedFile(KEY, 'attachment a c original'))).rejects.toThrow();
  });

  it('a sealed file does not open after one byte of it was changed', async () => {
    const sealed = file.encrypt(bytes);
    for (const at of [0, KeyedFile.saltBytes, PIECE + 100, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      await expect(whole(changed)).rejects.toThrow();
    }
  });

  it('a sealed file does not open after a piece was cut off, swapped or repeated', async () => {
    const sealed = file.encrypt(bytes);
    const salt = sealed.subarray(0, KeyedFile.saltBytes);
    const piece = (at: number) =>
      sealed.subarray(salt.length + at * (PIECE + 16), salt.length + (at + 1) * (PIECE + 16));
    await expect(whole(Buffer.concat([salt, piece(0), piece(1)]))).rejects.toThrow();
    await expect(whole(Buffer.concat([salt, piece(1), piece(0), piece(2)]))).rejects.toThrow();
    await expect(whole(Buffer.concat([salt, piece(0), piece(0), piece(2)]))).rejects.toThrow();
    expect(() => KeyedFile.sizeInClear(salt.length)).toThrow('too short');
  });
});
