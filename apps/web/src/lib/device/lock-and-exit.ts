import { deleteDeviceDatabase } from './device-store';
import { leavePage, neutralPath, EMPTY_PAGE_ADDRESS } from '../page/leave-page';
import { markExiting } from './exit-flag';
import { readLocalSetting } from './local-settings';
import { onTabMessage, notifyTabs } from './tab-channel';
import { closeSocket } from '../server/socket';
import { endSession, markTabLeft, wipeDevice, withTimeout } from './leave-device';

/** Message to other tabs: leave for an empty page. */
const LEAVE = 'lock';
/**
 * Message to other tabs: show a blank page until the lock is complete. The end of the session clears the storage of the
 * browser; a tab that left before this would lose its mark (`markTabLeft`).
 */
const COVER = 'cover';
/** Maximum time for which other tabs show the blank page; longer than the locking tab needs. */
const COVERED_AT_MOST_MS = 3_500;

onTabMessage((word) => {
  if (word === LEAVE) leaveBlank();
  if (word === COVER) coverUntilLocked();
});

/** Exit address from the last server response, so that quick exit also works offline. */
const exitAddress = (): string => readLocalSetting('exit') ?? neutralPath();

/** Shows a blank page at once. Back in this tab redirects to `to`. */
function cover(to: string): void {
  markExiting();
  markTabLeft(to);
  document.title = ' ';
  document.body.replaceChildren();
  document.body.className = 'blank';
}

function leaveBlank(): void {
  cover(EMPTY_PAGE_ADDRESS);
  openEmptyPage();
}

function coverUntilLocked(): void {
  cover(EMPTY_PAGE_ADDRESS);
  void deleteDeviceDatabase().catch(() => undefined);
  setTimeout(leaveBlank, COVERED_AT_MOST_MS);
}

/**
 * Wipes the device; waits for it at most this many milliseconds, and never rejects. The response that ends the session
 * makes the browser clear its storage, which may abort a deletion here.
 */
export const wipeDeviceWithTimeout = (ms = 2500): Promise<void> =>
  withTimeout(
    ms,
    deleteDeviceDatabase()
      .catch(() => undefined)
      .then(wipeDevice),
  );

const openEmptyPage = () => location.replace(EMPTY_PAGE_ADDRESS);

/**
 * Locks the device: shows a blank page, wipes the device, ends the session, and replaces the page with an empty one, or
 * calls `showLastPage` instead. Offline, the session is ended the next time Trama opens, before anything is rendered.
 */
export async function lockNow(showLastPage = openEmptyPage): Promise<void> {
  cover(EMPTY_PAGE_ADDRESS);
  notifyTabs(COVER);
  const ended = endSession();
  closeSocket();
  await wipeDeviceWithTimeout();
  await withTimeout(500, ended);
  markTabLeft(EMPTY_PAGE_ADDRESS); // again, because the end of the session cleared the storage of this tab
  notifyTabs(LEAVE);
  showLastPage();
}

/** Opens another page within about a second. The session continues; all data on this device is deleted. */
export function quickExit(): void {
  const to = exitAddress();
  cover(to);
  notifyTabs(LEAVE);
  void wipeDeviceWithTimeout(300).then(() => leavePage(to));
}
