import { fetchNeutralPage } from '../page/fetch-neutral-page';
import { assetsAmong, standingWorker } from './standing-worker';

/**
 * Asks the browser to keep the shell, once the first page stands, and the page to which quick exit leads. Nothing private
 * is ever put there.
 */
export function startDelivery(): void {
  fetchNeutralPage();
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  void keepShell().catch(() => undefined);
}

/** What this first visit loads past the worker is named to it, so that the next start needs no network: also files that were on their way when it took over. */
async function keepShell(): Promise<void> {
  const worker = await standingWorker();
  const seen = new PerformanceObserver((loaded) => {
    const keep = assetsAmong(loaded.getEntries());
    if (keep.length > 0) worker?.postMessage({ keep });
  });
  seen.observe({ type: 'resource', buffered: true });
}
