import { useEffect, useSyncExternalStore } from 'react';

/** How many things wait at each place (by its path), told by the features and shown by the tabs. */
let counts: Readonly<Record<string, number>> = {};
/** Whether the counts were loaded, from the server or from what this device keeps. */
let areLoaded = false;
const listeners = new Set<() => void>();

/** What '/desk' is the sum of. */
export const DESK_PARTS = ['/desk/applications', '/desk/reopenings', '/desk/matters'] as const;

/** What '/groups' is the sum of. */
export const GROUP_PARTS = ['/groups/requests', '/groups/invitations', '/groups/offers'] as const;

export function setWaiting(path: string, count: number): void {
  if ((counts[path] ?? 0) === count) return;
  counts = { ...counts, [path]: count };
  listeners.forEach((listener) => listener());
}

export function setWaitingLoaded(): void {
  if (areLoaded) return;
  areLoaded = true;
  listeners.forEach((listener) => listener());
}

/** For a feature: keeps the number at `path` equal to `count` (undefined: not known yet). */
export function useTellWaiting(path: string, count: number | undefined): void {
  useEffect(() => {
    if (count !== undefined) setWaiting(path, count);
  }, [path, count]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useWaiting = (): Readonly<Record<string, number>> =>
  useSyncExternalStore(subscribe, () => counts);

export const useWaitingLoaded = (): boolean => useSyncExternalStore(subscribe, () => areLoaded);

export interface UnreadChannel {
  readonly id: string;
  readonly name: string;
}

/** The channels counted in the badge at `/channels`. */
let unreadChannels: readonly UnreadChannel[] = [];

export function setUnreadChannels(channels: readonly UnreadChannel[]): void {
  unreadChannels = channels;
  listeners.forEach((listener) => listener());
}

export const useUnreadChannels = (): readonly UnreadChannel[] =>
  useSyncExternalStore(subscribe, () => unreadChannels);
