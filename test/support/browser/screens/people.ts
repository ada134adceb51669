import type { Locator, Page } from 'playwright-core';
import { partOfText, startOfText, wholeText } from '../words.js';
import { main } from './shell.js';

/** Where one types whom one looks for. */
export const searchBox = (page: Page): Locator =>
  page.getByRole('searchbox', { name: wholeText('Buscar por tema, territorio o lengua') });

/** A person in the directory. */
export const personCard = (page: Page, name: string): Locator =>
  main(page).getByRole('link', { name });

/** How far down the first person begins, in pixels of the page as it was opened. */
export const firstPersonAt = (page: Page): Promise<number> =>
  main(page)
    .locator('.pc')
    .first()
    .evaluate((card) => card.getBoundingClientRect().top + window.scrollY);

/** Opens all filters, and counts those that are set. */
export const filtersButton = (page: Page): Locator =>
  page.getByRole('button', { name: startOfText('Filtros') });

/** A filter that can be set with one tap. */
export const handyFilter = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: wholeText('Filtros a mano') }).getByRole('button', { name });

/** The filters that are set; pressing one takes it away. */
export const setFilters = (page: Page): Locator =>
  page
    .getByRole('group', { name: wholeText('Filtros puestos') })
    .getByRole('button', { name: partOfText('Quitar'), pressed: true });

/** The filters in the address of the page. */
export const filtersIn = (page: Page): string[] => new URL(page.url()).searchParams.getAll('c');

/** Looks for words in the directory, and waits until they are a filter: the people of before go away only then. */
export async function searchPeople(page: Page, words: string): Promise<void> {
  await searchBox(page).fill(words);
  await searchBox(page).press('Enter');
  await setFilters(page).first().waitFor();
}
