import { useSyncExternalStore } from 'react';

export type Connection = 'online' | 'connecting' | 'offline';

let socketState: 'idle' | 'up' | 'down' = 'idle';
let isReached = true;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

addEventListener('online', tell);
addEventListener('offline', tell);

/** The socket says how it is; `idle` when nothing is watched. */
export function setSocketState(state: 'idle' | 'up' | 'down'): void {
  if (state === socketState) return;
  socketState = state;
  tell();
}

/** A question got an answer, or none: a device may be in a network that leads nowhere and not know it. */
export function setReached(now: boolean): void {
  if (now === isReached) return;
  isReached = now;
  tell();
}

/** No network beats a broken socket; an idle socket is no news. */
export function connection(): Connection {
  if (!navigator.onLine) return 'offline';
  if (!isReached && socketState !== 'up') return 'offline';
  return socketState === 'down' ? 'connecting' : 'online';
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How the line is now; the component is drawn again when that changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, connection);
}
