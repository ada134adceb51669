import type { Said } from '../list/channels.graphql';

/** Nothing: more was missed than could be said. Late is what was asked for, and not told as it was said. */
type Listener = (message: Said | undefined, isLate: boolean) => void;
const listeners = new Set<Listener>();

/** Tells of a message those who show it in another place than the feed. */
export const tellHeard: Listener = (message, isLate) => {
  for (const listener of listeners) listener(message, isLate);
};

/** Hears every message of the open channel that is told or caught up with, until the function it gives is called. */
export function onHeard(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
