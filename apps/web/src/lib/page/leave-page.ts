import { markLeft } from '../device/wipe-device';

/** Until another page answers, the address bar names Trama. */
const PATIENCE_MS = 1_000;
export const NOWHERE = 'about:blank';

/** The page of the product that shows nothing of it; the server makes the same address. */
export const neutralPath = (): string => `/${document.documentElement.lang}/measures`;

/** Whether the browser opens the neutral page without a network. */
async function isNeutralPageCached(): Promise<boolean> {
  const request = { cache: 'only-if-cached', mode: 'same-origin' } as const;
  const page = await fetch(neutralPath(), request).catch(() => undefined);
  return page?.ok === true;
}

/** Replaces this page; Back leads on to the same address. */
function replaceBy(to: string): void {
  markLeft(to);
  location.replace(to);
}

/** Replaces this page by `to`; without a network or an answer by the neutral page, or by an empty one where it is not cached. */
export async function leavePage(to: string): Promise<void> {
  if (navigator.onLine) {
    replaceBy(to);
    await new Promise((done) => setTimeout(done, PATIENCE_MS));
  }
  replaceBy((await isNeutralPageCached()) ? neutralPath() : NOWHERE);
}
