import { useSyncExternalStore } from 'react';

/** Overlay of the shell: the command menu or the list of keyboard shortcuts. */
export type Overlay = 'finder' | 'keys';

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
