import type { Shortening } from './expiry.js';

/** So much of what was read stays readable without a network. */
export const KEPT_CHANNELS = 10;
export const KEPT_TOPICS = 10;
export const KEPT_MESSAGES = 50;

/** The last part of a feed of a channel, as this device knew it. */
export interface KeptChannel<M = unknown> {
  readonly id: string;
  /** Of a topic; missing for the general feed. */
  readonly topicId?: string | null;
  readonly groupId: string | null;
  readonly isArchived: boolean;
  readonly openedAt: string;
  /** When it was last heard of. */
  readonly at: string;
  readonly messages: readonly M[];
  readonly upTo: number;
  readonly from: number;
  readonly hasMore: boolean;
}

/** What a list of channels says of each. */
export interface Listed {
  readonly id: string;
  readonly group: { readonly id: string } | null;
  readonly isEnded: boolean;
  /** What it keeps for less time than was known. */
  readonly shortenings: readonly Shortening[];
  readonly lastMessage?: unknown;
}

type Known<M> = Pick<KeptChannel<M>, 'messages' | 'upTo' | 'from' | 'hasMore'>;

/** The last messages of a channel; that there are earlier ones is known, too. */
export function lastOf<M>({ messages, upTo, from, hasMore }: Known<M>): Known<M> {
  const last = messages.slice(-KEPT_MESSAGES);
  return { messages: last, upTo, from, hasMore: hasMore || last.length < messages.length };
}

/** Those beyond the channels last opened, whichever of their feeds it was, and beyond the topics last opened. */
export function surplus<K extends Pick<KeptChannel, 'id' | 'topicId' | 'openedAt'>>(
  kept: readonly K[],
): K[] {
  const byOpening = [...kept].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const channels = [...new Set(byOpening.map(({ id }) => id))].slice(0, KEPT_CHANNELS);
  const topics = byOpening.filter(({ topicId }) => topicId).slice(KEPT_TOPICS);
  return byOpening.filter((one) => !channels.includes(one.id) || topics.includes(one));
}

/**
 * Whether a list of all channels leaves room for this one: an archived one is in no list, but its group is. A conversation
 * that is over is read from the server alone.
 */
export function isStillOpen(
  { id, groupId, isArchived }: Pick<KeptChannel, 'id' | 'groupId' | 'isArchived'>,
  listed: readonly Omit<Listed, 'shortenings'>[],
): boolean {
  if (listed.some((channel) => channel.id === id && !channel.isEnded)) return true;
  return isArchived && groupId !== null && listed.some(({ group }) => group?.id === groupId);
}

/** What an older version of the app kept says nothing of its end, and is read anew. */
interface Ending {
  readonly expiresAt?: string;
}

/** As it is by now: without what is over, on the device too. */
export function withoutEnded<K extends Pick<KeptChannel, 'messages' | 'hasMore'>>(
  kept: K,
  now: number,
): K {
  const messages = kept.messages.filter(
    (message) => Date.parse((message as Ending).expiresAt ?? '') > now,
  );
  if (messages.length === kept.messages.length) return kept;
  // The device's clock may have been wrong: the server knows whether something earlier is there.
  return { ...kept, messages, hasMore: true };
}
