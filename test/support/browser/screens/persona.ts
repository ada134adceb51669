import type { Locator, Page } from 'playwright-core';
import { startOfText, wholeText } from '../words.js';
import { button, link, main } from './shell.js';

/** Comes into an open group: under another name where one is given, else with the profile. */
export async function joinGroup(page: Page, name?: string): Promise<void> {
  if (name !== undefined) {
    await otherName(page).check();
    await nameHere(page).fill(name);
  }
  await button(main(page), 'Entrar al grupo').click();
  await ownPlace(page).waitFor();
}

/** On the page of a group: the way to how it sees the member. */
export const ownPlace = (page: Page): Locator => link(main(page), 'Cómo me ven aquí');

/** The choice to be there under another name; its note follows the label. */
export const otherName = (page: Page): Locator =>
  page.getByRole('radio', { name: startOfText('Con otro nombre, solo en este grupo') });

/** The choice to be there with the profile. */
export const withProfile = (page: Page): Locator =>
  page.getByRole('radio', { name: startOfText('Con mi perfil') });

/** Where the other name is typed. */
export const nameHere = (page: Page): Locator =>
  page.getByRole('textbox', { name: wholeText('Nombre en este grupo') });

/** Where a member says something of themself for this group. */
export const aboutHere = (page: Page): Locator =>
  page.getByRole('textbox', { name: startOfText('Sobre mí, para este grupo') });

/** Chooses a tint behind the initials, counted from 1, by keys: the radio button under it cannot be seen. */
export const chooseTint = (page: Page, tint: number): Promise<void> =>
  page.getByRole('radio', { name: wholeText('Color {tint}', { tint }) }).press('Space');

/** Saves by keys: a toast may cover the button, for half a minute where it offers to undo. */
export const savePersona = (page: Page): Promise<void> =>
  button(main(page), 'Guardar').press('Enter');

/** How the group sees the member: a heading with the name. */
export const seenAs = (page: Page, name: string): Locator =>
  main(page).getByRole('heading', { name });
