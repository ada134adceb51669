import { Invalid } from './errors.js';
import { isId } from './ids.js';

/**
 * One page of a list and the cursor of the next page. It has no total: a total could disclose that rows exist which the
 * viewer cannot see.
 */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 50;

/**
 * Returns the page size: `first`, but at most 50; 20 if `first` is not set. The query reads one row more to find out
 * whether another page follows. Throws Invalid if `first` is below 1.
 */
export function effectivePageSize(first: number | null | undefined): number {
  if (first === null || first === undefined) return DEFAULT_PAGE_SIZE;
  if (!Number.isInteger(first) || first < 1) throw new Invalid('page.size');
  return Math.min(first, MAX_PAGE_SIZE);
}

/**
 * Builds a page of `size` items from up to `size + 1` rows. `keyOf` returns the sort key of a row; its last part is the
 * id.
 */
export function toPage<T>(rows: T[], size: number, keyOf: (row: T) => readonly unknown[]): Page<T> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  const hasMore = rows.length > size && last !== undefined;
  return { items, nextCursor: hasMore ? encodeCursor(keyOf(last)) : null };
}

/** Encodes the sort key of the last row. A cursor grants no access, since every page checks the policy again. */
export const encodeCursor = (key: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** Returns the sort key in a cursor, which must have `length` parts. Throws Invalid. */
export function decodeCursor(cursor: string, length: number): unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = Array.isArray(key) && key.length === length && key.every(isScalar);
    if (isKey) return key as unknown[];
  } catch {
    // Text that is not JSON is refused below, like any other wrong cursor.
  }
  throw new Invalid('page.cursor');
}

/** The format of `toISOString` for four-digit years; other years have a sign and six digits. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Returns the sort key `[ISO time, id]` in a cursor of a list by time. Throws Invalid. */
export function decodeTimeCursor(cursor: string): [at: Date, id: string] {
  const [time, id] = decodeCursor(cursor, 2);
  const at = new Date(ISO_TIME.test(String(time)) ? String(time) : NaN);
  if (Number.isNaN(at.getTime()) || !isId(String(id))) throw new Invalid('page.cursor');
  return [at, String(id)];
}

const isScalar = (part: unknown) => typeof part === 'string' || typeof part === 'number';
