// Runs child processes with the right version of Node and forwards signals to them. Plain JavaScript without
// dependencies, like set-up.mjs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from './environment.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const IS_WINDOWS = process.platform === 'win32';
export const NODE_PACKAGE = `node-${IS_WINDOWS ? 'win' : process.platform}-${process.arch}`;
/** The Node version that npm installs from `NODE_PACKAGE`; undefined on systems without such a package. */
export const NODE_VERSION = MANIFEST.optionalDependencies[NODE_PACKAGE];
export const nodePathIn = (modules) =>
  join(modules, NODE_PACKAGE, 'bin', IS_WINDOWS ? 'node.exe' : 'node');

/** The Node binary that runs the application: from npm if there is a package, else the current binary. */
export const NODE_PATH = NODE_VERSION ? nodePathIn(join(ROOT, 'node_modules')) : process.execPath;
/**
 * First argument of a Node process that runs a task and exits. With a compiler thread, Node can hang in `process.exit`:
 * the compiler thread waits for a garbage collection, and the main thread waits for the compiler thread
 * (nodejs/node#54918).
 */
export const SINGLE_THREADED_NODE = '--single-threaded';

const children = new Set();
let stopSignal;
let isSettingUp = false;

/** While set, running processes are killed three seconds after a signal. */
export const setIsSettingUp = (value) => void (isSettingUp = value);

/** Sends a signal to all running processes. */
export const signalAllChildren = (signal) => children.forEach((child) => child.stop(signal));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopSignal = signal;
    if (children.size === 0) process.exit(statusOf(signal));
    signalAllChildren(signal);
    // A set-up step can be repeated, so it may be killed. The application gets the time that it needs to stop.
    if (isSettingUp) setTimeout(() => signalAllChildren('SIGKILL'), 3_000).unref();
  });
}
const statusOf = (signal) => 128 + (constants.signals[signal] ?? 0);

/** Prints progress to standard error, because standard output belongs to the command. */
export const printProgress = (line) => process.stderr.write(`${line}\n`);

/** Prints an error in one line and exits with status 1. */
export function exitWithError(line) {
  printProgress(line);
  process.exit(1);
}

/**
 * Runs a program with the right Node first on the path and returns its exit status. With `hasFamily`, signals also
 * reach the child processes of the program, and all of them are killed when the program ends.
 */
export function runProgram(program, args, options = {}) {
  const { env = {}, stdio = 'inherit', node = NODE_PATH } = options;
  const hasFamily = options.hasFamily && !IS_WINDOWS;
  if (stopSignal) process.exit(statusOf(stopSignal));
  const path = [dirname(node), join(ROOT, 'node_modules/.bin'), environment.PATH].join(delimiter);
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio,
      env: { ...environment, PATH: path, ...env },
      detached: hasFamily, // Starts a process group, so that one signal reaches all its processes.
    });
    const entry = {
      stop: (signal) => (hasFamily ? killGroup(child.pid, signal) : child.kill(signal)),
    };
    children.add(entry);
    if (options.onMessage) child.on('message', options.onMessage);
    const end = (status) => {
      if (hasFamily && child.pid) killGroup(child.pid, 'SIGKILL');
      children.delete(entry);
      done(status);
    };
    child.once('exit', (code, signal) => end(code ?? statusOf(signal)));
    child.once('error', (error) => (printProgress(error.message), end(127)));
  });
}

function killGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // Ignored: no process is left in the group.
  }
}

/** The path of a tool in node_modules, from the `bin` entry of its package. */
export function toolPath(name, program = name.split('/').at(-1)) {
  const home = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[program]);
}

/** Runs one step of the set-up and shows its progress. Its output goes to standard error. Exits if the step fails. */
export async function runSetUpStep(title, program, args, options = {}) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  printProgress(`… ${title}`);
  const beat = setInterval(() => printProgress(`  ${title}: ${seconds()}`), 10_000);
  const status = await runProgram(program, args, { stdio: ['ignore', 2, 2], ...options });
  clearInterval(beat);
  if (status !== 0) exitWithError(`✗ ${title} failed (${status})`);
  printProgress(`  ${seconds()}`);
}
