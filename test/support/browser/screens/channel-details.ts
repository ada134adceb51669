import type { Locator, Page } from 'playwright-core';
import { anyOf, partOfText, wholeText } from '../words.js';

/** Opens what there is to know of a channel, where it has no place of its own. */
export const detailsButton = (page: Page): Locator =>
  page.getByRole('button', { name: wholeText('Detalles del canal') });

/** What there is to know of a channel: beside it on a wide screen, else in front of it. */
export const details = (page: Page): Locator =>
  page.getByRole('complementary', { name: wholeText('Detalles') }).or(
    page.getByRole('dialog', {
      name: anyOf(wholeText('Este canal'), wholeText('Esta conversación')),
    }),
  );

/** Something that can be done there, by the message id of its title. A note may follow the title. */
export const detailsAct = (page: Page, id: string): Locator =>
  details(page)
    .getByRole('button')
    .filter({ has: page.getByText(wholeText(id)) });

/** A dialog, by the message id of its title. */
export const dialog = (page: Page, id: string, values?: Record<string, unknown>): Locator =>
  page.getByRole('dialog', { name: wholeText(id, values) });

/** Why nobody writes any more: stands in place of the composer. */
export const writingIsOver = (page: Page): Locator =>
  page.getByText(
    anyOf(
      partOfText('Canal archivado: se puede leer, ya no se escribe.'),
      partOfText('Tema cerrado: se puede leer, ya no se escribe.'),
    ),
  );
