import type { Locator, Page } from 'playwright-core';
import { partOfText, wholeText } from '../ui-texts.js';

/** Link to the inbox whose label contains the number of waiting entries. */
export const inboxLink = (page: Page, count: number): Locator =>
  page
    .getByRole('link', { name: partOfText('Bandeja') })
    .filter(count === 0 ? { hasNotText: /\d/ } : { hasText: String(count) });

/** The inbox entries that contain a text. */
export const inboxItems = (page: Page, text: string): Locator =>
  page
    .getByRole('list', { name: wholeText('Bandeja') })
    .getByRole('listitem')
    .filter({ hasText: text });
