import { useEffect } from 'react';
import { useClient } from 'urql';
import { invalidateCache, GROUP_TYPES } from '../lib/server/invalidate-cache';
import { onNews } from '../lib/server/socket';

/** Removes a group from every cached page when the viewer leaves it, here or in another tab, or is removed from it. */
export function useRemoveLeftGroups(): void {
  const client = useClient();
  useEffect(
    () => onNews(({ subject }) => subject === 'left' && void invalidateCache(client, GROUP_TYPES)),
    [client],
  );
}
