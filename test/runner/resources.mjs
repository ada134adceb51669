// Finds resources that keep a process alive: sockets, servers, child processes, timers.
import { createHook } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 2_000;
const STEP_MS = 20;

/** With TRAMA_LEAKS=1 the runner reports each timer with the stack that created it. This is too slow for every run. */
const IS_TRACED = process.env.TRAMA_LEAKS === '1';
const timersMade = new Map();

if (IS_TRACED) {
  createHook({
    init: (id, type, _trigger, resource) => {
      if (type === 'Timeout') timersMade.set(id, { resource, stack: new Error().stack });
    },
    destroy: (id) => timersMade.delete(id),
  }).enable();
}

/** Returns open handles and timers. Waits first, so that the timer of this wait is not counted. */
export async function openResources() {
  await wait(STEP_MS);
  return { handles: new Set(process._getActiveHandles().filter(isOwned)), timers: timers() };
}

/** Describes the resources that were opened after `before` and stay open for two seconds. */
export async function leakedSince(before) {
  let left = [];
  for (let waited = 0; waited <= PATIENCE_MS; waited += STEP_MS) {
    const now = await openResources();
    left = [...now.handles].filter((handle) => !before.handles.has(handle)).map(described);
    const more = now.timers - before.timers;
    if (more > 0) left.push(more === 1 ? 'a timer' : `${more} timers`);
    if (left.length === 0) return left;
  }
  return IS_TRACED ? [...left, ...placesOfTimers()] : [...left, '(TRAMA_LEAKS=1 names the timers)'];
}

/** Node opens the standard output of a worker when it is first used, which may be during a test. */
const OUTPUT = new Set([process.stdout, process.stderr]);

/** Ignores `MessagePort`: the web app's module for the channel between tabs opens one and never closes it. */
const isOwned = (handle) => !(handle instanceof MessagePort) && !OUTPUT.has(handle);

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/** Returns the stacks that created the timers that keep the process alive. */
const placesOfTimers = () =>
  [...timersMade.values()]
    .filter(({ resource }) => resource.hasRef?.())
    .map(({ stack }) => stack.split('\n').slice(2).join('\n'));

function described(handle) {
  if (handle.spawnargs) return `the process ${handle.spawnargs.join(' ')} (${handle.pid})`;
  const { localPort, remotePort } = handle;
  if (remotePort) return `a socket from port ${localPort} to ${remotePort}`;
  const address = typeof handle.address === 'function' ? handle.address() : undefined;
  if (address?.port) return `a server on port ${address.port}`;
  return handle.constructor.name;
}
