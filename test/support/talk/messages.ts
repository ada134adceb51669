import type { Locator, Page } from 'playwright-core';
import { hasFocus } from '../browser/keys.js';
import { overflow, settled, shoot, signIn, violations } from '../browser/looks.js';
import { browsers, db, product } from '../browser/stage.js';

const DESKTOP = { width: 1280, height: 800 };

async function idOf(channel: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from channel c join "group" g on g.id = c.group_id where g.slug = 'one' and c.name = $1`,
    [channel],
  );
  return rows[0]!.id;
}

export async function enter(handle: string, channel: string, isWide = false): Promise<Page> {
  const page = await browsers.open(isWide ? { viewport: DESKTOP } : {});
  await signIn(page, product.url, handle);
  await page.goto(`${product.url}/app/channels/${await idOf(channel)}`);
  await page.locator('.feed .msg__t').first().waitFor();
  await settled(page);
  return page;
}

/** The last message that says it; an answer only quotes it. */
export const saying = (page: Page, text: string) =>
  page.locator('article', { has: page.locator('.msg__t', { hasText: text }) }).last();
const sent = ':not(.msg--queued, .msg--sending)';

export async function say(page: Page, text: string): Promise<void> {
  await page.locator('.composer__box').fill(text);
  await page.locator('.iconbtn--send').click();
  await page.locator(`article${sent}`, { hasText: text }).waitFor();
}

/** Opens the menu of a message by keys, and waits until the server said what may be done. */
export async function menuOf(page: Page, message: Locator, key = 'Enter'): Promise<string[]> {
  // The browser gives the focus back before the page has heard that its dialog was closed.
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await message.focus();
  await page.keyboard.press(key);
  await page.locator('dialog.menu').waitFor();
  await page.locator('dialog.menu [role=status]').waitFor({ state: 'detached' });
  return page.locator('button.menu__item').allInnerTexts();
}

export async function choose(page: Page, words: string): Promise<void> {
  const item = page.locator('.menu__item', { hasText: words });
  for (let n = 0; n < 12 && !(await hasFocus(item)); n++) await page.keyboard.press('ArrowDown');
  expect(await hasFocus(item)).toBe(true);
  await page.keyboard.press('Enter');
}

export async function faults(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300);
    found.push(...(await violations(page)), ...(await overflow(page)));
    await shoot(page, `message-${name}-${colorScheme}`);
  }
  return found.map((fault) => `${name}: ${fault}`);
}
