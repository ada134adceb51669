/** No import on purpose: the public pages use it too, and every byte there is counted. */

const LEFT = 'trama.left';

/** Marks this tab: a page of ours that Back opens in it leads on to this address (`public/guard.ts`). */
export function markLeft(to: string): void {
  try {
    sessionStorage.setItem(LEFT, to);
  } catch {
    // Where storage is refused Back may show a page; the session and what was stored are another matter.
  }
}

/** Databases, caches, storage and service workers of this origin. Works without a network. */
export async function wipeDevice(): Promise<void> {
  // The caches go twice: whoever leaves has little time, and a worker that is being installed would fill one again.
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
    request.onblocked = () => setTimeout(done, 500); // it goes as soon as the other tab lets go
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
