import { closeSocket } from '../../lib/server/socket';
import { markExiting } from '../../lib/device/exit-flag';
import { emptyDevice, endSession, lockNow } from '../../lib/device/lock-and-exit';

interface SignOutOptions {
  /** Path of the page to come back, with the language. */
  page: string;
  /** Shown instead of that page when the server cannot be reached. */
  offlineNotice: { title: string; text: string };
}

/**
 * Signs out: wipes the device, ends the session and opens the page to come back. The wipe comes first: the response that
 * ends the session would abort the wipe, and the notice about the ended session would redirect the page.
 */
export async function signOut({ page, offlineNotice }: SignOutOptions): Promise<void> {
  markExiting();
  closeSocket();
  await emptyDevice();
  if (await endSession()) return location.replace(page);
  await lockNow(() => showNotice(offlineNotice));
}

/** Replaces the blank page of a lock by a notice. */
function showNotice({ title, text }: SignOutOptions['offlineNotice']): void {
  const part = (tag: string, content: string) =>
    Object.assign(document.createElement(tag), { textContent: content });
  const main = Object.assign(document.createElement('main'), { className: 'page stack' });
  main.append(part('h1', title), part('p', text));
  document.body.className = '';
  document.body.replaceChildren(main);
}
