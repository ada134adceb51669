import type { ChannelMessage } from '../list/message-history.graphql';

/**
 * `message` is undefined if too many messages were missed to report each of them. `isLate` is true for messages from a
 * catch-up instead of a live frame.
 */
type Listener = (message: ChannelMessage | undefined, isLate: boolean) => void;
const listeners = new Set<Listener>();

/** Notifies views outside the feed about a message. */
export const emitChannelMessage: Listener = (message, isLate) => {
  for (const listener of listeners) listener(message, isLate);
};

/** Subscribes to all messages of the open channel, live or from a catch-up. Returns the function that unsubscribes. */
export function onChannelMessage(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
