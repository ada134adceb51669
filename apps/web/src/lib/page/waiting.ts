import { useEffect, useSyncExternalStore } from 'react';

/** How many things wait at each place (by its path), told by the features and shown by the tabs. */
let counts: Readonly<Record<string, number>> = {};
const listeners = new Set<() => void>();

/** What '/desk' is the sum of. */
export const DESK_PARTS = ['/desk/applications', '/desk/reopenings', '/desk/matters'] as const;

export function setWaiting(path: string, count: number): void {
  if ((counts[path] ?? 0) === count) return;
  counts = { ...counts, [path]: count };
  listeners.forEach((listener) => listener());
}

/** For a feature: keeps the number at `path` equal to `count` (undefined: not known yet). */
export function useTellWaiting(path: string, count: number | undefined): void {
  useEffect(() => {
    if (count !== undefined) setWaiting(path, count);
  }, [path, count]);
}

export function useWaiting(): Readonly<Record<string, number>> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => counts,
  );
}
