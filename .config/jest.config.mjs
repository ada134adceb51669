import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('swc.json', import.meta.url), 'utf8'));

export default {
  rootDir: '..',
  testEnvironment: 'node',
  // '#lib/file.js' is the source, not dist.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false, module: { type: 'es6' } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.trama/', '<rootDir>/test/laws/bad/'],
  maxWorkers: 2,
  // Modules of a suite stay in memory after it (ES modules are never let go): a worker that grew too large starts anew.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
