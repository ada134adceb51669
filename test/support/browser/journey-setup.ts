import { Client } from 'pg';
import { type Browsers, startBrowser } from './browser.js';
import { STARTS_WITHIN_MS } from '../app/app.js';
import type { FreshDatabase } from '../app/database.js';
import { demoDatabase } from '../app/demo-database.js';
import { type BuiltProduct, startProduct } from '../app/built-product.js';
import { startRedis } from '../app/redis-server.js';

/** The product, browsers and database connection of the current suite. */
export let product: BuiltProduct;
/** A second node of the product, with `hasOtherNode`. */
export let otherNode: BuiltProduct;
export let browsers: Browsers;
/** Direct database connection, which bypasses the policy. */
export let db: Client;

interface JourneyOptions {
  /** Set this option for offline tests only: the service worker makes every page load slower by an eighth. */
  readonly allowsServiceWorker?: boolean;
  /** Shows the demo notice on every page, as `npm run demo` does. */
  readonly isDemo?: boolean;
  /** Starts two nodes of the product on one database, connected by Redis. */
  readonly hasOtherNode?: boolean;
  /** Returns the database of the product. Default: the demo database. */
  readonly database?: () => Promise<FreshDatabase>;
  /** Runs once, after the product and the browser have started. */
  readonly prepare?: () => Promise<unknown>;
}

/** Starts the product, Chromium and a database connection before the tests of a suite, and stops them after. */
export function useJourney(options: JourneyOptions = {}): void {
  const { allowsServiceWorker = false, database = demoDatabase, prepare } = options;
  const env: Record<string, string> = options.isDemo ? { TRAMA_DEMO: '1' } : {};
  /** Stops the last started first, and the others also if one throws an error. */
  const started = new AsyncDisposableStack();
  beforeAll(async () => {
    // Starts the product first: if this fails, no Chromium stays running.
    if (options.hasOtherNode) {
      const redis = await startRedis();
      started.defer(() => redis.stop());
      env['REDIS_URL'] = redis.url;
    }
    product = await startProduct(env, database);
    started.defer(() => product.stop());
    if (options.hasOtherNode) {
      const same = { url: product.databaseUrl, drop: async () => undefined };
      const files = { TRAMA_DATA_DIR: product.dataDir };
      otherNode = await startProduct({ ...env, ...files }, async () => same);
      started.defer(() => otherNode.stop());
    }
    browsers = await startBrowser({ serviceWorkers: allowsServiceWorker ? 'allow' : 'block' });
    started.defer(() => browsers.close());
    db = new Client(product.databaseUrl);
    await db.connect();
    started.defer(() => db.end());
    await prepare?.();
  }, STARTS_WITHIN_MS);
  afterAll(() => started.disposeAsync());
}
