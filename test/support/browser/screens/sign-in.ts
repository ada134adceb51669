import type { Locator, Page } from 'playwright-core';

/** Fields of the public sign-in page, whose labels are not in the app's catalogues. */
export const emailField = (page: Page): Locator => page.getByLabel(/^(Correo|E-mail|Email)\s*$/);
export const passwordField = (page: Page): Locator =>
  page.getByLabel(/^(Contraseña|Senha|Password)\s*$/);
export const signInButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^(Entrar|Sign in)$/ });
