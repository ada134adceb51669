import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD, demoEmailOf } from '../../../../apps/cli/demo/people/people.js';

/** Fields of the public sign-in page, whose labels are not in the app's catalogues. */
export const emailField = (page: Page): Locator => page.getByLabel(/^(Correo|E-mail|Email)\s*$/);
export const passwordField = (page: Page): Locator =>
  page.getByLabel(/^(Contraseña|Senha|Password)\s*$/);
export const signInButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^(Entrar|Sign in)$/ });

/** Signs a demo account in with the form in Spanish. */
export async function signInByForm(page: Page, url: string, handle: string): Promise<void> {
  await page.goto(`${url}/es/sign-in`);
  await emailField(page).fill(demoEmailOf(handle));
  await passwordField(page).fill(DEMO_PASSWORD);
  await signInButton(page).click();
  await page.waitForURL(`${url}/app`);
}
