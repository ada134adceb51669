import { useEffect } from 'react';
import { useMutation } from 'urql';
import { useConnection } from '../../../lib/server/connection';
import { MARK_FEED_READ } from '../list/message-history.graphql';

const SEEN_MS = 1_000;

interface Feed {
  id: string;
  topicId: string | null;
  readSeq: number;
}

/** Reports the read position after `seen` was visible for a moment, while online. */
export function useMarkRead({ id, topicId, readSeq }: Feed, seen: number | undefined): void {
  const [, mark] = useMutation(MARK_FEED_READ);
  const connection = useConnection();
  useEffect(() => {
    if (seen === undefined || seen <= readSeq || connection === 'offline') return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(
        () => void mark({ input: { channelId: id, topicId, seq: seen } }),
        SEEN_MS,
      );
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, topicId, seen, readSeq, connection, mark]);
}
