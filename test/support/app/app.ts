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
import { HAS_TWO_NODES } from './next-node.js';
import { startRedis } from './redis-server.js';

/** The application on a separate database and a free port, with a clock that tests can move. */
export interface TestApp {
  readonly url: string;
  readonly origin: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly config: Config;
  readonly app: NestFastifyApplication;
  readonly db: Database;
  readonly clock: MovableClock;
  /** The nodes of this application: one, or two in a two-node run. Requests and sockets alternate between the nodes. */
  readonly nodes: readonly TestApp[];
  /** Returns a service of the application by its class. */
  get<T>(type: abstract new (...args: never[]) => T): T;
  stop(): Promise<void>;
}

/** Time limit of a hook that starts an application. It includes the build of a template database by its first user. */
export const STARTS_WITHIN_MS = 300_000;
const DEFAULT_ENV = { LOG_LEVEL: 'silent', TRAMA_SEAL_KEY_FILE: SEAL_KEY_FILE };

/** A database that the test creates and drops itself. Optionally with the clock of another node on this database. */
export interface SharedDatabase {
  readonly databaseUrl: string;
  readonly dataDir?: string;
  readonly clock?: MovableClock;
}

/**
 * Starts the application. `env` replaces the environment. It runs background jobs unless `TRAMA_WORKER` is '0'. With
 * `shared` it joins an existing database as another node. In a two-node run (`TRAMA_TEST_NODES`), it also starts its
 * second node.
 */
export function startApp(
  env: Record<string, string> = {},
  shared?: SharedDatabase,
): Promise<TestApp> {
  const isAlone = shared !== undefined || !HAS_TWO_NODES;
  return isAlone ? startNode(env, shared) : startBoth(env);
}

/** Starts two nodes that act as one application; the second runs no jobs. */
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

async function startNode(env: Record<string, string>, shared?: SharedDatabase): Promise<TestApp> {
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
  // The origin contains the port, which is known only now. The guard compares it with the Origin header of browsers.
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
 * Starts the application of a test file or describe block before its tests and stops it after them. Use the returned
 * object inside hooks and tests only. Without `database` it gets an empty migrated database.
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
    // Node never frees the module of a test file, which holds the proxy below.
    started = undefined;
    made = undefined;
  });
  return new Proxy({} as TestApp, {
    get(_target, name) {
      if (!started) throw new Error('useApp: the application runs inside hooks and tests only');
      return Reflect.get(started, name);
    },
  });
}
