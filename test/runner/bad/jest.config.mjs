import project from '../../../.config/jest.config.mjs';

/** The project's runner without its database server, on the bad files only. */
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
