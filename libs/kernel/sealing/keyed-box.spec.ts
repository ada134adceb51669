import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyedBox } from './keyed-box.js';
import { Sealer } from '../sealed-box.js';

beforeAll(() => Sealer.of(join(mkdtempSync(join(tmpdir(), 'trama-key-')), 'seal.key')));

const PLACE = 'case:content';
const value = { goal: 'Proteger la radio', tried: null };

it('opens a box with its key at its place', () => {
  const box = new KeyedBox(KeyedBox.newKey());
  expect(box.open(PLACE, box.close(PLACE, value))).toEqual(value);
  expect(box.close(PLACE, value)).not.toEqual(box.close(PLACE, value));
  expect(box.close(PLACE, value).toString('latin1')).not.toContain('radio');
});

it('refuses another key, another place and an altered box', () => {
  const box = new KeyedBox(KeyedBox.newKey());
  const closed = box.close(PLACE, value);
  expect(() => new KeyedBox(KeyedBox.newKey()).open(PLACE, closed)).toThrow();
  expect(() => box.open('case:reply', closed)).toThrow();
  closed[closed.length - 1]! ^= 1;
  expect(() => box.open(PLACE, closed)).toThrow();
});

it('makes a key of 32 random bytes', () => {
  expect(Buffer.from(KeyedBox.newKey(), 'base64url')).toHaveLength(32);
  expect(KeyedBox.newKey()).not.toBe(KeyedBox.newKey());
});
