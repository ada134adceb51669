import { useEffect, useState } from 'react';
import { type Ending, isLiving, nextEnd } from './ends';
import { atServerTime, serverNow } from '../server/server-time';

/** What of a list is not over, as it is from moment to moment; `of` finds what ends in an item, where anything does. */
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
    // A page that slept hears of the time when it is looked at again.
    document.addEventListener('visibilitychange', again);
    const stop = atServerTime(end, again);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', again);
    };
  }, [end, turn]);
  return living;
}
