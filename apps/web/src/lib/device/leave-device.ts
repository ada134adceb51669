/** Ends the session and wipes the device. Has no imports, because public pages use it too and must stay small. */

const LEFT = 'trama.left';
/**
 * `localStorage` key for the time of a sign-out that the server has not confirmed. It contains no other data. If the
 * browser refuses storage, lock and sign-out still work while there is a connection.
 */
const PENDING_SIGN_OUT = 'trama.locked';

function inStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined; // The browser refuses storage.
  }
}

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
  clearBut(localStorage, ['trama.language', 'trama.theme', PENDING_SIGN_OUT, 'trama.exit']);
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

/** Timeout of the sign-out request. */
const RESPONSE_MS = 10_000;

/** Waits for the promise, but at most this many milliseconds: then it returns undefined. */
export function withTimeout<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work, new Promise<undefined>((done) => setTimeout(done, ms, undefined))]);
}

/** Stores the time, so that the next page of Trama ends the session if this page closes first. */
export function markSignOutPending(): void {
  inStorage((storage) => storage.setItem(PENDING_SIGN_OUT, String(Date.now())));
}

const pendingSince = () => inStorage((storage) => storage.getItem(PENDING_SIGN_OUT));

/** Deletes the time: the session has ended, or a sign-in in this browser replaced it. */
export function clearPendingSignOut(): void {
  inStorage((storage) => storage.removeItem(PENDING_SIGN_OUT));
}

/** Ends the session. Returns true when the server confirmed it; otherwise the next page of Trama ends it. */
export async function endSession(): Promise<boolean> {
  markSignOutPending();
  return sendSignOut();
}

/** Names the time of the sign-out, so that the server leaves a session that was opened later. */
async function sendSignOut(): Promise<boolean> {
  const now = Date.now();
  const headers = { 'x-trama-signed-out-ago': String(now - Number(pendingSince() ?? now)) };
  // A late answer would delete the cookie and the storage of a later session.
  const late = new AbortController();
  setTimeout(() => late.abort(), RESPONSE_MS);
  const answer = await fetch('/auth/sign-out', {
    method: 'POST',
    keepalive: true,
    headers,
    signal: late.signal,
  }).catch(() => undefined);
  const isEnded = answer?.ok || answer?.status === 401 || answer?.redirected || false;
  if (isEnded) clearPendingSignOut();
  return isEnded;
}

/**
 * Ends the session that a lock or a sign-out left open. Returns false while the server cannot be reached. Await it before
 * the app renders and before a sign-in request.
 */
export async function finishPendingSignOut(): Promise<boolean> {
  return !pendingSince() || sendSignOut();
}
