import type { Page } from 'playwright-core';
import type { Browsers } from './browser.js';
import { settled, signIn } from './looks.js';

/** Where one writes. */
export const box = (page: Page) => page.locator('.composer__box');
/** What a channel shows, one text a message. */
export const shown = (page: Page) => page.locator('.feed .msg__t').allInnerTexts();
/** The end of what a channel shows, once it is this; else whatever it shows after a while. */
export async function endOf(page: Page, texts: readonly string[]): Promise<string[]> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const last = (await shown(page)).slice(-texts.length);
    if (String(last) === String(texts) || performance.now() > end) return last;
    await page.waitForTimeout(50);
  }
}
const PATIENCE_MS = 15_000;
/** What was read and written is on the device by then. */
export const SETTLED_MS = 1_000;

/** Opens a channel as people do: from the list. */
export async function enter(page: Page, channel: string): Promise<void> {
  await page.locator('.tabs a[href="/app/channels"]').click();
  await page.locator('.chrow', { hasText: channel }).first().click();
  await page.locator('.topbar h1', { hasText: channel }).waitFor();
  await page.locator('.feed .msg__t').first().waitFor();
}

/** Back to the list, from a channel on a phone. */
export const toList = (page: Page) =>
  page.locator('.topbar--channel a[href="/app/channels"]').click();

/** A member in a channel, on a device that keeps the app: the worker stands and everything of the page is there. */
export async function reader(
  browsers: Browsers,
  url: string,
  handle: string,
  channel: string,
): Promise<Page> {
  const page = await browsers.open();
  await signIn(page, url, handle);
  await settled(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await enter(page, channel);
  await settled(page);
  await page.waitForTimeout(2_500);
  return page;
}

export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await page.locator('.iconbtn--send').click();
}
