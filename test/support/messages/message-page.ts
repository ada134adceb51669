import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { hasFocus } from '../browser/keyboard.js';
import {
  setSessionCookie,
  pageProblemsInBothModes,
  waitForIdlePage,
} from '../browser/page-checks.js';
import { waitForClosedDialog } from '../browser/screens/app.js';
import { messageMenuItem, messages, sendText, sentMessage } from '../browser/screens/channel.js';
import { browsers, db, product } from '../browser/journey-setup.js';
import { wholeText } from '../browser/ui-texts.js';

const DESKTOP = { width: 1280, height: 800 };

async function idOf(channel: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from channel c join "group" g on g.id = c.group_id where g.slug = 'one' and c.name = $1`,
    [channel],
  );
  return rows[0]!.id;
}

export async function openChannelAs(
  handle: string,
  channel: string,
  isWide = false,
): Promise<Page> {
  const page = await browsers.open(isWide ? { viewport: DESKTOP } : {});
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app/channels/${await idOf(channel)}`);
  await messages(page).first().waitFor();
  await waitForIdlePage(page);
  return page;
}

export async function sendAndWait(page: Page, text: string): Promise<void> {
  await sendText(page, text);
  await sentMessage(page, text).waitFor();
}

/**
 * Opens the menu of a message by keyboard. Waits until the server has sent the permitted actions, and returns the texts
 * of the menu items.
 */
export async function openMessageMenu(
  page: Page,
  message: Locator,
  key = 'Enter',
): Promise<string[]> {
  const name = wholeText('Acciones del mensaje');
  await waitForClosedDialog(page);
  await message.focus();
  await page.keyboard.press(key);
  await page.getByRole('menu', { name }).waitFor();
  await page.getByRole('dialog', { name }).getByRole('status').waitFor({ state: 'detached' });
  const texts = await page.getByRole('menu', { name }).getByRole('menuitem').allInnerTexts();
  // Leaves out the item that opens more reactions: it is an icon without text.
  return texts.filter((text) => text !== '');
}

/** Moves by keyboard to an item of the open menu, and presses it. */
export async function chooseByKeyboard(page: Page, id: string): Promise<void> {
  const item = messageMenuItem(page, id);
  for (let n = 0; n < 12 && !(await hasFocus(item)); n++) await page.keyboard.press('ArrowDown');
  expect(await hasFocus(item)).toBe(true);
  await page.keyboard.press('Enter');
}

/** Returns the layout and accessibility problems of a Spanish page in light and dark mode. */
export const messagePageProblems = (page: Page, name: string): Promise<string[]> =>
  pageProblemsInBothModes(page, `message-${name}`, 'es');

/**
 * Delays reports of a read position. Returns functions that wait until the next one is sent, and until it is answered.
 */
export async function delayReadReport(page: Page) {
  const [sent, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation MarkRead')) return route.continue();
    sent.resolve();
    await wait(2_000);
    await route.fulfill({ response: await route.fetch() });
    answered.resolve();
  });
  return {
    sent: () => sent.promise,
    answered: async () => {
      await answered.promise;
      await page.unrouteAll({ behavior: 'ignoreErrors' }); // A later report may be delayed beyond the end of the page.
    },
  };
}
