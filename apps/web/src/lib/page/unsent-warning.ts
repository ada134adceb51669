import { useEffect } from 'react';
import { isExiting } from '../device/exit-flag';

/**
 * Asks before the tab closes or reloads, except on quick exit, lock and sign-out. Returns the function that stops it.
 */
export function warnBeforeUnload(): () => void {
  // A new listener for each call: the browser would add the same one only once.
  const ask = (event: BeforeUnloadEvent) => {
    if (!isExiting()) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}

/** Asks before the tab closes or reloads while something is unsent. */
export function useUnsentWarning(isUnsent: boolean): void {
  useEffect(() => (isUnsent ? warnBeforeUnload() : undefined), [isUnsent]);
}
