// The runtime with which Jest's runner loads modules. Jest's standard runtime loads every module again for each test
// file. This runtime uses Node's cache, so a worker loads the application once. See docs/adr/0029.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
/**
 * Key of jest-circus' event handlers. The runtime deletes the handlers when it loads jest-circus again for the next
 * file.
 */
const CIRCUS_HANDLERS = Symbol.for('EVENT_HANDLERS');

let imports = 0;

export default class NodeRuntime {
  #mocks;

  constructor(_config, environment) {
    this.#mocks = environment.moduleMocker;
  }

  /** jest-circus keeps the tests of a file in its own module state, so each test file gets a fresh copy. */
  requireInternalModule(path) {
    delete require.cache[path];
    delete globalThis[CIRCUS_HANDLERS];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** Adds a counter to the URL, so that a file is evaluated again when it runs twice in one process. */
  unstable_importModule(path) {
    return import(`${pathToFileURL(path)}?run=${++imports}`);
  }

  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}
  resetModules() {}

  clearAllMocks() {
    this.#mocks.clearAllMocks();
  }

  resetAllMocks() {
    this.#mocks.resetAllMocks();
  }

  restoreAllMocks() {
    this.#mocks.restoreAllMocks();
  }

  /** Returns no source maps, because Node itself maps stacks back to the sources. */
  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  teardown() {}
}
