import { useEffect, useState } from 'react';
import type { ChannelData, ChannelMessage } from '../list/message-history.graphql';
import { onChannelMessage } from './message-events';

/** Number of unread messages of a topic, or of the general feed for null. */
export type UnreadCountOf = (topicId: string | null) => number;

/** Unread counts of a channel's feeds: the server's counts plus messages received since. The open feed counts 0. */
export function useUnreadCounts(channel: ChannelData, openId: string | null): UnreadCountOf {
  const [heard, setHeard] = useState<readonly ChannelMessage[]>([]);
  const [of, setOf] = useState(channel);
  if (of !== channel) {
    setOf(channel);
    setHeard([]);
  }
  const { meId } = channel;
  useEffect(
    () =>
      onChannelMessage((message, isLate) => {
        if (!message || isLate || message.seq !== message.version) return;
        if (message.authorId === meId) return;
        setHeard((known) =>
          known.some(({ id }) => id === message.id) ? known : [...known, message],
        );
      }),
    [meId],
  );
  return (topicId) => {
    if (topicId === openId) return 0;
    const counted = topicId
      ? channel.topics.find(({ id }) => id === topicId)?.unreadCount
      : channel.generalUnreadCount;
    const since = heard.filter((message) => (message.topicId ?? null) === topicId);
    return (counted ?? 0) + since.length;
  };
}
