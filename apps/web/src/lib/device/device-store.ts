import { deleteDB, openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { accountId } from './page-account';

/**
 * IndexedDB database with all data that the app stores on this device, in simple key–value stores, so that a lock can
 * delete it at once. Unsent messages stay until they are sent; read messages only as far as offline reading needs them.
 * Each key starts with the id of its account, so that no other account reads or sends the data.
 */
export const DEVICE_DATABASE = 'trama';
const VERSION = 7;
const STORE_NAMES = [
  'outbox',
  'drafts',
  'application',
  'cards',
  'answers',
  'channels',
  'files',
  'forms',
  'owner',
  'public',
] as const;
export type StoreName = (typeof STORE_NAMES)[number];
/** Stores that belong to the device, not to an account: an applicant has no account yet, and everybody reads `public`. */
const SHARED_STORES: readonly StoreName[] = ['application', 'owner', 'public'];

const keyOn = (storeName: StoreName, key: string, account = accountId()): string =>
  SHARED_STORES.includes(storeName) ? key : `${account} ${key}`;
const startingWith = (start: string) => IDBKeyRange.bound(start, `${start}\uffff`);

let writable: readonly StoreName[] = STORE_NAMES;

/** From now on this page writes into these stores only. A page for guests must leave nothing that they did not choose. */
export const writeOnlyTo = (...storeNames: readonly StoreName[]): void =>
  void (writable = storeNames);

let opening: Promise<IDBPDatabase> | undefined;
let isShut = false;

function database(): Promise<IDBPDatabase> {
  if (isShut)
    return Promise.reject(
      new Error('The device database was deleted; nothing can be stored on this page'),
    );
  opening ??= openDB(DEVICE_DATABASE, VERSION, {
    upgrade(db, before, _now, change) {
      for (const storeName of STORE_NAMES) {
        if (!db.objectStoreNames.contains(storeName)) db.createObjectStore(storeName);
      }
      return before > 0 ? changeValues(before, change) : undefined;
    },
    blocking: () => void close(),
    terminated: () => (opening = undefined),
  });
  opening.catch(() => (opening = undefined)); // after a failure, the next call opens the database again
  return opening;
}

const OWNERLESS = {
  state: 'failed',
  isOwnerless: true,
  problem: { code: 'CONFLICT', reason: 'outbox.ownerless', fields: {} },
};

async function changeValues(
  before: number,
  change: IDBPTransaction<unknown, string[], 'versionchange'>,
) {
  if (before < 5) await addOwnerToKeys(change);
  // Feeds stored before version 6 may contain names of people who have left; the server no longer tells them.
  if (before < 6) await change.objectStore('channels').clear();
}

/**
 * Keys without an account come from database versions before 5. Their values move to the last account that used the
 * device. A queued message may belong to another account, so it is marked as failed and its author must send it again.
 */
async function addOwnerToKeys(change: IDBPTransaction<unknown, string[], 'versionchange'>) {
  const owner: string = await change.objectStore('owner').get('account');
  for (const storeName of STORE_NAMES) {
    if (SHARED_STORES.includes(storeName)) continue;
    const store = change.objectStore(storeName);
    for (const key of await store.getAllKeys()) {
      const value = await store.get(key);
      await store.delete(key);
      if (storeName !== 'outbox')
        await store.put(value, keyOn(storeName, String(key), value.ownerId ?? owner));
      else if (!value.reaction)
        await store.put({ ...value, ...OWNERLESS }, keyOn(storeName, String(key), owner));
    }
  }
}

export async function getStored<T>(storeName: StoreName, key: string): Promise<T | undefined> {
  return (await database()).get(storeName, keyOn(storeName, key));
}

/** Returns every value of this account in a store, in key order. */
export async function getAllStored<T>(storeName: StoreName): Promise<T[]> {
  return (await database()).getAll(storeName, startingWith(keyOn(storeName, '')));
}

/** Number of values in a store, of all accounts. */
export async function countStored(storeName: StoreName): Promise<number> {
  return (await database()).count(storeName);
}

export async function getStoredKeys(storeName: StoreName): Promise<string[]> {
  const start = keyOn(storeName, '');
  const keys = await (await database()).getAllKeys(storeName, startingWith(start));
  return keys.map((key) => String(key).slice(start.length));
}

export async function putStored(storeName: StoreName, key: string, value: unknown): Promise<void> {
  if (!writable.includes(storeName)) throw new Error('transient');
  await (await database()).put(storeName, value, keyOn(storeName, key));
}

export async function deleteStored(storeName: StoreName, key: string): Promise<void> {
  await (await database()).delete(storeName, keyOn(storeName, key));
}

/**
 * Changes every value of a store, of all accounts, in one transaction. A value is deleted when `change` returns
 * undefined. A value that was deleted before the transaction is not restored.
 */
export async function updateAllStored<T>(
  storeName: StoreName,
  change: (value: T) => T | undefined,
) {
  const all = (await database()).transaction(storeName, 'readwrite');
  for (let at = await all.store.openCursor(); at; at = await at.continue()) {
    const next = change(at.value as T);
    if (next === undefined) await at.delete();
    else if (next !== at.value) await at.update(next);
  }
  await all.done;
}

/** Deletes every value of this account whose key starts with `start`. */
export async function deleteStoredByPrefix(storeName: StoreName, start: string): Promise<void> {
  await (await database()).delete(storeName, startingWith(keyOn(storeName, start)));
}

/** Clears the stores for all accounts. */
export async function clearStores(...storeNames: readonly StoreName[]): Promise<void> {
  const db = await database();
  await Promise.all(storeNames.map((storeName) => db.clear(storeName)));
}

/** Values for the browser history, in memory only, until the page is closed. */
const held = new Map<string, unknown>();

/** Stores a value in memory and returns a random key. The browser history then holds only the key, not the value. */
export function holdInMemory(value: unknown): string {
  const name = crypto.randomUUID();
  held.set(name, value);
  return name;
}

export const valueInMemory = <T>(name: string): T | undefined => held.get(name) as T | undefined;

async function close(): Promise<void> {
  const open = opening;
  opening = undefined;
  (await open?.catch(() => undefined))?.close();
}

/** Deletes the database and blocks further writes. Other tabs are asked to close their connections. */
export async function deleteDeviceDatabase(): Promise<void> {
  isShut = true;
  held.clear();
  await close();
  await deleteDB(DEVICE_DATABASE);
}
