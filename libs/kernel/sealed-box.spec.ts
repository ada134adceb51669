import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidConfigError } from './config.js';
import { Sealer } from './sealed-box.js';

const folder = mkdtempSync(join(tmpdir(), 'trama-seal-'));
const keyFile = join(folder, 'keys', 'seal.key');
afterAll(() => rmSync(folder, { recursive: true }));

test('a sealed value is opened with the same key file', async () => {
  const seal = await Sealer.of(keyFile);
  const said = { name: 'Ñandú g̃ 🌱', terms: ['a', 'b'], none: null };
  const box = seal.close(said);
  expect(box.toString('latin1')).not.toContain('terms');
  expect(seal.close(said)).not.toEqual(box);
  expect(seal.open(box)).toEqual(said);
  expect((await Sealer.of(keyFile)).open(box)).toEqual(said);
});

test('a sealed box cannot be opened with another key or after it was altered', async () => {
  const seal = await Sealer.of(keyFile);
  const box = seal.close('said');
  const other = await Sealer.of(join(folder, 'other.key'));
  expect(() => other.open(box)).toThrow();
  box[box.length - 1]! ^= 1;
  expect(() => seal.open(box)).toThrow();
});

test('the seal key file is created once, complete, readable by its owner only', async () => {
  const shared = join(folder, 'shared.key');
  expect(await Sealer.hasKey(shared)).toBe(false);
  const seals = await Promise.all([Sealer.of(shared), Sealer.of(shared), Sealer.of(shared)]);
  expect(seals[2]!.open(seals[0]!.close(1))).toBe(1);
  expect(statSync(shared).mode & 0o777).toBe(0o600);
  expect(readFileSync(shared, 'utf8')).toMatch(/^[\w-]{43}\n$/);
  expect(readdirSync(folder).filter((name) => name.startsWith('shared'))).toEqual(['shared.key']);
  expect(await Sealer.hasKey(shared)).toBe(true);
});

test('the sealer derives a stable key per purpose, which opens no box', async () => {
  const [seal, other] = [
    await Sealer.of(join(folder, 'a.key')),
    await Sealer.of(join(folder, 'b.key')),
  ];
  const again = await Sealer.of(join(folder, 'a.key'));
  const keys = [seal.keyFor('one'), seal.keyFor('two'), other.keyFor('one')];
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
  expect(keys.every((key) => key.length === 32)).toBe(true);
  expect(again.keyFor('one').equals(keys[0]!)).toBe(true);
  const own = readFileSync(join(folder, 'a.key'), 'utf8').trim();
  expect(keys.map((key) => key.toString('base64url'))).not.toContain(own);
});

test('a file that is not a seal key is refused and left unchanged', async () => {
  const bad = join(folder, 'bad.key');
  writeFileSync(bad, 'secret of something else\n');
  for (const tried of [Sealer.of(bad), Sealer.hasKey(bad), Sealer.of(folder)]) {
    await expect(tried).rejects.toBeInstanceOf(InvalidConfigError);
  }
  await expect(Sealer.of(bad)).rejects.not.toThrow('something else');
  expect(readFileSync(bad, 'utf8')).toBe('secret of something else\n');
});
