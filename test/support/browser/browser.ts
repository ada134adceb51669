import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from 'playwright-core';
import { onTestFailure } from '../../runner/failures.mjs';
import { repositoryPath } from '../repository.js';
import { CHROMIUM_ARGS } from './chromium-args.mjs';

/** Viewport of a phone, the default of the journeys. */
export const PHONE_VIEWPORT = { width: 360, height: 740 };

const FAILURES = repositoryPath('.trama/failures');

/** The Chromium browser of this test run. Each page that it opens has separate cookies. */
export interface Browsers {
  readonly chromium: Browser;
  /** Opens a page with separate cookies and storage. The test fails if the page throws an error. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Closes all pages. Throws the errors that the pages threw. */
  close(): Promise<void>;
}

const pending = new WeakMap<Page, Set<unknown>>();

/** Returns the number of pending requests of a page. */
export const pendingRequests = (page: Page): number => pending.get(page)?.size ?? 0;

/**
 * Connects to the Chromium of the run (TRAMA_CHROMIUM_WS). Without it, starts the Chromium at CHROMIUM_PATH, which `npm
 * test` sets. Browser contexts of one Chromium share nothing. When a test fails, the run saves a screenshot and a trace
 * of each open page. `defaults` are the options of each opened page.
 */
export async function startBrowser(defaults: BrowserContextOptions = {}): Promise<Browsers> {
  const browser = await connect();
  const contexts = new Set<BrowserContext>();
  const thrown: Error[] = [];
  const forget = onTestFailure(async (title: string) => {
    const words = title.replaceAll(/[^\p{L}\d]+/gu, '-');
    const name = words.length > 100 ? `${words.slice(0, 60)}-${words.slice(-40)}` : words;
    for (const [at, context] of [...contexts].entries()) await record(context, `${name}-${at}`);
  });
  return {
    chromium: browser,
    async open(options = {}) {
      const usual = { viewport: PHONE_VIEWPORT, locale: 'es-MX', ...defaults };
      const context = await browser.newContext({ ...usual, ...options });
      contexts.add(context);
      context.on('close', () => void contexts.delete(context));
      await context.tracing.start();
      const page = await context.newPage();
      page.on('pageerror', (error) => thrown.push(error));
      const waiting = new Set<unknown>();
      pending.set(page, waiting);
      page.on('request', (request) => void waiting.add(request));
      page.on('requestfinished', (request) => void waiting.delete(request));
      page.on('requestfailed', (request) => void waiting.delete(request));
      return page;
    },
    async close() {
      forget();
      await Promise.all([...contexts].map((context) => context.close()));
      await browser.close();
      if (thrown.length > 0) throw new AggregateError(thrown, 'Pages threw errors');
    },
  };
}

function connect(): Promise<Browser> {
  const endpoint = process.env['TRAMA_CHROMIUM_WS'];
  if (endpoint) return chromium.connect(endpoint);
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) {
    throw new Error('CHROMIUM_PATH is not set: run the journey with npm test -- <path>, or set it');
  }
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}

async function record(context: BrowserContext, name: string): Promise<void> {
  const file = join(FAILURES, name);
  mkdirSync(FAILURES, { recursive: true });
  for (const [at, page] of context.pages().entries()) {
    await page.screenshot({ path: `${file}-${at}.png`, timeout: 5_000 }).catch(() => undefined);
  }
  await context.tracing.stop({ path: `${file}.zip` }).catch(() => undefined);
  process.stderr.write(`Screenshots and trace: ${file}*\n`);
}
