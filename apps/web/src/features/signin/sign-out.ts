import { markExiting } from '../../lib/device/exit-flag';
import { wipeDeviceWithTimeout, lockNow } from '../../lib/device/lock-and-exit';
import {
  endSession,
  finishPendingSignOut,
  markSignOutPending,
} from '../../lib/device/leave-device';
import { closeSocket } from '../../lib/server/socket';

interface SignOutOptions {
  /** Path of the page to come back, with the language. */
  page: string;
  /** Shown until the server can be reached. */
  offlineNotice: { title: string; text: string };
}

/**
 * Signs out: wipes the device, ends the session and opens the page to come back. The wipe comes first: the response that
 * ends the session would abort the wipe, and the notice about the ended session would redirect the page.
 */
export async function signOut({ page, offlineNotice }: SignOutOptions): Promise<void> {
  markExiting();
  markSignOutPending();
  closeSocket();
  await wipeDeviceWithTimeout();
  if (await endSession()) return location.replace(page);
  await lockNow(() => showNotice(offlineNotice));
  addEventListener('online', async () => {
    if (await finishPendingSignOut()) location.replace(page);
  });
}

/** Replaces the blank page of a lock by a notice. */
function showNotice({ title, text }: SignOutOptions['offlineNotice']): void {
  const part = <K extends 'h1' | 'p' | 'main'>(tag: K, values: Partial<HTMLElement>) =>
    Object.assign(document.createElement(tag), values);
  const main = part('main', { className: 'page stack' });
  const heading = part('h1', { textContent: title, tabIndex: -1 });
  main.append(heading, part('p', { textContent: text }));
  document.title = title;
  document.body.className = '';
  document.body.replaceChildren(main);
  heading.focus();
}
