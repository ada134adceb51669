import project from '../../../.config/jest.config.mjs';

/** Uses the project's runner without its database server, for the bad files only. */
export default {
  ...project,
  globalSetup: null,
  globalTeardown: null,
  modulePathIgnorePatterns: [],
  rootDir: '../../..',
  roots: ['<rootDir>/test/runner/bad'],
  testRegex: '/(good|.+\\.bad)\\.ts$',
  testSequencer: '<rootDir>/test/runner/bad/sequencer.mjs',
  maxWorkers: 1,
  testTimeout: 300,
};
