import type { Locator, Page } from 'playwright-core';
import { authenticate } from '../looks.js';
import { product } from '../stage.js';
import { startOfText, wholeText } from '../words.js';

/** Opens a page of the app as somebody of the demo world, without the sign-in form. */
export async function openAs(page: Page, handle: string, path = '/app'): Promise<void> {
  await authenticate(page, product.url, handle);
  await page.goto(product.url + path);
}

/** The page's own part, without the bar and the tabs around it. */
export const main = (page: Page): Locator => page.getByRole('main');

/** The sheet or dialog that is open. */
export const sheet = (page: Page): Locator => page.getByRole('dialog');

/** A place under the thumb, on a phone; after its name it may count what waits there. */
export const tab = (page: Page, place: 'Inicio' | 'Gente' | 'Canales'): Locator =>
  page
    .getByRole('navigation', { name: wholeText('Principal') })
    .getByRole('link', { name: startOfText(place) });

export const button = (of: Locator | Page, id: string): Locator =>
  of.getByRole('button', { name: wholeText(id) });

export const link = (of: Locator | Page, id: string): Locator =>
  of.getByRole('link', { name: wholeText(id) });

/** Takes back what was just done, from the toast. */
export const undoButton = (page: Page): Locator => button(page.getByRole('status'), 'Deshacer');

/** Counts the taps that somebody needs on their way. */
export class Taps {
  count = 0;

  async on(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }
}
