import { useEffect } from 'react';
import { useClient } from 'urql';
import { forgetCached, OF_A_GROUP } from '../lib/server/forget-cached';
import { onNews } from '../lib/server/socket';

/** A group that was left, here or in another tab, or from which one was removed, disappears from every page at once. */
export function useLeftGroups(): void {
  const client = useClient();
  useEffect(
    () => onNews(({ subject }) => subject === 'left' && void forgetCached(client, OF_A_GROUP)),
    [client],
  );
}
