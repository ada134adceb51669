// Finds resources that keep a process alive: sockets, servers, child processes, timers.
import { createHook } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 2_000;
const STEP_MS = 20;

/** With TRAMA_LEAKS=1 each timer is reported with the stack that created it, which is too slow for every run. */
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

/** Returns open handles and timers. Waits first, so that its own timer is not counted. */
export async function openResources() {
  await wait(STEP_MS);
  return { handles: new Set(process._getActiveHandles().filter(isOwned)), timers: timers() };
}

/** Describes resources opened since `before`, after giving them up to two seconds to close. */
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

/** Node opens the worker's standard output on first use, which may be during a test. */
const OUTPUT = new Set([process.stdout, process.stderr]);

/** The channel between tabs of the web app is a `MessagePort` that its module opens once for the life of the worker. */
const isOwned = (handle) => !(handle instanceof MessagePort) && !OUTPUT.has(handle);

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/** The stacks that created the timers that keep the process alive. */
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
