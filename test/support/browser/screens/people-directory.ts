import type { Locator, Page } from 'playwright-core';
import { partOfText, startOfText, wholeText } from '../ui-texts.js';
import { mainContent } from './page-layout.js';

/** The search field of the directory. */
export const directorySearchBox = (page: Page): Locator =>
  page.getByRole('searchbox', { name: wholeText('Buscar por tema, territorio o lengua') });

/** A person in the directory. */
export const personCard = (page: Page, name: string): Locator =>
  mainContent(page).getByRole('link', { name });

/** Distance of the first person from the top of the page, in pixels, before scrolling. */
export const firstPersonTop = (page: Page): Promise<number> =>
  mainContent(page)
    .locator('.pc')
    .first()
    .evaluate((card) => card.getBoundingClientRect().top + window.scrollY);

/** Button that opens all filters. It shows the number of active filters. */
export const filtersButton = (page: Page): Locator =>
  page.getByRole('button', { name: startOfText('Filtros') });

/** A filter that can be set with one tap. */
export const quickFilter = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: wholeText('Filtros a mano') }).getByRole('button', { name });

/** The active filters. Pressing a filter removes it. */
export const activeFilters = (page: Page): Locator =>
  page
    .getByRole('group', { name: wholeText('Filtros puestos') })
    .getByRole('button', { name: partOfText('Quitar'), pressed: true });

/** Returns the filters in the URL. */
export const filtersInUrl = (page: Page): string[] => new URL(page.url()).searchParams.getAll('c');

/**
 * Searches the directory. Waits until the words are an active filter, because the previous results disappear only then.
 */
export async function searchPeople(page: Page, words: string): Promise<void> {
  await directorySearchBox(page).fill(words);
  await directorySearchBox(page).press('Enter');
  await activeFilters(page).first().waitFor();
}
