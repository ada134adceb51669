import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidConfigError, readConfig } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'trama-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function problems(env: Record<string, string>): readonly string[] {
  try {
    readConfig({ TRAMA_DATA_DIR: folder, ...env });
    return [];
  } catch (error) {
    if (error instanceof InvalidConfigError) return error.problems;
    throw error;
  }
}

test('the configuration accepts an empty environment', () => {
  expect(problems({})).toEqual([]);
  expect(readConfig({})).toMatchObject({ port: 3000, origin: 'http://127.0.0.1:3000' });
});

test('the error of an invalid configuration names variables and reasons, never values', () => {
  const secret = 'mysql://someone:secret@somewhere';
  const found = problems({
    TRAMA_POOL_SIZE: 'secret',
    DATABASE_URL: secret,
    REDIS_URL: secret,
    TRAMA_WORKER: 'secret',
  });
  const names = found.map((line) => line.split(':')[0]);

  const bad = ['DATABASE_URL', 'REDIS_URL', 'TRAMA_POOL_SIZE', 'TRAMA_WORKER'];
  expect(names.sort()).toEqual(bad);
  expect(found.join()).not.toMatch(/secret|mysql/);
});

test.each(['?ignoreTLS=true', '?requireTLS=false', '?tls.rejectUnauthorized=false'])(
  'the configuration refuses an SMTP URL option that weakens TLS: %s',
  (options) => {
    const found = problems({ SMTP_URL: `smtp://mail.example${options}` });
    expect(found).toEqual([expect.stringMatching(/^SMTP_URL:/)]);
    expect(problems({ SMTP_URL: 'smtps://user:word@mail.example:465?name=trama' })).toEqual([]);
  },
);

test('the configuration accepts a Redis URL with or without TLS, and refuses an address without a scheme', () => {
  const addresses = ['redis://127.0.0.1:6379', 'rediss://:word@redis.example:6380/2'];
  expect(addresses.map((REDIS_URL) => readConfig({ REDIS_URL }).redisUrl)).toEqual(addresses);
  expect(problems({ REDIS_URL: '127.0.0.1:6379' })).toEqual([
    'REDIS_URL: not an address that starts with redis: or rediss:',
  ]);
});

test('the configuration accepts an origin without HTTPS only for the local machine', () => {
  expect(problems({ TRAMA_ORIGIN: 'http://localhost:3000' })).toEqual([]);
  expect(problems({ TRAMA_ORIGIN: 'https://trama.example' })).toEqual([]);
  expect(problems({ TRAMA_ORIGIN: 'http://trama.example' })).toHaveLength(1);
  expect(problems({ TRAMA_ORIGIN: 'https://trama.example/path' })).toHaveLength(1);
});

test('the configuration refuses the demo in a folder that the demo did not create', () => {
  expect(problems({ TRAMA_DEMO: '1' })).toEqual([expect.stringContaining('TRAMA_DATA_DIR')]);
});

test('a production configuration requires a seal key outside the data folder', () => {
  const production = { NODE_ENV: 'production' };
  const refused = [expect.stringContaining('TRAMA_SEAL_KEY_FILE')];
  expect(problems(production)).toEqual(refused);
  const inside = join(folder, 'keys', 'seal.key');
  expect(problems({ ...production, TRAMA_SEAL_KEY_FILE: inside })).toEqual(refused);
  const outside = join(`${folder}-keys`, 'seal.key');
  expect(problems({ ...production, TRAMA_SEAL_KEY_FILE: outside })).toEqual([]);
  expect(readConfig({ TRAMA_DATA_DIR: folder }).sealKeyFile).toBe(join(folder, 'seal.key'));
});

test('the configuration accepts the number of proxies or their networks', () => {
  const read = (text: string) => readConfig({ TRAMA_TRUST_PROXY: text }).trustProxy;
  expect(['', '0', 'off', '1', 'on', '2'].map(read)).toEqual([false, false, false, 1, 1, 2]);
  expect(read('10.0.0.0/8, ::1')).toEqual(['10.0.0.0/8', '::1']);
  for (const bad of ['-1', 'all', '10.0.0.0/99', '10']) {
    expect(problems({ TRAMA_TRUST_PROXY: bad })).toEqual([
      expect.stringContaining('TRAMA_TRUST_PROXY'),
    ]);
  }
});

test('a production configuration with HTTPS requires a proxy setting', () => {
  const production = {
    ...{ NODE_ENV: 'production', TRAMA_ORIGIN: 'https://trama.example' },
    TRAMA_SEAL_KEY_FILE: join(`${folder}-keys`, 'seal.key'),
  };
  expect(problems(production)).toEqual([expect.stringContaining('TRAMA_TRUST_PROXY')]);
  for (const said of ['0', '1', '10.0.0.0/8']) {
    expect(problems({ ...production, TRAMA_TRUST_PROXY: said })).toEqual([]);
  }
});

describe('the configuration of a folder that the demo created', () => {
  beforeAll(() => writeFileSync(join(folder, 'made-by-demo'), ''));

  test('allows the demo with its seal key inside the folder', () => {
    expect(problems({ TRAMA_DEMO: '1', NODE_ENV: 'production' })).toEqual([]);
  });

  test.each([{ TRAMA_DEMO: '1' }, {}])(
    'cannot make the instance reachable from other machines (%j)',
    (demo) => {
      const open = { ...demo, HOST: '0.0.0.0', TRAMA_ORIGIN: 'https://trama.example' };
      expect(problems(open).map((line) => line.split(':')[0])).toEqual(['HOST', 'TRAMA_ORIGIN']);
    },
  );
});
