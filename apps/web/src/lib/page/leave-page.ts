import { markTabLeft } from '../device/leave-device';

/** Maximum wait for the other page. Until it responds, the address bar shows Trama. */
const MAX_WAIT_MS = 1_000;
export const EMPTY_PAGE_ADDRESS = 'about:blank';

/** Path of the neutral page. The server builds the same path. */
export const neutralPath = (): string => `/${document.documentElement.lang}/measures`;

/** Whether the browser can open the neutral page offline. */
async function isNeutralPageCached(): Promise<boolean> {
  const request = { cache: 'only-if-cached', mode: 'same-origin' } as const;
  const page = await fetch(neutralPath(), request).catch(() => undefined);
  return page?.ok === true;
}

/** Replaces this page; Back leads to the same address. */
function replaceBy(to: string): void {
  markTabLeft(to);
  location.replace(to);
}

/**
 * Replaces this page with `to`. If that page does not respond, opens the neutral page, or an empty page if the neutral
 * page is not cached.
 */
export async function leavePage(to: string): Promise<void> {
  if (navigator.onLine) {
    replaceBy(to);
    await new Promise((done) => setTimeout(done, MAX_WAIT_MS));
  }
  replaceBy((await isNeutralPageCached()) ? neutralPath() : EMPTY_PAGE_ADDRESS);
}
