/** Asks the browser to keep the shell, once the first page stands. Nothing private is ever put there. */
export function startDelivery(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  void keepShell().catch(() => undefined);
}

/** What this first visit loaded before the worker stood is named to it, so that the next start needs no network. */
async function keepShell(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  const { active } = await navigator.serviceWorker.ready;
  const urls = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  active?.postMessage({ keep: urls });
}
