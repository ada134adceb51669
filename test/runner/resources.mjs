// What keeps a process alive: sockets, servers, child processes, timers.
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 2_000;
const STEP_MS = 20;

/** What is open now. It is asked in a turn of its own, in which no timer of ours runs. */
export async function openResources() {
  await wait(STEP_MS);
  return { handles: new Set(process._getActiveHandles()), timers: timers() };
}

/** Descriptions of what is open now and was not then; what is about to close may take two seconds. */
export async function leftSince(before) {
  let left = [];
  for (let waited = 0; waited <= PATIENCE_MS; waited += STEP_MS) {
    const now = await openResources();
    left = [...now.handles].filter((handle) => !before.handles.has(handle)).map(described);
    const more = now.timers - before.timers;
    if (more > 0) left.push(more === 1 ? 'a timer' : `${more} timers`);
    if (left.length === 0) break;
  }
  return left;
}

const timers = () =>
  process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate')
    .length;

function described(handle) {
  if (handle.spawnargs) return `the process ${handle.spawnargs.join(' ')} (${handle.pid})`;
  const { localPort, remotePort } = handle;
  if (remotePort) return `a socket from port ${localPort} to ${remotePort}`;
  const address = typeof handle.address === 'function' ? handle.address() : undefined;
  if (address?.port) return `a server on port ${address.port}`;
  return handle.constructor.name;
}
