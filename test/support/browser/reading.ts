import type { Page } from 'playwright-core';
import { until } from '../until.js';
import type { Browsers } from './browser.js';
import { untilKeptWhole } from './device.js';
import { settled, signIn } from './looks.js';
import { channelsLink, composer, messages, openChannel, send, texts } from './screens/channel.js';

/** Where one writes. */
export const box = composer;
/** What a channel shows, one text a message. */
export const shown = texts;
/** The end of what a channel shows, once it is this; else whatever it shows after a while. */
export async function endOf(page: Page, expected: readonly string[]): Promise<string[]> {
  const end = async () => (await texts(page)).slice(-expected.length);
  const isSo = async () => String(await end()) === String(expected);
  await until('another end', isSo).catch(() => undefined);
  return end();
}
/** What was read and written is on the device by then. */
export const SETTLED_MS = 1_000;

/** Opens a channel as people do, and waits for its messages. */
export async function enter(page: Page, channel: string): Promise<void> {
  await openChannel(page, channel);
  await messages(page).first().waitFor();
}

/** Back to the list, from a channel on a phone. */
export const toList = (page: Page) => channelsLink(page).click();

/** A member in a channel, on a device that keeps the app: the worker stands and everything of the page is there. */
export async function reader(
  browsers: Browsers,
  url: string,
  handle: string,
  channel: string,
): Promise<Page> {
  const page = await browsers.open();
  await signIn(page, url, handle);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await enter(page, channel);
  await settled(page);
  await untilKeptWhole(page);
  return page;
}

export const say = send;
