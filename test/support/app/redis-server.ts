import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from './app.js';
import { send } from './client.js';
import { freePort } from './built-product.js';

/** The Redis server of one test: it persists nothing and ends with the test process. */
export interface TestRedis {
  readonly url: string;
  /** Stops answering without closing any connection. */
  freeze(): void;
  thaw(): void;
  /** Kills the server and drops its data. */
  kill(): Promise<void>;
  /** Starts the killed server again at the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Returns whether this node reports the given state of its Redis. */
export async function hasRedisState(state: 'ok' | 'unreachable', app: TestApp): Promise<boolean> {
  const answer = (await (await send({ app }, '/health/ready')).json()) as { redis?: string };
  return answer.redis === state;
}

const ANSWERS_WITHIN_MS = 60_000;

export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'trama-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async () => {
    if (child) return;
    child = await launch(folder, port);
  };
  const kill = async () => {
    const ended = child && new Promise((done) => child!.once('exit', done));
    child?.kill('SIGKILL');
    await ended;
    child = undefined;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    kill,
    start,
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, port: number): Promise<ChildProcess> {
  const program = process.env['REDIS_SERVER'] || 'redis-server';
  const settings = {
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    save: '',
    appendonly: 'no',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(program, args, { stdio: 'ignore' });
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const endAt = performance.now() + ANSWERS_WITHIN_MS;
  while (!(await answers(port))) {
    if (failure || child.exitCode !== null || performance.now() > endAt) {
      child.kill('SIGKILL');
      throw new Error(`${program} does not start`, { cause: failure });
    }
    await wait(10);
  }
  return child;
}

const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket
      .once('data', (said) => (socket.destroy(), done(String(said) === '+PONG\r\n')))
      .once('error', () => done(false));
  });
