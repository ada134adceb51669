import { useEffect, useSyncExternalStore } from 'react';

/** Badge counts by path. Features set these counts, and the navigation shows them. */
let counts: Readonly<Record<string, number>> = {};
/** Whether the counts were loaded from the server or from this device. */
let areLoaded = false;
const listeners = new Set<() => void>();

/** Paths whose counts add up to the count of '/desk'. */
export const DESK_COUNT_PATHS = [
  '/desk/applications',
  '/desk/reopenings',
  '/desk/matters',
] as const;

/** Badge paths of pending coalition tasks; a subset of `GROUP_COUNT_PATHS`. */
export const COALITION_COUNT_PATHS = [
  '/coalitions/invitations',
  '/coalitions/grants',
  '/coalitions/names',
] as const;

/** Paths whose counts add up to the count of '/groups'. */
export const GROUP_COUNT_PATHS = [
  '/groups/requests',
  '/groups/invitations',
  '/groups/offers',
  '/groups/agreements',
  ...COALITION_COUNT_PATHS,
] as const;

export function setBadgeCount(path: string, count: number): void {
  if ((counts[path] ?? 0) === count) return;
  counts = { ...counts, [path]: count };
  listeners.forEach((listener) => listener());
}

/** The count of a path; 0 until it is loaded. */
export const badgeCountOf = (path: string): number => counts[path] ?? 0;

export function setBadgeCountsLoaded(): void {
  if (areLoaded) return;
  areLoaded = true;
  listeners.forEach((listener) => listener());
}

/** Sets the count of a path from a feature; undefined means not loaded yet. */
export function useSetBadgeCount(path: string, count: number | undefined): void {
  useEffect(() => {
    if (count !== undefined) setBadgeCount(path, count);
  }, [path, count]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useBadgeCounts = (): Readonly<Record<string, number>> =>
  useSyncExternalStore(subscribe, () => counts);

export const useBadgeCountsLoaded = (): boolean => useSyncExternalStore(subscribe, () => areLoaded);

export interface UnreadChannel {
  readonly id: string;
  readonly name: string;
}

/** Channels counted in the badge of `/channels`. */
let unreadChannels: readonly UnreadChannel[] = [];

export function setUnreadChannels(channels: readonly UnreadChannel[]): void {
  unreadChannels = channels;
  listeners.forEach((listener) => listener());
}

export const useUnreadChannels = (): readonly UnreadChannel[] =>
  useSyncExternalStore(subscribe, () => unreadChannels);
