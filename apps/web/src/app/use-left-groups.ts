import { useEffect } from 'react';
import { useClient } from 'urql';
import { forgetCached, OF_A_GROUP } from '../lib/server/forget-cached';
import { onNews } from '../lib/server/socket';

/** Removes a group from every cached page when the viewer leaves it, here or in another tab, or is removed from it. */
export function useLeftGroups(): void {
  const client = useClient();
  useEffect(
    () => onNews(({ subject }) => subject === 'left' && void forgetCached(client, OF_A_GROUP)),
    [client],
  );
}
