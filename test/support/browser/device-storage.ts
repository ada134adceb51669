import type { Page } from 'playwright-core';
import { waitUntil } from '../wait-until.js';

/** Returns everything that the browser stores for this site: databases, storage and caches, as one text. */
export function storedByBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unreadable'));
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name!));
      for (const shelf of db.objectStoreNames) {
        const store = db.transaction(shelf).objectStore(shelf);
        kept.push(shelf, await done(store.getAllKeys()), await done(store.getAll()));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const url = new URL(request.url);
        const answer = await cache.match(request);
        // The app's own files contain nothing personal.
        if (!url.pathname.startsWith('/assets/')) kept.push(url.pathname, await answer!.text());
      }
    }
    return JSON.stringify(kept);
  });
}

/** Waits until the browser stores all of these texts. */
export const waitUntilStored = (page: Page, ...texts: readonly string[]): Promise<void> =>
  waitUntil(`The device does not keep ${texts.join(' and ')}`, async () => {
    const kept = await storedByBrowser(page);
    return texts.every((text) => kept.includes(text));
  });

/** Waits until the browser stores none of these texts. */
export const waitUntilDeleted = (page: Page, ...texts: readonly string[]): Promise<void> =>
  waitUntil(`The device still keeps ${texts.join(' or ')}`, async () => {
    const kept = await storedByBrowser(page);
    return !texts.some((text) => kept.includes(text));
  });

/** Waits until the device stores everything that is needed to open the channel offline. */
export async function waitUntilChannelIsOffline(page: Page): Promise<void> {
  const [, channelId] = /\/channels\/([0-9a-f-]{36})/.exec(page.url())!;
  await waitUntil(`The device does not keep ${page.url()}`, () =>
    page.evaluate(isKeptWhole, channelId!),
  );
}

/**
 * Runs in the page. Returns whether the browser stores the loaded build files, the initial queries and the channel's
 * messages.
 */
async function isKeptWhole(channelId: string): Promise<boolean> {
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ pathname }) => pathname.startsWith('/assets/'));
  const cached = await Promise.all(loaded.map((url) => caches.match(url)));
  if (cached.includes(undefined)) return false;
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('unreadable'));
    });
  const db = await done(indexedDB.open('trama'));
  // Each key starts with the account id.
  const keysOf = async (shelf: string) => {
    const keys = await done(db.transaction(shelf).objectStore(shelf).getAllKeys());
    return keys.map((key) => String(key).replace(/^[0-9a-f-]{36} /, ''));
  };
  const answers = await keysOf('answers');
  const channels = await keysOf('channels');
  db.close();
  const asked = ['Me {}', 'Channels {}', `Channel ${JSON.stringify({ id: channelId })}`];
  return channels.includes(channelId) && asked.every((key) => answers.includes(key));
}
