import { isOnTheWayOut } from './leaving';
import { onTabs, tellTabs } from './other-tabs';

const WORD = 'account';

let current: string | undefined;

/** Account for which this page was opened; undefined until the server or the device has identified it. */
export const accountId = (): string | undefined => current;

/** Sets the account of this page once. Offline, it comes from the device, and the server checks it later. */
export function openAs(id: string): void {
  current ??= id;
}

/**
 * Compares the account of this page with the account of the browser's session. If they differ, this page and the pages
 * of other tabs restart.
 */
export function confirmAccount(id: string): void {
  openAs(id);
  tellTabs(`${WORD} ${id}`);
  if (current !== id) startAgain();
}

/** Request header that makes the server refuse a request when the browser's session belongs to another account. */
export const accountHeader = (): Record<string, string> =>
  current ? { 'x-trama-account': current } : {};

/** Reloads the page for the account of the current session. Drafts and queued messages stay on the device. */
export function startAgain(): void {
  if (!isOnTheWayOut()) location.reload();
}

onTabs((word) => {
  const [what, id] = word.split(' ');
  if (what === WORD && current && current !== id) startAgain();
});
