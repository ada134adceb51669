/**
 * Registers the service worker and returns it once it is activated. Until then, the service worker deletes the caches
 * of an earlier version.
 */
export async function serviceWorkerReady(): Promise<ServiceWorker | undefined> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  const { active } = await navigator.serviceWorker.ready;
  if (active && active.state !== 'activated') {
    await new Promise<void>((done) => {
      active.addEventListener('statechange', () => active.state === 'activated' && done());
    });
  }
  return active ?? undefined;
}

/** Returns the paths of built files among the resource entries. */
export const assetPathsIn = (loaded: PerformanceEntryList): string[] =>
  loaded
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);

/** Returns the paths of the built files that this page has loaded. */
export const loadedAssetPaths = (): string[] =>
  assetPathsIn(performance.getEntriesByType('resource'));
