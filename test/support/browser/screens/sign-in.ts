import type { Locator, Page } from 'playwright-core';

/** Fields of the public sign-in page, whose labels are not in the app's catalogues. */
export const email = (page: Page): Locator => page.getByLabel(/^(Correo|E-mail)\s*$/);
export const password = (page: Page): Locator =>
  page.getByLabel(/^(Contraseña|Senha|Password)\s*$/);
export const enter = (page: Page): Locator =>
  page.getByRole('button', { name: /^(Entrar|Sign in)$/ });
