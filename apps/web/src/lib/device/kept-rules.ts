import type { Shortening } from './expiry.js';

/** Limits of the data that stays readable offline. */
export const KEPT_CHANNELS = 10;
export const KEPT_TOPICS = 10;
export const KEPT_MESSAGES = 50;

/** Last part of a channel's feed, as stored on this device. */
export interface KeptChannel<M = unknown> {
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
export interface Listed {
  readonly id: string;
  readonly group: { readonly id: string } | null;
  readonly isEnded: boolean;
  /** Retentions that became shorter since the last request. */
  readonly shortenings: readonly Shortening[];
  readonly lastMessage?: unknown;
}

type Known<M> = Pick<KeptChannel<M>, 'messages' | 'upTo' | 'from' | 'hasMore'>;

/** Keeps the last messages of a feed and records whether earlier ones exist. */
export function lastOf<M>({ messages, upTo, from, hasMore }: Known<M>): Known<M> {
  const last = messages.slice(-KEPT_MESSAGES);
  return { messages: last, upTo, from, hasMore: hasMore || last.length < messages.length };
}

/**
 * Returns the feeds that exceed the limits: those outside the most recently opened channels, counting any of their
 * feeds, and topics beyond the most recently opened ones.
 */
export function surplus<K extends Pick<KeptChannel, 'id' | 'topicId' | 'openedAt'>>(
  kept: readonly K[],
): K[] {
  const byOpening = [...kept].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const channels = [...new Set(byOpening.map(({ id }) => id))].slice(0, KEPT_CHANNELS);
  const topics = byOpening.filter(({ topicId }) => topicId).slice(KEPT_TOPICS);
  return byOpening.filter((one) => !channels.includes(one.id) || topics.includes(one));
}

/**
 * Whether the viewer can still read a stored channel, given the channel list. An archived channel is not in the list,
 * but its group is. An ended conversation is never stored.
 */
export function isStillOpen(
  { id, groupId, isArchived }: Pick<KeptChannel, 'id' | 'groupId' | 'isArchived'>,
  listed: readonly Omit<Listed, 'shortenings'>[],
): boolean {
  if (listed.some((channel) => channel.id === id && !channel.isEnded)) return true;
  return isArchived && groupId !== null && listed.some(({ group }) => group?.id === groupId);
}

/** Messages stored by an older version of the app have no expiry time and are loaded again. */
interface Ending {
  readonly expiresAt?: string;
}

/** Removes expired messages from a stored feed. */
export function withoutEnded<K extends Pick<KeptChannel, 'messages' | 'hasMore'>>(
  kept: K,
  now: number,
): K {
  const messages = kept.messages.filter(
    (message) => Date.parse((message as Ending).expiresAt ?? '') > now,
  );
  if (messages.length === kept.messages.length) return kept;
  // The clock of the device may have been wrong, so let the server say whether earlier messages exist.
  return { ...kept, messages, hasMore: true };
}
