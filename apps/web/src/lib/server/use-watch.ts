import { useEffect, useEffectEvent } from 'react';
import { watchSubject } from './socket';

/**
 * Subscribes to one subject while the component is mounted and `id` is defined. Calls `refetch` whenever the subject
 * may have changed.
 */
export function useWatch(key: string, id: string | undefined, refetch: () => void): void {
  const again = useEffectEvent(() => refetch());
  useEffect(() => {
    if (id === undefined) return undefined;
    return watchSubject({ [key]: id }, { onCatchUp: () => again() });
  }, [key, id]);
}
