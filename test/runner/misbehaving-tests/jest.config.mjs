import project from '../../../.config/jest.config.mjs';

/** Uses the project's runner without its database server, for the misbehaving test files only. */
export default {
  ...project,
  globalSetup: null,
  globalTeardown: null,
  modulePathIgnorePatterns: [],
  rootDir: '../../..',
  roots: ['<rootDir>/test/runner/misbehaving-tests'],
  testRegex: '/(passes-after-each|.+\\.bad)\\.ts$',
  testSequencer: '<rootDir>/test/runner/misbehaving-tests/sequencer.mjs',
  maxWorkers: 1,
  testTimeout: 1_000,
};
