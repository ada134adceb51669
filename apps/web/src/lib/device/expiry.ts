import { isLiving } from './ends.js';

/** Some messages of a channel, in its order. */
interface Known<M> {
  readonly messages: readonly M[];
  readonly hasMore: boolean;
}

/** What the end of a message depends on. */
export interface Mortal {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Set in the line that tells of another retention. */
  readonly retention: string | null;
}

/** Nothing up to that number is kept for longer than so many seconds after it was said. */
export interface Shortening {
  readonly upTo: number;
  readonly seconds: number;
}

/** What is known goes as early as the channel says by now; never later than it was known to. */
export function shortened<M extends Mortal, K extends Known<M>>(
  timeline: K & Known<M>,
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

/** What a line that came as a frame says of everything before it: what is longer than known changes nothing. */
export function shorteningsOf({ seq, createdAt, expiresAt, retention }: Mortal): Shortening[] {
  if (retention === null) return [];
  return [{ upTo: seq, seconds: (Date.parse(expiresAt) - Date.parse(createdAt)) / 1_000 }];
}

/** Without what is over. Those go in the order of the channel, so before what is left there is nothing either. */
export function living<M extends Mortal, K extends Known<M>>(
  timeline: K & Known<M>,
  now: number,
): K {
  const messages = timeline.messages.filter((message) => isLiving(message, now));
  if (messages.length === timeline.messages.length) return timeline;
  return { ...timeline, messages, hasMore: false };
}
