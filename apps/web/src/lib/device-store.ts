import { deleteDB, openDB, type IDBPDatabase } from 'idb';

/**
 * What this device keeps: one database of plain key–value shelves, so that the lock can throw it away whole.
 * Nothing private is kept without the person's say or the need to send it.
 */
export const DEVICE_DATABASE = 'trama';
const SHELVES = ['outbox', 'drafts', 'application', 'cards'] as const;
export type Shelf = (typeof SHELVES)[number];

let opening: Promise<IDBPDatabase> | undefined;

function database(): Promise<IDBPDatabase> {
  opening ??= openDB(DEVICE_DATABASE, 1, {
    upgrade(db) {
      for (const shelf of SHELVES) db.createObjectStore(shelf);
    },
    blocking: () => void close(),
    terminated: () => (opening = undefined),
  });
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

export async function keep(shelf: Shelf, key: string, value: unknown): Promise<void> {
  await (await database()).put(shelf, value, key);
}

export async function forget(shelf: Shelf, key: string): Promise<void> {
  await (await database()).delete(shelf, key);
}

async function close(): Promise<void> {
  const open = opening;
  opening = undefined;
  (await open?.catch(() => undefined))?.close();
}

/** Throws everything away; a tab that still holds it open is asked to let go. */
export async function forgetAll(): Promise<void> {
  await close();
  await deleteDB(DEVICE_DATABASE);
}
