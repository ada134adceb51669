import type { Locator, Page } from 'playwright-core';
import { partOfText, wholeText } from '../words.js';

/** The way to the inbox with so many entries waiting, which its name says. */
export const inboxLink = (page: Page, count: number): Locator =>
  page
    .getByRole('link', { name: partOfText('Bandeja') })
    .filter(count === 0 ? { hasNotText: /\d/ } : { hasText: String(count) });

/** The entries of the inbox that contain a text. */
export const inboxItems = (page: Page, text: string): Locator =>
  page
    .getByRole('list', { name: wholeText('Bandeja') })
    .getByRole('listitem')
    .filter({ hasText: text });
