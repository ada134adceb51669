import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

/** A phone, as the journeys see the product. */
export const PHONE = { width: 360, height: 740 };

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Chromium, found by `npm test`; each page that it opens belongs to a person of its own. */
export interface Browsers {
  readonly chromium: Browser;
  /** A page with its own cookies and storage. It fails the test when the page throws. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Closes everything, and throws what pages threw meanwhile. */
  close(): Promise<void>;
}

/** Starts Chromium, where it is installed or where CHROMIUM_PATH says. */
export async function startBrowser(more: readonly string[] = []): Promise<Browsers> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: [...ARGS, ...more] });
  const thrown: Error[] = [];
  return {
    chromium: browser,
    async open(options = {}) {
      const context = await browser.newContext({ viewport: PHONE, locale: 'es-MX', ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => thrown.push(error));
      return page;
    },
    async close() {
      await browser.close();
      if (thrown.length > 0) throw new AggregateError(thrown, 'Pages threw errors');
    },
  };
}
