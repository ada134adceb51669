// The Jest environment. The test files of one worker share a process, so each file must leave the process unchanged.
// The environment restores replaced globals. It fails a file that leaves resources open, or that throws after its last
// test.
import v8 from 'node:v8';
import vm from 'node:vm';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';
import { notifyTestFailure } from './failures.mjs';
import { leakedSince, openResources } from './resources.mjs';

const LATE = ['unhandledRejection', 'uncaughtException'];
/**
 * From this heap size on, a worker collects garbage after each file. Jest replaces a worker whose heap has reached
 * `workerIdleMemoryLimit`, and loading all modules again takes ten times as long as collecting.
 */
const COLLECTS_FROM_BYTES = 800e6;
const PROCESS = { exit: process.exit, env: { ...process.env } };

export default class NodeEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern;
  #before;
  #late = [];
  #onLate = (error) => void this.#late.push(error);

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {
    // Jest's stack formatter ignores source maps inside modules. Node's own formatter uses them.
    Error.prepareStackTrace = undefined;
    process.exit = (status) => {
      throw new Error(`a test called process.exit(${status ?? ''})`);
    };
    globalThis.jest = jestObject(this.moduleMocker, this.fakeTimersModern);
    // While tests run, Jest replaces these listeners by its own listeners.
    for (const event of LATE) process.on(event, this.#onLate);
    this.#before = await openResources();
  }

  async teardown() {
    this.fakeTimersModern.useRealTimers();
    this.moduleMocker.restoreAllMocks();
    process.exit = PROCESS.exit;
    restoreEnvironment();
    collectGarbage();
    const left = await leakedSince(this.#before);
    for (const event of LATE) process.off(event, this.#onLate);
    if (this.#late.length > 0) throw this.#late[0];
    if (left.length > 0) throw new Error(`This file left open: ${left.join(', ')}`);
  }

  async handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') await notifyTestFailure(test.name);
  }

  getVmContext() {
    return null;
  }

  exportConditions() {
    return [];
  }
}

/** Returns the methods of Jest's `jest` object that work without Jest's module registry. */
function jestObject(mocks, timers) {
  const jest = {
    fn: mocks.fn.bind(mocks),
    spyOn: mocks.spyOn.bind(mocks),
    replaceProperty: mocks.replaceProperty.bind(mocks),
    clearAllMocks: () => (mocks.clearAllMocks(), jest),
    resetAllMocks: () => (mocks.resetAllMocks(), jest),
    restoreAllMocks: () => (mocks.restoreAllMocks(), jest),
    useFakeTimers: (options) => (timers.useFakeTimers(options), jest),
    useRealTimers: () => (timers.useRealTimers(), jest),
    setSystemTime: (time) => (timers.setSystemTime(time), jest),
    advanceTimersByTime: (ms) => (timers.advanceTimersByTime(ms), jest),
    advanceTimersByTimeAsync: (ms) => timers.advanceTimersByTimeAsync(ms),
    runAllTimers: () => (timers.runAllTimers(), jest),
  };
  return jest;
}

function restoreEnvironment() {
  for (const name of Object.keys(process.env)) {
    if (!(name in PROCESS.env)) delete process.env[name];
  }
  Object.assign(process.env, PROCESS.env);
}

function collectGarbage() {
  if (process.memoryUsage().heapUsed < COLLECTS_FROM_BYTES) return;
  v8.setFlagsFromString('--expose-gc');
  vm.runInNewContext('gc')();
}
