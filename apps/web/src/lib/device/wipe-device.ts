/** No import on purpose: the public pages use it too, and every byte there is counted. */

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

function wipeStorage(): void {
  const kept = ['trama.language', 'trama.theme', 'trama.locked'].map(
    (key) => [key, localStorage.getItem(key)] as const,
  );
  localStorage.clear();
  sessionStorage.clear();
  for (const [key, value] of kept) if (value !== null) localStorage.setItem(key, value); // no trace of anybody
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
