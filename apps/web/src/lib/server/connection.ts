import { useSyncExternalStore } from 'react';

export type Connection = 'online' | 'connecting' | 'offline';

let socketState: 'idle' | 'up' | 'down' = 'idle';
let isReached = true;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

addEventListener('online', tell);
addEventListener('offline', tell);

/** Sets the state of the socket; `idle` means that no subscription needs it. */
export function setSocketState(state: 'idle' | 'up' | 'down'): void {
  if (state === socketState) return;
  socketState = state;
  tell();
}

/**
 * Records whether the last request got a response. A device may be in a network without internet access and still
 * report that it is online.
 */
export function setServerReached(now: boolean): void {
  if (now === isReached) return;
  isReached = now;
  tell();
}

/** Connection state of the app. `offline` takes precedence over a broken socket; an idle socket counts as connected. */
export function connectionState(): Connection {
  if (!navigator.onLine) return 'offline';
  if (!isReached && socketState !== 'up') return 'offline';
  return socketState === 'down' ? 'connecting' : 'online';
}

export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(onConnectionChange, connectionState);
}
