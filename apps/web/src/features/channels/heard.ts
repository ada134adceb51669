import type { Said } from './channels.graphql';

type Listener = (message: Said) => void;
const listeners = new Set<Listener>();

/** Tells of a frame those who show a message in another place than the feed. */
export function tellHeard(message: Said): void {
  for (const listener of listeners) listener(message);
}

/** Hears every frame of the open channel, until the function it gives is called. */
export function onHeard(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
