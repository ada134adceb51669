/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[];
};

const ASSETS = 'trama-assets';

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// The shell holds nothing of anybody, so it may be shown to whoever opens the app, without a network too.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/app.html'), { allowlist: [/^\/app(\/|$)/] }),
);

// Pages that were opened once keep working offline. Their names carry a hash, so a kept one is never stale.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => {
    const cache = await caches.open(ASSETS);
    const kept = await cache.match(request);
    if (kept) return kept;
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  },
);

// The application opens without a network only where somebody keeps a draft of it: then it was put into the cache by name.
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && /^\/(es|pt|en)\/join$/.test(url.pathname),
  async ({ request, url }) => {
    const cache = await caches.open(ASSETS);
    const kept = await cache.match(url.pathname);
    const answer = await fetch(request).catch(() => undefined);
    if (kept && answer?.ok && !answer.redirected) await cache.put(url.pathname, answer.clone());
    return answer ?? kept ?? Response.error();
  },
);

/** What a page had loaded before this worker stood. */
self.addEventListener('message', (event) => {
  const { keep } = (event.data ?? {}) as { keep?: string[] };
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep));
});

async function keepAll(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(ASSETS);
  for (const url of urls) if (!(await caches.match(url))) await cache.add(url);
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) =>
  event.waitUntil(caches.delete(ASSETS).then(() => self.clients.claim())),
);
