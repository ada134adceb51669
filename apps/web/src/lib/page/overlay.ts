import { useSyncExternalStore } from 'react';

/** What the shell shows over any page; `finder` is the command menu. */
export type Overlay = 'finder';

let shown: Overlay | undefined;
const listeners = new Set<() => void>();

export function showOverlay(overlay: Overlay | undefined): void {
  shown = overlay;
  listeners.forEach((listener) => listener());
}

export function useOverlay(): Overlay | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
