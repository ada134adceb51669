const KEY = 'trama.way';
const START = '/app';

/** The address to return to after signing in; null for the app's start, where one goes anyway. */
export const wayOf = ({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): string | null =>
  pathname === START || pathname === `${START}/` ? null : pathname + search + hash;

/** An address of the app or the app's start, never another site. */
export const safeWay = (way: string | null): string => (way?.startsWith(`${START}/`) ? way : START);

/** Where the person wanted to go, for after signing in. In this tab only; the lock wipes it. */
export function rememberWay(): void {
  const way = wayOf(location);
  if (way) sessionStorage.setItem(KEY, way);
}

/** Gives it once. */
export function takeWay(): string {
  const way = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return safeWay(way);
}
