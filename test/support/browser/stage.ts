import { Client } from 'pg';
import { type Browsers, startBrowser } from './browser.js';
import type { FreshDatabase } from '../app/database.js';
import { demoDatabase } from '../app/demo-database.js';
import { type Product, startProduct } from '../app/product.js';

/** What a journey has from its first test to its last; each suite has its own. */
export let product: Product;
export let browsers: Browsers;
/** Its database, past every rule. */
export let db: Client;

interface StageOptions {
  /** For what happens without a network: the service worker costs each page that is opened an eighth of its time. */
  readonly allowsServiceWorker?: boolean;
  /** Says on every page that its data are fictional, as `npm run demo` does. */
  readonly isDemo?: boolean;
  /** The demo world, unless told. */
  readonly database?: () => Promise<FreshDatabase>;
  /** Sets the scene once everything runs. */
  readonly prepare?: () => Promise<unknown>;
}

/** Starts the product, Chromium and a connection before the tests of a suite, and ends them after. */
export function onStage(options: StageOptions = {}): void {
  const { allowsServiceWorker = false, database = demoDatabase, prepare } = options;
  const env: Record<string, string> = options.isDemo ? { TRAMA_DEMO: '1' } : {};
  beforeAll(async () => {
    // In this order, so that a product that does not start leaves no Chromium open.
    product = await startProduct(env, database);
    browsers = await startBrowser({ serviceWorkers: allowsServiceWorker ? 'allow' : 'block' });
    db = new Client(product.databaseUrl);
    await db.connect();
    await prepare?.();
  }, 300_000);
  afterAll(async () => {
    try {
      await browsers.close();
    } finally {
      // Also when a page threw an error: it must not be covered by the process that would be left.
      await db.end();
      await product.stop();
    }
  });
}
