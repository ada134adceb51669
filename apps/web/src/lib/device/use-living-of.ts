import { useEffect, useState } from 'react';
import { type Ending, isLiving, nextEnd } from './ends';
import { atServerTime, serverNow } from '../server/server-time';

/**
 * Returns the items that have not expired, and re-renders when one expires. `of` returns the expiry of an item, or null
 * if it never expires.
 */
export function useLivingOf<T>(
  items: readonly T[] | undefined,
  of: (item: T) => Ending | null,
): T[] | undefined {
  const [turn, look] = useState(0);
  const living = items?.filter((item) => {
    const ending = of(item);
    return !ending || isLiving(ending, serverNow());
  });
  const end = nextEnd((living ?? []).flatMap((item) => of(item) ?? []));
  useEffect(() => {
    const again = () => look((turns) => turns + 1);
    // Timers of a suspended page are late, so check again when the page becomes visible.
    document.addEventListener('visibilitychange', again);
    const stop = atServerTime(end, again);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', again);
    };
  }, [end, turn]);
  return living;
}
