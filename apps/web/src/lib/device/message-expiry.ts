import { isUnexpired } from './expiry-time.js';

/** Loaded part of a channel, in message order. */
interface LoadedMessages<M> {
  readonly messages: readonly M[];
  readonly hasMore: boolean;
}

/** Fields that determine when a message expires. */
export interface ExpiringMessage {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Set on the system message that announces a new retention. */
  readonly retention: string | null;
}

/** Shorter retention: messages with a number up to `upTo` expire `seconds` seconds after they were posted. */
export interface Shortening {
  readonly upTo: number;
  readonly seconds: number;
}

/** Applies shorter retentions to loaded messages. An expiry time never moves later. */
export function applyShortenings<M extends ExpiringMessage, K extends LoadedMessages<M>>(
  timeline: K & LoadedMessages<M>,
  shortenings: readonly Shortening[],
): K {
  if (shortenings.length === 0) return timeline;
  const messages = timeline.messages.map((message) => {
    const ends = shortenings
      .filter(({ upTo }) => message.seq <= upTo)
      .map(({ seconds }) => Date.parse(message.createdAt) + seconds * 1_000);
    const earliest = Math.min(Date.parse(message.expiresAt), ...ends);
    if (earliest === Date.parse(message.expiresAt)) return message;
    return { ...message, expiresAt: new Date(earliest).toISOString() };
  });
  return { ...timeline, messages };
}

/**
 * Returns the shortening that a system message about retention announces for all earlier messages. A longer retention
 * has no effect on them.
 */
export function shorteningsFrom({
  seq,
  createdAt,
  expiresAt,
  retention,
}: ExpiringMessage): Shortening[] {
  if (retention === null) return [];
  return [{ upTo: seq, seconds: (Date.parse(expiresAt) - Date.parse(createdAt)) / 1_000 }];
}

/** Removes expired messages. Messages expire in channel order, so nothing before the rest is left to load. */
export function withoutExpired<M extends ExpiringMessage, K extends LoadedMessages<M>>(
  timeline: K & LoadedMessages<M>,
  now: number,
): K {
  const messages = timeline.messages.filter((message) => isUnexpired(message, now));
  if (messages.length === timeline.messages.length) return timeline;
  return { ...timeline, messages, hasMore: false };
}
