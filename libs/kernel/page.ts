import { Invalid } from './errors.js';
import { isId } from './ids.js';

/** Items of one page and the cursor of the next; no total, since a count of what others may see says more than the list. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export const PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 50;

/** Rows to read for `first` items: between 1 and 50, 20 unless told. One more is read to know whether a page follows. */
export function pageSize(first: number | null | undefined): number {
  if (first === null || first === undefined) return PAGE_SIZE;
  if (!Number.isInteger(first) || first < 1) throw new Invalid('page.size');
  return Math.min(first, MAX_PAGE_SIZE);
}

/** Makes a page of `size` from `size + 1` rows. `keyOf` gives the sort key of a row, ending in its id. */
export function toPage<T>(rows: T[], size: number, keyOf: (row: T) => readonly unknown[]): Page<T> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  const hasMore = rows.length > size && last !== undefined;
  return { items, nextCursor: hasMore ? encodeCursor(keyOf(last)) : null };
}

/** A cursor is the last row's sort key: it grants nothing, since every page asks the policy anew. */
export const encodeCursor = (key: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor of `length` parts, or Invalid. */
export function decodeCursor(cursor: string, length: number): unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = Array.isArray(key) && key.length === length && key.every(isScalar);
    if (isKey) return key as unknown[];
  } catch {
    // falls through to the refusal
  }
  throw new Invalid('page.cursor');
}

/** As `toISOString` writes a year that PostgreSQL knows; others have a sign and six digits. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The sort key of a list by time, `[ISO time, id]`, in a cursor; Invalid when it is anything else. */
export function decodeTimeCursor(cursor: string): [at: Date, id: string] {
  const [time, id] = decodeCursor(cursor, 2);
  const at = new Date(ISO_TIME.test(String(time)) ? String(time) : NaN);
  if (Number.isNaN(at.getTime()) || !isId(String(id))) throw new Invalid('page.cursor');
  return [at, String(id)];
}

const isScalar = (part: unknown) => typeof part === 'string' || typeof part === 'number';
