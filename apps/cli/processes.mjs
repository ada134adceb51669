// What runs, on which Node, and what a signal does to it. Plain JavaScript without a dependency, as set-up.mjs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from './environment.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const IS_WINDOWS = process.platform === 'win32';
export const PACKAGE = `node-${IS_WINDOWS ? 'win' : process.platform}-${process.arch}`;
/** The version of Node that npm brings, and its package; none on systems for which there is no package. */
export const VERSION = MANIFEST.optionalDependencies[PACKAGE];
export const nodeIn = (modules) => join(modules, PACKAGE, 'bin', IS_WINDOWS ? 'node.exe' : 'node');

/** The Node that runs the product: npm brings it where it can, elsewhere it must be here already. */
export const NODE = VERSION ? nodeIn(join(ROOT, 'node_modules')) : process.execPath;
/**
 * First argument of a Node that runs a task to its end. With a thread for compiling, Node can wait for ever in
 * `process.exit`: that thread waits for a collection, and the main thread for that thread (nodejs/node#54918).
 */
export const ONE_THREAD = '--single-threaded';

const children = new Set();
let stopSignal;
let isSettingUp = false;

/** While this holds, whatever runs is cut off three seconds after a signal. */
export const setSettingUp = (value) => void (isSettingUp = value);

/** Sends a signal to all that runs. */
export const kill = (signal) => children.forEach((child) => child.stop(signal));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopSignal = signal;
    if (children.size === 0) process.exit(statusOf(signal));
    kill(signal);
    // A step of the set-up can be done again, so it may be cut off; the product takes the time that it needs.
    if (isSettingUp) setTimeout(() => kill('SIGKILL'), 3_000).unref();
  });
}
const statusOf = (signal) => 128 + (constants.signals[signal] ?? 0);

/** Says what goes on. Not on standard output, which belongs to the command's own answer. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Ends with one line that says what is wrong. */
export function refuse(line) {
  say(line);
  process.exit(1);
}

/**
 * Runs a program to its end with our Node first on the path; gives its exit status. `hasFamily`: signals reach also the
 * processes that it starts, and none of them outlives it.
 */
export function run(program, args, options = {}) {
  const { env = {}, stdio = 'inherit', node = NODE } = options;
  const hasFamily = options.hasFamily && !IS_WINDOWS;
  if (stopSignal) process.exit(statusOf(stopSignal));
  const path = [dirname(node), join(ROOT, 'node_modules/.bin'), environment.PATH].join(delimiter);
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio,
      env: { ...environment, PATH: path, ...env },
      detached: hasFamily, // a group of its own
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
    child.once('error', (error) => (say(error.message), end(127)));
  });
}

function killGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // nobody is left
  }
}

/** A tool from node_modules, by the file that its package names as its program. */
export function tool(name, program = name.split('/').at(-1)) {
  const home = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[program]);
}

/** One shown step of the set-up; what it prints goes to standard error. Ends everything when it fails. */
export async function step(title, program, args, options = {}) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  say(`… ${title}`);
  const beat = setInterval(() => say(`  ${title}: ${seconds()}`), 10_000);
  const status = await run(program, args, { stdio: ['ignore', 2, 2], ...options });
  clearInterval(beat);
  if (status !== 0) refuse(`✗ ${title} failed (${status})`);
  say(`  ${seconds()}`);
}
