import { useEffect, useState } from 'react';
import type { ChannelShown, Said } from '../list/channels.graphql';
import { onHeard } from './heard';

/** Number of unread messages of a topic, or of the general feed for null. */
export type CountOf = (topicId: string | null) => number;

/** Unread counts of a channel's feeds: the server's counts plus messages received since. The open feed counts 0. */
export function useFeedCounts(channel: ChannelShown, openId: string | null): CountOf {
  const [heard, setHeard] = useState<readonly Said[]>([]);
  const [of, setOf] = useState(channel);
  if (of !== channel) {
    setOf(channel);
    setHeard([]);
  }
  const { meId } = channel;
  useEffect(
    () =>
      onHeard((message, isLate) => {
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
