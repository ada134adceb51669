import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '#database/database.js';
import { MovableClock } from '#kernel/clock.js';
import { type Config, readConfig } from '#kernel/config.js';
import { createApp } from '../../../apps/api/create-app.js';
import { type FreshDatabase, freshDatabase, SEAL_KEY_FILE } from './database.js';
import { HAS_TWO_NODES } from './nodes.js';
import { startRedis } from './redis.js';

/** The real application on a database of its own and a free port, with a clock that can be moved. */
export interface TestApp {
  readonly url: string;
  readonly origin: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly config: Config;
  readonly app: NestFastifyApplication;
  readonly db: Database;
  readonly clock: MovableClock;
  /** This one, and in a run on two nodes the other: requests and sockets take turns among them. */
  readonly nodes: readonly TestApp[];
  /** A service of the application, by its class. */
  get<T>(type: abstract new (...args: never[]) => T): T;
  stop(): Promise<void>;
}

/** Time for a template database too, where this file is the first that asks for it. */
const STARTS_WITHIN_MS = 300_000;
const DEFAULT_ENV = { LOG_LEVEL: 'silent', TRAMA_SEAL_KEY_FILE: SEAL_KEY_FILE };

/** A database that somebody else of the test made and drops, and perhaps the clock of the other node. */
export interface Shared {
  readonly databaseUrl: string;
  readonly dataDir?: string;
  readonly clock?: MovableClock;
}

/**
 * Starts it. `env` is what the environment would say; jobs run in it unless `TRAMA_WORKER` is '0'. With `shared` it is
 * another node on a database that is there. Where the run is one on two nodes (`TRAMA_TEST_NODES`), it brings its other.
 */
export function startApp(env: Record<string, string> = {}, shared?: Shared): Promise<TestApp> {
  const isAlone = shared !== undefined || !HAS_TWO_NODES;
  return isAlone ? startNode(env, shared) : startBoth(env);
}

/** Two nodes that are one to whoever asks: the second runs no jobs. */
async function startBoth(env: Record<string, string>): Promise<TestApp> {
  const redis = await startRedis();
  const told = { ...env, REDIS_URL: redis.url };
  const first = await startNode(told);
  const second = await startNode({ ...told, TRAMA_WORKER: '0' }, first);
  const stop = async () => {
    await second.stop();
    await first.stop();
    await redis.stop();
  };
  const both = { ...first, nodes: [first, second], stop };
  return both;
}

async function startNode(env: Record<string, string>, shared?: Shared): Promise<TestApp> {
  const own = shared ? undefined : await freshDatabase();
  const databaseUrl = shared?.databaseUrl ?? own!.url;
  const dataDir = shared?.dataDir ?? mkdtempSync(join(tmpdir(), 'trama-test-'));
  const config: Config & { origin: string } = {
    ...readConfig({ ...DEFAULT_ENV, TRAMA_DATA_DIR: dataDir, ...env }),
  };
  const clock = shared?.clock ?? new MovableClock();
  const app = await createApp({ config, databaseUrl, clock });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  // The port is known only now, and the origin is checked against what browsers send.
  if (!config.isSecure) config.origin = url;
  const stop = async () => {
    await app.close();
    await own?.drop();
    if (!shared?.dataDir) rmSync(dataDir, { recursive: true, force: true });
  };
  const get: TestApp['get'] = (type) => app.get(type as never, { strict: false });
  const parts = { url, origin: config.origin, dataDir, databaseUrl, config };
  const node = { ...parts, app, db: get(Database), clock, get, stop, nodes: [] as TestApp[] };
  node.nodes.push(node);
  return node;
}

/**
 * The application of a test file or describe block, started before its tests and stopped after them. What it gives may be
 * used inside hooks and tests. Without `database` its database is migrated and empty.
 */
export function useApp(
  env: Record<string, string> = {},
  database?: () => Promise<FreshDatabase>,
): TestApp {
  let made: FreshDatabase | undefined;
  let started: TestApp | undefined;
  beforeAll(async () => {
    made = await database?.();
    started = await startApp(env, made && { databaseUrl: made.url });
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await started?.stop();
    await made?.drop();
  });
  return new Proxy({} as TestApp, {
    get(_target, name) {
      if (!started) throw new Error('useApp: the application runs inside hooks and tests only');
      return Reflect.get(started, name);
    },
  });
}
