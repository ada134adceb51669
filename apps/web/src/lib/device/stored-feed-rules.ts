import type { Shortening } from './message-expiry.js';

/** Limits of the data that stays readable offline. */
export const MAX_STORED_CHANNELS = 10;
export const MAX_STORED_TOPICS = 10;
export const MAX_STORED_MESSAGES = 50;

/** Last part of a channel's feed, as stored on this device. */
export interface StoredFeed<M = unknown> {
  readonly id: string;
  /** Missing for the general feed. */
  readonly topicId?: string | null;
  readonly groupId: string | null;
  readonly isArchived: boolean;
  readonly openedAt: string;
  /** Time of the last response or broadcast for this feed. */
  readonly at: string;
  readonly messages: readonly M[];
  readonly upTo: number;
  readonly from: number;
  readonly hasMore: boolean;
}

/** Fields of a channel in the channel list. */
export interface ListedChannel {
  readonly id: string;
  readonly group: { readonly id: string } | null;
  readonly isEnded: boolean;
  /** Retentions that became shorter since the last request. */
  readonly shortenings: readonly Shortening[];
  readonly lastMessage?: unknown;
}

type FeedPart<M> = Pick<StoredFeed<M>, 'messages' | 'upTo' | 'from' | 'hasMore'>;

/** Keeps the last messages of a feed and records whether earlier ones exist. */
export function lastMessagesOf<M>({ messages, upTo, from, hasMore }: FeedPart<M>): FeedPart<M> {
  const last = messages.slice(-MAX_STORED_MESSAGES);
  return { messages: last, upTo, from, hasMore: hasMore || last.length < messages.length };
}

/**
 * Returns the feeds that exceed the limits: all feeds of channels beyond the most recently opened channels, and topics
 * beyond the most recently opened topics. Opening any feed of a channel counts as opening the channel.
 */
export function surplusFeeds<K extends Pick<StoredFeed, 'id' | 'topicId' | 'openedAt'>>(
  kept: readonly K[],
): K[] {
  const byOpening = [...kept].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const channels = [...new Set(byOpening.map(({ id }) => id))].slice(0, MAX_STORED_CHANNELS);
  const topics = byOpening.filter(({ topicId }) => topicId).slice(MAX_STORED_TOPICS);
  return byOpening.filter((one) => !channels.includes(one.id) || topics.includes(one));
}

/**
 * Whether the viewer can still read a stored channel, given the channel list. An archived channel is not in the list,
 * but its group is. An ended conversation is never stored.
 */
export function isStillReadable(
  { id, groupId, isArchived }: Pick<StoredFeed, 'id' | 'groupId' | 'isArchived'>,
  listed: readonly Omit<ListedChannel, 'shortenings'>[],
): boolean {
  if (listed.some((channel) => channel.id === id && !channel.isEnded)) return true;
  return isArchived && groupId !== null && listed.some(({ group }) => group?.id === groupId);
}

/** Messages stored by an older version of the app have no expiry time and are loaded again. */
interface MaybeExpiring {
  readonly expiresAt?: string;
}

/** Removes expired messages from a stored feed. */
export function storedWithoutExpired<K extends Pick<StoredFeed, 'messages' | 'hasMore'>>(
  kept: K,
  now: number,
): K {
  const messages = kept.messages.filter(
    (message) => Date.parse((message as MaybeExpiring).expiresAt ?? '') > now,
  );
  if (messages.length === kept.messages.length) return kept;
  // The clock of the device may have been wrong, so the client asks the server whether earlier messages exist.
  return { ...kept, messages, hasMore: true };
}
