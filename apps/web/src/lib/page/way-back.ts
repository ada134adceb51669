const KEY = 'trama.way';

/** Where the person wanted to go, for after signing in. In this tab only; the lock wipes it. */
export function rememberWay(): void {
  const { pathname, search } = location;
  if (pathname !== '/app' && pathname !== '/app/') sessionStorage.setItem(KEY, pathname + search);
}

/** Gives it once; an address of the app or the app's start, never another site. */
export function takeWay(): string {
  const way = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return way?.startsWith('/app/') ? way : '/app';
}
