import { deleteDB, openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { accountId } from './account';

/**
 * What this device keeps: one database of plain key–value shelves, so that the lock can throw it away whole.
 * What a person wrote waits here until it is sent; what they read stays only as far as reading without a network needs it.
 * Each key begins with the account it belongs to: no other account reads it or sends it.
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
/** Shelves of the device and not of an account: an applicant has no account yet. */
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
  opening.catch(() => (opening = undefined)); // so that the next one tries anew
  return opening;
}

const OWNERLESS = {
  state: 'failed',
  isOwnerless: true,
  problem: { code: 'CONFLICT', reason: 'outbox.ownerless', fields: {} },
};

/**
 * Before version 5 keys named no account. What there was goes to the account that the device knew last; a message may be
 * of another one all the same, so its author is asked to send it anew.
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

/** The value under a key of a shelf. */
export async function keptGet<T>(shelf: Shelf, key: string): Promise<T | undefined> {
  return (await database()).get(shelf, keyOn(shelf, key));
}

/** Every value of this account on a shelf, in the order of the keys. */
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
 * Changes every value of a shelf, of all accounts, in one transaction. A value for which `change` returns undefined is
 * deleted; a value that was deleted meanwhile is not restored.
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

/** Takes away every value of this account whose key begins so. */
export async function forgetFrom(shelf: Shelf, start: string): Promise<void> {
  await (await database()).delete(shelf, startingWith(keyOn(shelf, start)));
}

/** Takes everything from a shelf, of every account. */
export async function empty(...shelves: readonly Shelf[]): Promise<void> {
  const db = await database();
  await Promise.all(shelves.map((shelf) => db.clear(shelf)));
}

/** In memory alone, until the page is left. */
const held = new Map<string, unknown>();

/** Holds a value for the page's history, which must not have it: the name that this gives says nothing. */
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

/** Throws everything away, and keeps nothing from then on; a tab that still holds it open is asked to let go. */
export async function forgetAll(): Promise<void> {
  isShut = true;
  held.clear();
  await close();
  await deleteDB(DEVICE_DATABASE);
}
