import type { Locator, Page } from 'playwright-core';
import { anyPattern, partOfText, wholeText } from '../ui-texts.js';

/** Button that opens the channel details. It exists only where they are not beside the channel. */
export const detailsButton = (page: Page): Locator =>
  page.getByRole('button', { name: wholeText('Detalles del canal') });

/** The channel details: beside the channel on a wide screen, otherwise in front of it. */
export const detailsPanel = (page: Page): Locator =>
  page.getByRole('complementary', { name: wholeText('Detalles') }).or(
    page.getByRole('dialog', {
      name: anyPattern(wholeText('Este canal'), wholeText('Esta conversación')),
    }),
  );

/** An action in the channel details, by the message id of its title. A note may stand after the title. */
export const detailsAction = (page: Page, id: string): Locator =>
  detailsPanel(page)
    .getByRole('button')
    .filter({ has: page.getByText(wholeText(id)) });

/** A dialog, by the message id of its title. */
export const dialogTitled = (page: Page, id: string, values?: Record<string, unknown>): Locator =>
  page.getByRole('dialog', { name: wholeText(id, values) });

/** The reason why nobody can write in the channel. The page shows it in place of the composer. */
export const writingDisabledNotice = (page: Page): Locator =>
  page.getByText(
    anyPattern(
      partOfText('Canal archivado: se puede leer, ya no se escribe.'),
      partOfText('Tema cerrado: se puede leer, ya no se escribe.'),
    ),
  );
