import type { Page } from 'playwright-core';

/** Everything that this browser keeps for the site a page is on: databases, storage and caches, as one text. */
export function keptBy(page: Page): Promise<string> {
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
        // The files of the app itself are nobody's.
        if (!url.pathname.startsWith('/assets/')) kept.push(url.pathname, await answer!.text());
      }
    }
    return JSON.stringify(kept);
  });
}
