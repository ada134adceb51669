import { useEffect, useState } from 'react';
import { type ExpiringItem, isUnexpired, nextExpiry } from './expiry-time';
import { callAtServerTime, serverNow } from '../server/server-time';

/**
 * Returns the items that have not expired, and re-renders when one expires. `of` returns the expiry of an item, or null
 * if it never expires.
 */
export function useUnexpired<T>(
  items: readonly T[] | undefined,
  of: (item: T) => ExpiringItem | null,
): T[] | undefined {
  const [turn, look] = useState(0);
  const living = items?.filter((item) => {
    const ending = of(item);
    return !ending || isUnexpired(ending, serverNow());
  });
  const end = nextExpiry((living ?? []).flatMap((item) => of(item) ?? []));
  useEffect(() => {
    const again = () => look((turns) => turns + 1);
    // Timers of a suspended page are late, so check again when the page becomes visible.
    document.addEventListener('visibilitychange', again);
    const stop = callAtServerTime(end, again);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', again);
    };
  }, [end, turn]);
  return living;
}
