import type { Locator, Page } from 'playwright-core';
import { openSignedIn } from '../page-checks.js';
import { product } from '../journey-setup.js';
import { startOfText, wholeText } from '../ui-texts.js';

/** Opens a page of the app as a demo account, without the sign-in form. */
export const openAs = (page: Page, handle: string, path?: string): Promise<void> =>
  openSignedIn(page, product.url, handle, path);

/** The main content, without the bar and the tabs. */
export const mainContent = (page: Page): Locator => page.getByRole('main');

/** The open sheet or dialog. */
export const openSheet = (page: Page): Locator => page.getByRole('dialog');

/** A tab of the bottom navigation on a phone; a count may follow its name. */
export const bottomTab = (page: Page, place: 'Inicio' | 'Gente' | 'Canales'): Locator =>
  page
    .getByRole('navigation', { name: wholeText('Principal') })
    .getByRole('link', { name: startOfText(place) });

export const buttonNamed = (of: Locator | Page, id: string): Locator =>
  of.getByRole('button', { name: wholeText(id) });

export const linkNamed = (of: Locator | Page, id: string): Locator =>
  of.getByRole('link', { name: wholeText(id) });

/** The undo button in the toast. */
export const undoButton = (page: Page): Locator =>
  buttonNamed(page.getByRole('status'), 'Deshacer');

/** Counts the taps that a task needs. */
export class TapCounter {
  count = 0;

  async on(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }
}
