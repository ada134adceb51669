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

/** The latest report. A message is marked as unread after it, because the report would undo that. */
let latestReport: Promise<unknown> = Promise.resolve();
/** The open channel whose reader marks a message as unread. */
let unreadChannelId: string | undefined;

/** Stops reports of an open channel until it is left, and waits for the report that was sent. */
export async function stopMarkingRead(channelId: string): Promise<void> {
  unreadChannelId = channelId;
  await latestReport;
}

export function resumeMarkingRead(): void {
  unreadChannelId = undefined;
}

/** Reports the read position after `seen` was visible for a moment, while online. */
export function useMarkRead({ id, topicId, readSeq }: Feed, seen: number | undefined): void {
  const [, mark] = useMutation(MARK_FEED_READ);
  const connection = useConnection();
  useEffect(() => resumeMarkingRead, [id]);
  useEffect(() => {
    if (seen === undefined || seen <= readSeq || connection === 'offline') return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => {
        if (unreadChannelId === id) return;
        latestReport = mark({ input: { channelId: id, topicId, seq: seen } });
      }, SEEN_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, topicId, seen, readSeq, connection, mark]);
}
