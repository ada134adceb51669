import { useEffect, useRef } from 'react';
import { storeFeed } from '../../../lib/device/stored-feeds';
import { lastMessagesOf } from '../../../lib/device/stored-feed-rules';
import type { ChannelData, ChannelMessage } from '../list/message-history.graphql';
import type { Timeline } from './timeline';

const SETTLED_MS = 400;

/** Stores the last messages of the open channel on the device, except those of an ended conversation. */
export function useStoreMessages(
  { id, group, isArchived, isEnded }: ChannelData,
  topicId: string | null,
  timeline: Timeline<ChannelMessage> | undefined,
): void {
  const openedAt = useRef('');
  useEffect(() => {
    if (!timeline || isEnded) return undefined;
    openedAt.current ||= new Date().toISOString();
    const place = {
      id,
      topicId,
      groupId: group?.id ?? null,
      isArchived,
      openedAt: openedAt.current,
    };
    const save = () => {
      const at = new Date().toISOString();
      void storeFeed({ ...place, at, ...lastMessagesOf(timeline) }).catch(() => undefined);
    };
    const timer = setTimeout(save, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [id, topicId, group?.id, isArchived, isEnded, timeline]);
}
