/** Jest's own runner with a runtime that lets Node load modules: see test/runner. */
export default {
  rootDir: '..',
  testRegex: '\\.spec\\.ts$',
  runtime: '<rootDir>/test/runner/runtime.mjs',
  testEnvironment: '<rootDir>/test/runner/environment.mjs',
  testSequencer: '<rootDir>/test/runner/sequencer.mjs',
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.trama/', '<rootDir>/test/laws/bad/'],
  restoreMocks: true,
  waitForUnhandledRejections: true,
  maxWorkers: 3, // a worker waits for PostgreSQL or Chromium half of the time
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/support/app/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/app/global-teardown.mjs',
};
