import type { Page } from 'playwright-core';
import { waitUntil } from '../wait-until.js';
import type { Browsers } from './browser.js';
import { waitUntilChannelIsOffline } from './device-storage.js';
import { waitForIdlePage, openSignedIn } from './page-checks.js';
import { channelsLink, messages, openChannel, messageTexts } from './screens/channel.js';

/** Returns the last messages of a channel as soon as they equal `expected`, else those shown at the timeout. */
export async function lastMessages(page: Page, expected: readonly string[]): Promise<string[]> {
  const end = async () => (await messageTexts(page)).slice(-expected.length);
  const isSo = async () => String(await end()) === String(expected);
  await waitUntil('The channel ends with other messages', isSo).catch(() => undefined);
  return end();
}

/** Opens a channel through the list and waits for its messages. */
export async function openChannelWithMessages(page: Page, channel: string): Promise<void> {
  await openChannel(page, channel);
  await messages(page).first().waitFor();
}

/** Goes back to the list from a channel on a phone. */
export const backToChannelList = (page: Page) => channelsLink(page).click();

/** Opens a channel as a member and waits until it is available offline. */
export async function openChannelForOffline(
  browsers: Browsers,
  url: string,
  handle: string,
  channel: string,
): Promise<Page> {
  const page = await browsers.open();
  await openSignedIn(page, url, handle);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await openChannelWithMessages(page, channel);
  await waitForIdlePage(page);
  await waitUntilChannelIsOffline(page);
  return page;
}
