import { deleteDB, openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { accountId } from './account';

/**
 * IndexedDB database with all data that the app stores on this device, in simple key–value stores, so that a lock can
 * delete it at once. Unsent messages stay until they are sent; read messages only as far as offline reading needs them.
 * Each key starts with the id of its account, so that no other account reads or sends the data.
 */
export const DEVICE_DATABASE = 'trama';
const VERSION = 5;
const SHELVES = [
  'outbox',
  'drafts',
  'application',
  'cards',
  'answers',
  'channels',
  'files',
  'forms',
  'owner',
] as const;
export type Shelf = (typeof SHELVES)[number];
/** Stores of the device, not of one account: an applicant has no account yet. */
const SHARED: readonly Shelf[] = ['application', 'owner'];

const keyOn = (shelf: Shelf, key: string, account = accountId()): string =>
  SHARED.includes(shelf) ? key : `${account} ${key}`;
const startingWith = (start: string) => IDBKeyRange.bound(start, `${start}\uffff`);

let opening: Promise<IDBPDatabase> | undefined;
let isShut = false;

function database(): Promise<IDBPDatabase> {
  if (isShut) return Promise.reject(new Error('wiped'));
  opening ??= openDB(DEVICE_DATABASE, VERSION, {
    upgrade(db, before, _now, change) {
      for (const shelf of SHELVES) {
        if (!db.objectStoreNames.contains(shelf)) db.createObjectStore(shelf);
      }
      if (before > 0 && before < 5) return giveOwner(change);
      return undefined;
    },
    blocking: () => void close(),
    terminated: () => (opening = undefined),
  });
  opening.catch(() => (opening = undefined)); // so that the next call opens the database again
  return opening;
}

const OWNERLESS = {
  state: 'failed',
  isOwnerless: true,
  problem: { code: 'CONFLICT', reason: 'outbox.ownerless', fields: {} },
};

/**
 * Keys without an account are from versions before 5. Their values move to the last account that used the device. A
 * queued message may belong to another account, so it is marked as failed and its author must send it again.
 */
async function giveOwner(change: IDBPTransaction<unknown, string[], 'versionchange'>) {
  const owner: string = await change.objectStore('owner').get('account');
  for (const shelf of SHELVES) {
    if (SHARED.includes(shelf)) continue;
    const store = change.objectStore(shelf);
    for (const key of await store.getAllKeys()) {
      const value = await store.get(key);
      await store.delete(key);
      if (shelf !== 'outbox')
        await store.put(value, keyOn(shelf, String(key), value.ownerId ?? owner));
      else if (!value.reaction)
        await store.put({ ...value, ...OWNERLESS }, keyOn(shelf, String(key), owner));
    }
  }
}

export async function keptGet<T>(shelf: Shelf, key: string): Promise<T | undefined> {
  return (await database()).get(shelf, keyOn(shelf, key));
}

/** Returns every value of this account in a store, in key order. */
export async function keptAll<T>(shelf: Shelf): Promise<T[]> {
  return (await database()).getAll(shelf, startingWith(keyOn(shelf, '')));
}

export async function keptKeys(shelf: Shelf): Promise<string[]> {
  const start = keyOn(shelf, '');
  const keys = await (await database()).getAllKeys(shelf, startingWith(start));
  return keys.map((key) => String(key).slice(start.length));
}

export async function keep(shelf: Shelf, key: string, value: unknown): Promise<void> {
  await (await database()).put(shelf, value, keyOn(shelf, key));
}

export async function forget(shelf: Shelf, key: string): Promise<void> {
  await (await database()).delete(shelf, keyOn(shelf, key));
}

/**
 * Changes every value of a store, of all accounts, in one transaction. A value is deleted when `change` returns
 * undefined; a value that was deleted meanwhile is not restored.
 */
export async function changeAll<T>(shelf: Shelf, change: (value: T) => T | undefined) {
  const all = (await database()).transaction(shelf, 'readwrite');
  for (let at = await all.store.openCursor(); at; at = await at.continue()) {
    const next = change(at.value as T);
    if (next === undefined) await at.delete();
    else if (next !== at.value) await at.update(next);
  }
  await all.done;
}

/** Deletes every value of this account whose key starts with `start`. */
export async function forgetFrom(shelf: Shelf, start: string): Promise<void> {
  await (await database()).delete(shelf, startingWith(keyOn(shelf, start)));
}

/** Clears the stores for all accounts. */
export async function empty(...shelves: readonly Shelf[]): Promise<void> {
  const db = await database();
  await Promise.all(shelves.map((shelf) => db.clear(shelf)));
}

/** Values for the browser history, in memory only, until the page is closed. */
const held = new Map<string, unknown>();

/** Stores a value in memory and returns a random key. The browser history then holds only the key, not the value. */
export function hold(value: unknown): string {
  const name = crypto.randomUUID();
  held.set(name, value);
  return name;
}

export const heldAt = <T>(name: string): T | undefined => held.get(name) as T | undefined;

async function close(): Promise<void> {
  const open = opening;
  opening = undefined;
  (await open?.catch(() => undefined))?.close();
}

/** Deletes the database and blocks further writes. Other tabs are asked to close their connections. */
export async function forgetAll(): Promise<void> {
  isShut = true;
  held.clear();
  await close();
  await deleteDB(DEVICE_DATABASE);
}
