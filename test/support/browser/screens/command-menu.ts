import type { Locator, Page } from 'playwright-core';
import { wholeText } from '../ui-texts.js';

const dialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: wholeText('Buscar en Trama') });

/** Input for the name of a channel, person, group or screen. */
export const commandMenuField = (page: Page): Locator => dialog(page).getByRole('combobox');

/** A result of the command menu. */
export const commandMenuOption = (page: Page, name: string | RegExp): Locator =>
  dialog(page).getByRole('option', { name });

/** The result that Enter opens. */
export const activeCommandMenuOption = (page: Page): Locator =>
  dialog(page).getByRole('option', { selected: true });

/** Opens the command menu by its keyboard shortcut and types into it. */
export async function findInCommandMenu(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await commandMenuField(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(text);
}
