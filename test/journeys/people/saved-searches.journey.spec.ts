import type { Page } from 'playwright-core';
import { waitForIdlePage, axeViolations } from '../../support/browser/page-checks.js';
import { openAs, openSheet } from '../../support/browser/screens/page-layout.js';
import {
  filtersInUrl,
  searchPeople,
  activeFilters,
} from '../../support/browser/screens/people-directory.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';

useJourney();

const words = uiTextIn('es');

/** Presses the button of the list with this label, or that of the saved search with this name. */
const press = (page: Page, id: string, name = '') =>
  page.getByRole('button', { name: `${words(id)} ${name}`.trim(), exact: true }).click();
/** Input for the name of a saved search. */
const nameBox = (page: Page) => openSheet(page).getByRole('textbox', { name: words('Nombre') });

async function openPeople(path = '/app/people'): Promise<Page> {
  const page = await browsers.open();
  await openAs(page, 'member1', path);
  await waitForIdlePage(page);
  return page;
}

test('A member saves a search under a name, and its text never appears in a URL', async () => {
  const page = await openPeople();
  await searchPeople(page, 'amazonia zorzal');
  await page.waitForURL(/c=/);
  await waitForIdlePage(page);
  await press(page, 'Guardar esta búsqueda');
  expect(await nameBox(page).inputValue()).toBe('Amazonía · “zorzal”');
  await nameBox(page).fill(' ');
  await press(page, 'Guardar');
  await openSheet(page).getByText(words('Completa este campo.')).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await nameBox(page).fill('Aves del río');
  await page.context().setOffline(true);
  await press(page, 'Guardar');
  await openSheet(page).getByText(words('Sin conexión. Lo que escribiste sigue aquí.')).waitFor();
  await page.context().setOffline(false);
  await press(page, 'Guardar');
  await openSheet(page).waitFor({ state: 'detached' });

  await page.goto(`${product.url}/app/people`);
  await press(page, 'Búsquedas guardadas');
  await openSheet(page).getByRole('listitem').filter({ hasText: 'Aves del río' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await press(page, 'Abrir', 'Aves del río');
  await page.waitForURL(/c=/);
  expect(filtersInUrl(page)).toEqual(['territory:amazonia']);
  expect(page.url()).not.toContain('zorzal');
  await activeFilters(page).filter({ hasText: '“zorzal”' }).waitFor();
  await page.context().close();
});

test('A deleted saved search can be restored, and a renamed one keeps its filters', async () => {
  const page = await openPeople('/app/people?c=language%3Aqu');
  await press(page, 'Guardar esta búsqueda');
  await nameBox(page).fill('Quechua');
  await press(page, 'Guardar');
  await openSheet(page).waitFor({ state: 'detached' });
  await press(page, 'Búsquedas guardadas');
  await press(page, 'Borrar', 'Quechua');
  await press(page, 'Deshacer', 'Quechua');
  await waitForIdlePage(page);
  await press(page, 'Cambiar nombre', 'Quechua');
  await nameBox(page).fill('Runasimi');
  await press(page, 'Guardar');
  await press(page, 'Abrir', 'Runasimi');
  await openSheet(page).waitFor({ state: 'detached' });
  expect(filtersInUrl(page)).toEqual(['language:qu']);
  await page.context().close();
});
