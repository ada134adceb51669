const KEY = 'trama.way';
const START = '/app';

/** Path to return to after sign-in; null for the start page, which opens anyway. */
export const returnPathOf = ({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): string | null =>
  pathname === START || pathname === `${START}/` ? null : pathname + search + hash;

/** Returns the path if it belongs to the app, else the start page; never another site. */
export const safeReturnPath = (way: string | null): string =>
  way?.startsWith(`${START}/`) ? way : START;

/** Stores the current path, so that this tab opens it after sign-in. A lock deletes the stored path. */
export function storeReturnPath(): void {
  const way = returnPathOf(location);
  if (way) sessionStorage.setItem(KEY, way);
}

/** Returns the stored path and deletes it. */
export function takeReturnPath(): string {
  const way = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return safeReturnPath(way);
}
