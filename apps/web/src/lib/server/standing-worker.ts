/** Registers the service worker and gives it once it stands: before, it is still clearing what an earlier one kept. */
export async function standingWorker(): Promise<ServiceWorker | undefined> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  const { active } = await navigator.serviceWorker.ready;
  if (active && active.state !== 'activated') {
    await new Promise<void>((done) => {
      active.addEventListener('statechange', () => active.state === 'activated' && done());
    });
  }
  return active ?? undefined;
}

/** Paths of the built files among the resource entries. */
export const assetsAmong = (loaded: PerformanceEntryList): string[] =>
  loaded
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);

/** The built files that this page has loaded, by path. */
export const loadedAssets = (): string[] => assetsAmong(performance.getEntriesByType('resource'));
