import { useEffect, useEffectEvent } from 'react';
import { watch } from './socket';

/** Watches one thing while the page is open and `id` is known; `refetch` runs whenever it may have changed. */
export function useWatch(key: string, id: string | undefined, refetch: () => void): void {
  const again = useEffectEvent(() => refetch());
  useEffect(() => {
    if (id === undefined) return undefined;
    return watch({ [key]: id }, { onCatchUp: () => again() });
  }, [key, id]);
}
