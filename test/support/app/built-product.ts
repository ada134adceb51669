import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { API_NODE_ARGUMENTS, API_NODE_ENVIRONMENT } from '../../../apps/cli/api-node-arguments.mjs';
import type { TestApp } from './app.js';
import { type FreshDatabase, freshDatabase, SEAL_KEY_FILE } from './database.js';
import { ROOT } from '../repository.js';

/** The built product, running as a separate process. */
export interface BuiltProduct {
  readonly url: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly pid: number;
  /** The log output so far. */
  readonly said: string;
  /** Sends a signal and waits for the exit. Returns the exit status, which is null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Starts the process again with the same port, data folder and database. */
  restart(): Promise<void>;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

/**
 * Maximum start time in milliseconds. It only ends a start that hangs: `npm run bench -- --only start` measures the time,
 * and on a busy machine 30 seconds were too few.
 */
const READY_WITHIN = 120_000;

/**
 * Starts the product that `npm run build` made, and waits until it is ready. Without `database`, it gets a new, empty
 * database.
 */
export async function startProduct(
  given: Record<string, string> = {},
  make: () => Promise<FreshDatabase> = freshDatabase,
): Promise<BuiltProduct> {
  const database = await make();
  const dataDir = mkdtempSync(join(tmpdir(), 'trama-product-'));
  if (given['TRAMA_DEMO']) writeFileSync(join(dataDir, 'made-by-demo'), '');
  if (database.files) cpSync(database.files, join(dataDir, 'files'), { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    TRAMA_DATA_DIR: dataDir,
    TRAMA_SEAL_KEY_FILE: SEAL_KEY_FILE,
    DATABASE_URL: database.url,
    TRAMA_MAY_LOSE_DATA: '1', // Allows a database server that may lose data, like the test database server.
    ...given,
  };
  const log: Log = { text: '' };
  let child = await launch(env, url, log);
  return {
    url,
    dataDir,
    databaseUrl: database.url,
    get pid() {
      return child.pid!;
    },
    get said() {
      return log.text;
    },
    end: (signal) => end(child, signal),
    restart: async () => void (child = await launch(env, url, log)),
    stop: async () => {
      await end(child, 'SIGTERM');
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Wraps the product as a TestApp, so that tests can send requests and open sockets. The wrapper offers no services. */
export function asTestApp({ url }: BuiltProduct): TestApp {
  const here = { url, origin: url };
  return { ...here, nodes: [here] } as unknown as TestApp;
}

interface Log {
  text: string;
}

async function launch(env: NodeJS.ProcessEnv, url: string, log: Log): Promise<ChildProcess> {
  const child = spawn(process.execPath, API_NODE_ARGUMENTS, {
    cwd: ROOT,
    env: { ...API_NODE_ENVIRONMENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => (log.text += part));
  }
  const deadline = performance.now() + READY_WITHIN;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      const reason = child.exitCode === null ? 'in time' : `and exited with ${child.exitCode}`;
      await end(child, 'SIGKILL');
      throw new Error(`The product did not start ${reason}:\n${log.text.slice(-4_000)}`);
    }
    await wait(50);
  }
  return child;
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    (answer) => answer.ok,
    () => false,
  );

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => {
    child.once('exit', (status) => done(status));
    child.kill(signal);
  });
}

/** Returns a free port of this machine. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = net.createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => done(port));
    });
  });
}
