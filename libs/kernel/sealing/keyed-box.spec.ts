import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyedBox } from './keyed-box.js';
import { Sealer } from '../sealed-box.js';

beforeAll(() => Sealer.of(join(mkdtempSync(join(tmpdir(), 'trama-key-')), 'seal.key')));

const CONTEXT = 'case:content';
const value = { goal: 'Proteger la radio', tried: null };

it('decrypts with the same key and context', () => {
  const box = new KeyedBox(KeyedBox.newKey());
  expect(box.decrypt(CONTEXT, box.encrypt(CONTEXT, value))).toEqual(value);
  expect(box.encrypt(CONTEXT, value)).not.toEqual(box.encrypt(CONTEXT, value));
  expect(box.encrypt(CONTEXT, value).toString('latin1')).not.toContain('radio');
});

it('throws for another key, another context and an altered box', () => {
  const box = new KeyedBox(KeyedBox.newKey());
  const closed = box.encrypt(CONTEXT, value);
  expect(() => new KeyedBox(KeyedBox.newKey()).decrypt(CONTEXT, closed)).toThrow();
  expect(() => box.decrypt('case:reply', closed)).toThrow();
  closed[closed.length - 1]! ^= 1;
  expect(() => box.decrypt(CONTEXT, closed)).toThrow();
});

it('makes a key of 32 random bytes', () => {
  expect(Buffer.from(KeyedBox.newKey(), 'base64url')).toHaveLength(32);
  expect(KeyedBox.newKey()).not.toBe(KeyedBox.newKey());
});
