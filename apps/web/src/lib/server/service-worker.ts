import { loadedAssets, standingWorker } from './standing-worker';

/** Asks the browser to keep the shell, once the first page stands. Nothing private is ever put there. */
export function startDelivery(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  void keepShell().catch(() => undefined);
}

/** What this first visit loaded before the worker stood is named to it, so that the next start needs no network. */
async function keepShell(): Promise<void> {
  const worker = await standingWorker();
  worker?.postMessage({ keep: loadedAssets() });
}
