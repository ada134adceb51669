/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: BuiltFile[];
};

interface BuiltFile {
  url: string;
  revision: string | null;
  /** For files of the offline pages, which are not precached: the language that needs the file, or `all`. */
  offlineFor?: string;
}

const ASSETS = 'trama-assets';

const built = self.__WB_MANIFEST;
const offlineFiles = built.filter(({ offlineFor }) => offlineFor);
precacheAndRoute(built.filter(({ offlineFor }) => !offlineFor));
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

/**
 * Loads the offline pages of this version, with the texts in the languages of the stored ones, if an earlier version
 * stored its own: otherwise the emergency list could not open offline between an update and the next start with a
 * connection. A failure does not prevent the update.
 */
async function loadOfflinePages(): Promise<void> {
  if (!(await caches.has(ASSETS))) return;
  const cache = await caches.open(ASSETS);
  const stored = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const isNeeded = ({ offlineFor = '' }: BuiltFile) =>
    offlineFor === 'all' || stored.some((path) => path.startsWith(`/assets/${offlineFor}-`));
  const missing = offlineFiles.filter(isNeeded).filter(({ url }) => !stored.includes(`/${url}`));
  await Promise.allSettled(missing.map(({ url }) => cache.add(`/${url}`)));
}

/** Deletes the files of earlier versions. */
async function deleteOldAssets(): Promise<void> {
  const current = new Set(offlineFiles.map(({ url }) => `/${url}`));
  const cache = await caches.open(ASSETS);
  const stored = await cache.keys();
  const old = stored.filter(({ url }) => !current.has(new URL(url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
}

self.addEventListener('install', (event) => {
  void self.skipWaiting();
  event.waitUntil(loadOfflinePages());
});
self.addEventListener('activate', (event) =>
  event.waitUntil(deleteOldAssets().then(() => self.clients.claim())),
);
