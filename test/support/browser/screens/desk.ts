import type { Locator, Page } from 'playwright-core';
import { wholeText } from '../words.js';

/** Something that waits in the queue of the desk. */
export const queueItem = (page: Page, text: string): Locator =>
  page.getByRole('link').filter({ hasText: text });

/** Where a reviewer recommends and decides, beside the application. */
export const review = (page: Page): Locator =>
  page.getByRole('complementary', { name: wholeText('Tu revisión') });

/** Why the reviewer recommends it. */
export const why = (page: Page): Locator => review(page).getByLabel(wholeText('Por qué'));

/** Where a moderator acts, beside the matter. */
export const acts = (page: Page): Locator =>
  page.getByRole('complementary', { name: wholeText('Qué haces') });

/** Opens a matter, which goes on the record; it is the moderator's from then on. */
export const openMatter = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: wholeText('Tomarlo y abrir') })
    .or(page.getByRole('button', { name: wholeText('Abrir') }))
    .click();
