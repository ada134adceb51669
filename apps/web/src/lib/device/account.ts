import { isOnTheWayOut } from './leaving';
import { onTabs, tellTabs } from './other-tabs';

const WORD = 'account';

let current: string | undefined;

/** The account that this page was opened as; nothing until the server or the device has named it. */
export const accountId = (): string | undefined => current;

/** Sets the account of this page once. Offline the stored id is used, and the server checks it later. */
export function openAs(id: string): void {
  current ??= id;
}

/** The server says whose session the browser has: pages of another account start again, this one and other tabs. */
export function confirmAccount(id: string): void {
  openAs(id);
  tellTabs(`${WORD} ${id}`);
  if (current !== id) startAgain();
}

/** Makes the server refuse a request when the browser has the session of another account. */
export const accountHeader = (): Record<string, string> =>
  current ? { 'x-trama-account': current } : {};

/** The page becomes one of the account whose session the browser has. What was written stays on the device. */
export function startAgain(): void {
  if (!isOnTheWayOut()) location.reload();
}

onTabs((word) => {
  const [what, id] = word.split(' ');
  if (what === WORD && current && current !== id) startAgain();
});
