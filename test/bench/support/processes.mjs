// Child processes of the benchmark, and their resource use as reported by the kernel.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { API_NODE_ARGUMENTS, API_NODE_ENVIRONMENT } from '../../../apps/cli/api-node-arguments.mjs';
import { BENCH_DIR, startedPostgres, REPOSITORY_DIR } from './postgres.mjs';

const children = new Set();

/**
 * Starts a script with this version of Node. The child ends at the latest when this process ends. `log` is the file for
 * its output.
 */
export function startChild(args, { env = {}, log = 'child' } = {}) {
  mkdirSync(BENCH_DIR, { recursive: true });
  const out = openSync(join(BENCH_DIR, `${log}.log`), 'w');
  const child = spawn(process.execPath, args, {
    cwd: REPOSITORY_DIR,
    env: { ...process.env, ...env },
    stdio: ['ignore', out, out, 'ipc'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

export async function endChild(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

export const endChildren = () =>
  Promise.all([...children].map((child) => endChild(child, 'SIGKILL')));

export function freePort() {
  return new Promise((done, fail) => {
    const server = net.createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Waits until a URL answers 200; throws when the child ends first. */
export async function waitUntilReady(child, url, seconds = 60) {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: see ${BENCH_DIR}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
    await wait(20);
  }
  throw new Error(`${url} is not ready after ${seconds} s`);
}

/**
 * Starts the product like `npm start`: one process with the built API and its job worker. `port` is the port to listen
 * on, e.g. that of a killed process.
 */
export async function startProduct({ databaseUrl, port, name = 'product' }) {
  const own = port ?? (await freePort());
  const env = {
    ...API_NODE_ENVIRONMENT,
    NODE_ENV: 'production',
    PORT: String(own),
    DATABASE_URL: databaseUrl,
    TRAMA_DATA_DIR: join(BENCH_DIR, name),
    TRAMA_SEAL_KEY_FILE: join(BENCH_DIR, 'seal.key'),
  };
  const profile = process.env.BENCH_CPU_PROFILE;
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const child = startChild([...flags, ...API_NODE_ARGUMENTS], { env, log: name });
  await waitUntilReady(child, `http://127.0.0.1:${own}/health/ready`);
  return { child, pid: child.pid, port: own, stop: () => endChild(child) };
}

/**
 * Starts `npm run demo` with its embedded PostgreSQL in a data folder. The folder keeps the demo data for the next
 * start.
 */
export async function startDemo(dataDir, log) {
  const port = await freePort();
  const env = { PORT: String(port), TRAMA_DATA_DIR: dataDir, DATABASE_URL: '' };
  const child = startChild(['apps/cli/bootstrap.mjs', 'demo'], { env, log });
  await waitUntilReady(child, `http://127.0.0.1:${port}/health/ready`, 300);
  return { child, url: `http://127.0.0.1:${port}`, stop: () => endChild(child) };
}

/** Starts a script of the folder `baseline`; its first message contains its port. */
export async function startBaseline(file, env = {}) {
  const child = startChild([`test/bench/baseline/${file}`], { env, log: `baseline-${file}` });
  const port = await new Promise((done, fail) => {
    child.once('message', (message) => done(message.port));
    child.once('exit', () => fail(new Error(`${file} ended: see ${BENCH_DIR}`)));
  });
  return { child, pid: child.pid, port, stop: () => endChild(child) };
}

const TICK_MS = 10; // the kernel reports CPU time in hundredths of a second

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

/** Milliseconds of CPU time of a process, user and kernel. */
export function cpuMs(pid) {
  const stat = statOf(pid);
  return (stat[11] + stat[12]) * TICK_MS;
}

/** Returns the CPU time of PostgreSQL: of the postmaster, of its running processes and of its ended processes. */
export async function postgresCpuMs() {
  const { pid } = await startedPostgres();
  const own = statOf(pid);
  let ticks = own[11] + own[12] + own[13] + own[14];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = statOf(name);
      if (stat[1] === pid) ticks += stat[11] + stat[12];
    } catch {
      // the process has just ended
    }
  }
  return ticks * TICK_MS;
}

export function residentMemoryKb(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]);
}
