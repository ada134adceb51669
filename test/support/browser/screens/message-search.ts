import type { Locator, Page } from 'playwright-core';
import { anyOf, wholeText } from '../words.js';
import { main } from './shell.js';

/** Where one types the words of a message. */
export const searchBox = (page: Page): Locator =>
  page.getByRole('searchbox', { name: wholeText('Palabras del mensaje') });

/** The messages that were found. */
export const results = (page: Page): Locator => main(page).getByRole('listitem').getByRole('link');

const NOTHING = wholeText('No hay mensajes con eso');
const NO_CONNECTION = wholeText('Sin conexión no se puede buscar');

/** Says that no message was found. */
export const nothingFound = (page: Page): Locator => page.getByRole('heading', { name: NOTHING });

/** Says that a search needs a connection. */
export const noConnection = (page: Page): Locator =>
  page.getByRole('heading', { name: NO_CONNECTION });

/** What a search says: messages, or why there are none. */
const answer = (page: Page): Locator =>
  results(page)
    .or(page.getByRole('heading', { name: anyOf(NOTHING, NO_CONNECTION) }))
    .first();

/** Looks for messages, until the answer is on the screen; that of the search before goes first. */
export async function searchMessages(page: Page, text: string): Promise<void> {
  const before = (await answer(page).count()) > 0 && (await answer(page).elementHandle());
  await searchBox(page).fill(text);
  await searchBox(page).press('Enter');
  if (before) await page.waitForFunction((old) => !old.isConnected, before);
  await answer(page).waitFor();
}

/** The filters of a search that can be set, or that are set; one that is set names what it asks for. */
export const filter = (page: Page, name: string | RegExp): Locator =>
  main(page)
    .getByRole('group', { name: wholeText('Filtros') })
    .getByRole('button', { name });
