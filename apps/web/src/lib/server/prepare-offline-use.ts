import { fetchNeutralPage } from '../page/fetch-neutral-page';
import { assetPathsIn, serviceWorkerReady } from './service-worker-ready';

/**
 * Registers the service worker, which caches the shell, and loads the neutral page into the browser cache. Neither
 * contains personal data.
 */
export function prepareOfflineUse(): void {
  fetchNeutralPage();
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  void keepShell().catch(() => undefined);
}

/**
 * Sends the service worker the paths of all files that this first visit loads without it, so that the next start works
 * offline. Includes files that were still loading when it took over.
 */
async function keepShell(): Promise<void> {
  const worker = await serviceWorkerReady();
  const seen = new PerformanceObserver((loaded) => {
    const keep = assetPathsIn(loaded.getEntries());
    if (keep.length > 0) worker?.postMessage({ keep });
  });
  seen.observe({ type: 'resource', buffered: true });
}
