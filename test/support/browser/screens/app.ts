import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../../apps/cli/demo/people/people.js';
import { startOfText, wholeText } from '../words.js';

/** Opens the page of the account, behind the person's picture, which is the last in the bar: the way back may lead there, too. */
export const openAccount = (page: Page): Promise<void> =>
  page
    .getByRole('link', { name: wholeText('Tu cuenta') })
    .last()
    .click();

/** Signs the person out, on the page of the account. */
export async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: wholeText('Cerrar sesión') })
    .click();
  await page.waitForURL(/\/(es|pt|en)\/sign-in/);
}

/** Gives the password again, above which the sheet says what follows. */
export async function confirmWithPassword(page: Page, consequence = ''): Promise<void> {
  const sheet = page.getByRole('dialog', { name: wholeText('Confirma con tu contraseña') });
  expect(await sheet.textContent()).toContain(consequence);
  await sheet.getByLabel(wholeText('Tu contraseña')).fill(DEMO_PASSWORD);
  await sheet.getByRole('button', { name: wholeText('Confirmar') }).click();
  await sheet.waitFor({ state: 'detached' });
}

/** Forwards the person or message, whose sheet is open, to moderation. */
export async function sendReport(page: Page, note: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: wholeText('Avisar a moderación') });
  await sheet.getByRole('radio').first().check();
  await sheet.getByLabel(startOfText('¿Quieres contar algo más?')).fill(note);
  await sheet.getByRole('button', { name: wholeText('Enviar el aviso') }).click();
  await page.getByText(wholeText('Aviso enviado. Lo verá alguien de moderación.')).waitFor();
}

/** Waits until the page has heard that its dialog was closed: the browser hides it and gives the focus back before. */
export const dialogGone = (page: Page): Promise<void> =>
  page.getByRole('dialog', { includeHidden: true }).waitFor({ state: 'detached' });
