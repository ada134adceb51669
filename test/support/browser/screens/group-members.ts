import type { Locator, Page } from 'playwright-core';
import { ANY_VALUE, startOfText, wholeText } from '../ui-texts.js';

/** A member in the list of a group. */
export const memberRow = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ hasText: name });

/** Button that opens the menu with a steward's actions on a member. */
export const memberActionsButton = (page: Page, name: string): Locator =>
  memberRow(page, name).getByRole('button', { name: startOfText('Acciones: {name}', { name }) });

/** Chooses an action from the menu of a member's actions by its label. */
export async function chooseMemberAction(page: Page, name: string, id: string): Promise<void> {
  await memberActionsButton(page, name).click();
  await page.getByRole('menuitem', { name: wholeText(id) }).click();
}

/** The button that confirms the removal of the member on the page. */
export const confirmRemoval = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('button', { name: wholeText('Sacar a {name} del grupo', { name: ANY_VALUE }) });

/** Opens the page that explains the removal of a member. */
export const openRemovalPage = (page: Page, name: string): Promise<void> =>
  chooseMemberAction(page, name, 'Sacar del grupo');
