/** Has no imports, because public pages use it too and must stay small. */

const LEFT = 'trama.left';

/** Marks this tab as left. If Back opens a page of Trama in it, `public/guard.ts` redirects to this address. */
export function markTabLeft(to: string): void {
  try {
    sessionStorage.setItem(LEFT, to);
  } catch {
    // Without storage, Back may show a page. The wipe and the end of the session do not depend on this mark.
  }
}

/** Deletes databases, caches, storage and service workers of this origin. Works offline. */
export async function wipeDevice(): Promise<void> {
  // Clears the caches twice: first at once, because a person who leaves has little time, then after the service workers
  // stopped, because one that is being installed would fill a cache again.
  const shell = () =>
    dropWorkers()
      .catch(() => undefined)
      .then(wipeCaches);
  const steps = [wipeStorage, wipeDatabases, wipeCaches, shell];
  await Promise.allSettled(steps.map(async (step) => step()));
}

/** Keeps only keys that hold no personal data. */
function wipeStorage(): void {
  clearBut(localStorage, ['trama.language', 'trama.theme', 'trama.locked', 'trama.exit']);
  clearBut(sessionStorage, [LEFT]);
}

function clearBut(storage: Storage, keys: readonly string[]): void {
  const kept = keys.map((key) => [key, storage.getItem(key)] as const);
  storage.clear();
  for (const [key, value] of kept) if (value !== null) storage.setItem(key, value);
}

async function wipeDatabases(): Promise<void> {
  const names = (await indexedDB.databases?.()) ?? [{ name: 'trama' }];
  await Promise.all(names.map(({ name }) => name && dropDatabase(name)));
}

function dropDatabase(name: string): Promise<void> {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = () => done();
    request.onblocked = () => setTimeout(done, 500); // the browser deletes it after the other tab disconnects
  });
}

async function wipeCaches(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function dropWorkers(): Promise<void> {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}
