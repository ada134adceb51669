import type { Locator, Page } from 'playwright-core';
import { startOfText, wholeText } from '../words.js';

/** A member in the list of a group. */
export const memberRow = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ hasText: name });

/** Asks to remove a member, whose name may go on; the dialog that opens does it. */
export const removeButton = (page: Page, name: string): Locator =>
  memberRow(page, name).getByRole('button', { name: startOfText('Sacar a {name}', { name }) });

/** Removes the member about whom the open dialog asks. */
export const confirmRemoval = (page: Page): Locator =>
  page.getByRole('dialog').getByRole('button', { name: wholeText('Sacar del grupo') });
