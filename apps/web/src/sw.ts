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

// The shell contains no personal data, so anyone who opens the app may see it, also offline.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/app.html'), { allowlist: [/^\/app(\/|$)/] }),
);

// Pages that were opened once work offline. Their file names contain a hash, so a cached file is never stale.
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

// The application form opens offline only if a draft is stored on this device: then it was added to this cache
// explicitly.
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

/** Caches the files that the page loaded before this worker was active. */
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
