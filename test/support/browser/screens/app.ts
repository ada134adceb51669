import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../../apps/cli/demo/people/people.js';
import { startOfText, wholeText } from '../ui-texts.js';

/**
 * Opens the account page through the member's own picture in the bar. It is the last matching link, because a back link
 * may lead to the same page.
 */
export const openAccount = (page: Page): Promise<void> =>
  page
    .getByRole('link', { name: wholeText('Tu cuenta') })
    .last()
    .click();

/** Signs out on the account page. */
export async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: wholeText('Cerrar sesión') })
    .click();
  await page.waitForURL(/\/(es|pt|en)\/sign-in/);
}

/** Confirms an action with the password, in a sheet that names the consequence of the action. */
export async function confirmWithPassword(page: Page, consequence = ''): Promise<void> {
  const sheet = page.getByRole('dialog', { name: wholeText('Confirma que eres tú') });
  expect(await sheet.textContent()).toContain(consequence);
  await sheet.getByLabel(wholeText('Tu contraseña')).fill(DEMO_PASSWORD);
  await sheet.getByRole('button', { name: wholeText('Confirmar') }).click();
  await sheet.waitFor({ state: 'detached' });
}

/** Reports the person or message whose sheet is open. */
export async function sendReport(page: Page, note: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: wholeText('Reportar') });
  await sheet.getByRole('radio').first().check();
  await sheet.getByLabel(startOfText('¿Quieres contar algo más?')).fill(note);
  await sheet.getByRole('button', { name: wholeText('Enviar el reporte') }).click();
  await page.getByText(wholeText('Reporte enviado. Lo verá alguien de moderación.')).waitFor();
}

/**
 * Waits until the page has handled the close event of its dialog. The browser already hides the dialog and restores the
 * focus before.
 */
export const waitForClosedDialog = (page: Page): Promise<void> =>
  page.getByRole('dialog', { includeHidden: true }).waitFor({ state: 'detached' });
