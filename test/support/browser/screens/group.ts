import type { Locator, Page } from 'playwright-core';
import { ANY, startOfText, wholeText } from '../words.js';

/** A member in the list of a group. */
export const memberRow = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ hasText: name });

/** Opens the menu of what a steward may do with a member. */
export const actsButton = (page: Page, name: string): Locator =>
  memberRow(page, name).getByRole('button', { name: startOfText('Acciones: {name}', { name }) });

/** Chooses one of those acts, named by what its item says. */
export async function chooseAct(page: Page, name: string, id: string): Promise<void> {
  await actsButton(page, name).click();
  await page.getByRole('menuitem', { name: wholeText(id) }).click();
}

/** The button that removes the member shown on the page. */
export const confirmRemoval = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('button', { name: wholeText('Sacar a {name} del grupo', { name: ANY }) });

/** Goes to the page that says what removing a member means. */
export const askToRemove = (page: Page, name: string): Promise<void> =>
  chooseAct(page, name, 'Sacar del grupo');
