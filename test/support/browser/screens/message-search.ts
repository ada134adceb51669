import type { Locator, Page } from 'playwright-core';
import { anyPattern, wholeText } from '../ui-texts.js';
import { mainContent } from './page-layout.js';

/** The search field. */
export const messageSearchBox = (page: Page): Locator =>
  page.getByRole('searchbox', { name: wholeText('Palabras del mensaje') });

/** The messages that were found. */
export const searchResults = (page: Page): Locator =>
  mainContent(page).getByRole('listitem').getByRole('link');

const NOTHING = wholeText('No hay mensajes con eso');
const NO_CONNECTION = wholeText('Sin conexión no se puede buscar');

/** The notice that no message was found. */
export const noMessagesNotice = (page: Page): Locator =>
  page.getByRole('heading', { name: NOTHING });

/** The notice that a search needs a connection. */
export const searchOfflineNotice = (page: Page): Locator =>
  page.getByRole('heading', { name: NO_CONNECTION });

/** The result of a search: messages, or the reason why there are none. */
const answer = (page: Page): Locator =>
  searchResults(page)
    .or(page.getByRole('heading', { name: anyPattern(NOTHING, NO_CONNECTION) }))
    .first();

/** Searches messages and waits for the new result. The page removes the previous result first. */
export async function searchMessages(page: Page, text: string): Promise<void> {
  const before = (await answer(page).count()) > 0 && (await answer(page).elementHandle());
  await messageSearchBox(page).fill(text);
  await messageSearchBox(page).press('Enter');
  if (before) await page.waitForFunction((old) => !old.isConnected, before);
  await answer(page).waitFor();
}

/** The search filters, active or not. The label of an active filter contains its value. */
export const messageFilter = (page: Page, name: string | RegExp): Locator =>
  mainContent(page)
    .getByRole('group', { name: wholeText('Filtros') })
    .getByRole('button', { name });
