import type { Locator, Page } from 'playwright-core';
import { startOfText, wholeText } from '../ui-texts.js';
import { buttonNamed, linkNamed, mainContent } from './page-layout.js';

/** Joins an open group: under `name` as a persona, otherwise with the profile. */
export async function joinGroup(page: Page, name?: string): Promise<void> {
  if (name !== undefined) {
    await otherNameOption(page).check();
    await personaNameField(page).fill(name);
  }
  await buttonNamed(mainContent(page), 'Entrar al grupo').click();
  await ownMembershipLink(page).waitFor();
}

/** Link on a group page to the member's own membership: how the group sees the member. */
export const ownMembershipLink = (page: Page): Locator =>
  linkNamed(mainContent(page), 'Cómo me ven aquí');

/** The option to join under another name. A note stands after its label. */
export const otherNameOption = (page: Page): Locator =>
  page.getByRole('radio', { name: startOfText('Con otro nombre, solo en este grupo') });

/** The option to join with the profile. */
export const profileOption = (page: Page): Locator =>
  page.getByRole('radio', { name: startOfText('Con mi perfil') });

/** The field for the persona's name. */
export const personaNameField = (page: Page): Locator =>
  page.getByRole('textbox', { name: wholeText('Nombre en este grupo') });

/** The field for the persona's "about" text. */
export const personaAboutField = (page: Page): Locator =>
  page.getByRole('textbox', { name: startOfText('Sobre mí, para este grupo') });

/**
 * Chooses the colour behind the initials, counted from 1. Uses the keyboard, because the radio button is visually
 * hidden.
 */
export const chooseTint = (page: Page, tint: number): Promise<void> =>
  page.getByRole('radio', { name: wholeText('Color {tint}', { tint }) }).press('Space');

/** Saves by keyboard, because a toast with an undo button may cover the save button for up to half a minute. */
export const savePersona = (page: Page): Promise<void> =>
  buttonNamed(mainContent(page), 'Guardar').press('Enter');

/** Heading with the name under which the group sees the member. */
export const personaHeading = (page: Page, name: string): Locator =>
  mainContent(page).getByRole('heading', { name });
