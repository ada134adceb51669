import type { Locator, Page } from 'playwright-core';
import { wholeText } from '../ui-texts.js';

/** An item in the queue of the desk. */
export const queueItem = (page: Page, text: string): Locator =>
  page.getByRole('link').filter({ hasText: text });

/** The review form beside the application. */
export const reviewForm = (page: Page): Locator =>
  page.getByRole('complementary', { name: wholeText('Tu revisión') });

/** The field for the reason of the recommendation. */
export const reviewReasonField = (page: Page): Locator =>
  reviewForm(page).getByLabel(wholeText('Por qué'));

/** The moderator's actions beside the matter. */
export const moderationActions = (page: Page): Locator =>
  page.getByRole('complementary', { name: wholeText('Qué haces') });

/** Opens a matter. The server audits this and assigns the matter to the moderator. */
export const openMatter = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: wholeText('Tomarlo y abrir') })
    .or(page.getByRole('button', { name: wholeText('Abrir') }))
    .click();
