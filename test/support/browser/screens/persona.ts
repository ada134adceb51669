import type { Locator, Page } from 'playwright-core';
import { startOfText, wholeText } from '../ui-texts.js';
import { button, link, main } from './shell.js';

/** Joins an open group: under `name` as a persona, otherwise with the profile. */
export async function joinGroup(page: Page, name?: string): Promise<void> {
  if (name !== undefined) {
    await otherName(page).check();
    await nameHere(page).fill(name);
  }
  await button(main(page), 'Entrar al grupo').click();
  await ownPlace(page).waitFor();
}

/** On a group page: link to how the group sees the member. */
export const ownPlace = (page: Page): Locator => link(main(page), 'Cómo me ven aquí');

/** The option to join under another name; a note follows its label. */
export const otherName = (page: Page): Locator =>
  page.getByRole('radio', { name: startOfText('Con otro nombre, solo en este grupo') });

/** The option to join with the profile. */
export const withProfile = (page: Page): Locator =>
  page.getByRole('radio', { name: startOfText('Con mi perfil') });

/** The field for the persona's name. */
export const nameHere = (page: Page): Locator =>
  page.getByRole('textbox', { name: wholeText('Nombre en este grupo') });

/** The field for the persona's "about" text in this group. */
export const aboutHere = (page: Page): Locator =>
  page.getByRole('textbox', { name: startOfText('Sobre mí, para este grupo') });

/** Chooses the colour behind the initials, counted from 1, by keyboard: the radio button is visually hidden. */
export const chooseTint = (page: Page, tint: number): Promise<void> =>
  page.getByRole('radio', { name: wholeText('Color {tint}', { tint }) }).press('Space');

/** Saves by keyboard: a toast may cover the button for up to half a minute while it offers undo. */
export const savePersona = (page: Page): Promise<void> =>
  button(main(page), 'Guardar').press('Enter');

/** Heading with the name under which the group sees the member. */
export const seenAs = (page: Page, name: string): Locator =>
  main(page).getByRole('heading', { name });
