import { useEffect, useState } from 'react';
import { getStoredFeeds } from '../../../lib/device/stored-feeds';

/** Number of stored messages, by channel id. */
export type StoredCounts = ReadonlyMap<string, number>;

/** Counts messages that are stored on this device; only while offline. */
export function useStoredCounts(isOffline: boolean): StoredCounts | undefined {
  const [kept, setKept] = useState<StoredCounts>();
  useEffect(() => {
    if (!isOffline) return undefined;
    let isShown = true;
    void getStoredFeeds().then((all) => {
      const counts = new Map<string, number>();
      for (const { id, messages } of all) counts.set(id, (counts.get(id) ?? 0) + messages.length);
      if (isShown) setKept(counts);
    });
    return () => {
      isShown = false;
      setKept(undefined);
    };
  }, [isOffline]);
  return kept;
}

/** When this device last stored messages of any channel; undefined while online. */
export function useLastStoredAt(isOffline: boolean): string | undefined {
  const [at, setAt] = useState<string>();
  useEffect(() => {
    if (!isOffline) return;
    void getStoredFeeds().then((all) =>
      setAt(
        all
          .map((one) => one.at)
          .sort()
          .at(-1),
      ),
    );
  }, [isOffline]);
  return isOffline ? at : undefined;
}
