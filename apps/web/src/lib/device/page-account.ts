import { isExiting } from './exit-flag';
import { onTabMessage, notifyTabs } from './tab-channel';

const WORD = 'account';

let current: string | undefined;

/** Account for which this page was opened; undefined until the server or the device has identified it. */
export const accountId = (): string | undefined => current;

/**
 * Sets the account of this page once. Offline, the account id comes from the device, and the server checks it later.
 */
export function setPageAccount(id: string): void {
  current ??= id;
}

/**
 * Compares the account of this page with the account of the browser's session. If they differ, this page and the pages
 * of other tabs restart.
 */
export function verifyAccount(id: string): void {
  setPageAccount(id);
  notifyTabs(`${WORD} ${id}`);
  if (current !== id) restartPage();
}

/** Request header that makes the server refuse a request when the browser's session belongs to another account. */
export const accountHeader = (): Record<string, string> =>
  current ? { 'x-trama-account': current } : {};

/** Reloads the page for the account of the current session. Drafts and queued messages stay on the device. */
export function restartPage(): void {
  if (!isExiting()) location.reload();
}

onTabMessage((word) => {
  const [what, id] = word.split(' ');
  if (what === WORD && current && current !== id) restartPage();
});
