import { deleteDB, openDB, type IDBPDatabase } from 'idb';

/**
 * What this device keeps: one database of plain key–value shelves, so that the lock can throw it away whole.
 * What a person wrote waits here until it is sent; what they read stays only as far as reading without a network needs it.
 */
export const DEVICE_DATABASE = 'trama';
const VERSION = 4;
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

let opening: Promise<IDBPDatabase> | undefined;
let isShut = false;

function database(): Promise<IDBPDatabase> {
  if (isShut) return Promise.reject(new Error('wiped'));
  opening ??= openDB(DEVICE_DATABASE, VERSION, {
    upgrade(db) {
      for (const shelf of SHELVES) {
        if (!db.objectStoreNames.contains(shelf)) db.createObjectStore(shelf);
      }
    },
    blocking: () => void close(),
    terminated: () => (opening = undefined),
  });
  opening.catch(() => (opening = undefined)); // so that the next one tries anew
  return opening;
}

/** The value under a key of a shelf. */
export async function keptGet<T>(shelf: Shelf, key: string): Promise<T | undefined> {
  return (await database()).get(shelf, key);
}

/** Every value of a shelf in the order of its keys. */
export async function keptAll<T>(shelf: Shelf): Promise<T[]> {
  return (await database()).getAll(shelf);
}

export async function keptKeys(shelf: Shelf): Promise<string[]> {
  return (await (await database()).getAllKeys(shelf)).map(String);
}

export async function keep(shelf: Shelf, key: string, value: unknown): Promise<void> {
  await (await database()).put(shelf, value, key);
}

export async function forget(shelf: Shelf, key: string): Promise<void> {
  await (await database()).delete(shelf, key);
}

/** Changes what is there of a shelf, all at once; what `change` gives nothing for goes. Nothing that went meanwhile comes back. */
export async function changeAll<T>(shelf: Shelf, change: (value: T) => T | undefined) {
  const all = (await database()).transaction(shelf, 'readwrite');
  for (let at = await all.store.openCursor(); at; at = await at.continue()) {
    const next = change(at.value as T);
    if (next === undefined) await at.delete();
    else if (next !== at.value) await at.update(next);
  }
  await all.done;
}

/** Takes away every value whose key begins so. */
export async function forgetFrom(shelf: Shelf, start: string): Promise<void> {
  await (await database()).delete(shelf, IDBKeyRange.bound(start, `${start}\uffff`));
}

/** Takes everything from a shelf. */
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

/** Every shelf and what is held, for another account. */
export async function emptyAll(): Promise<void> {
  held.clear();
  await empty(...SHELVES);
}

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
