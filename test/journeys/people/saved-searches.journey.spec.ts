import type { Page } from 'playwright-core';
import { settled, signIn, violations } from '../../support/browser/looks.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';

onStage();

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const dialog = (page: Page) => page.locator('dialog[open]');
const chipsOf = (page: Page) => new URL(page.url()).searchParams.getAll('c');

async function search(page: Page, words: string) {
  await page.locator('#people-words').fill(words);
  await page.locator('#people-words').press('Enter');
  await page.waitForFunction(() => location.search.includes('c='));
  await settled(page);
}

test('A search is kept under a name, and its words never stand in an address', async () => {
  const page = await browsers.open();
  await signIn(page, product.url, 'member1');
  await page.goto(`${product.url}/app/people`);
  await search(page, 'amazonia zorzal');
  await press(page, 'Guardar esta búsqueda');
  expect(await dialog(page).locator('input').inputValue()).toBe('Amazonía · “zorzal”');
  await dialog(page).locator('input').fill(' ');
  await press(page, 'Guardar');
  await dialog(page).getByText('Falta este dato.').first().waitFor();
  expect(await violations(page)).toEqual([]);

  await dialog(page).locator('input').fill('Aves del río');
  await page.context().setOffline(true);
  await press(page, 'Guardar');
  await dialog(page).getByText('Sin conexión.').waitFor();
  await page.context().setOffline(false);
  await press(page, 'Guardar');
  await dialog(page).waitFor({ state: 'detached' });

  await page.goto(`${product.url}/app/people`);
  await press(page, 'Búsquedas guardadas');
  await dialog(page).getByText('Aves del río', { exact: true }).first().waitFor();
  expect(await violations(page)).toEqual([]);
  await press(page, 'Abrir Aves del río');
  await page.waitForFunction(() => location.search.includes('c='));
  expect(chipsOf(page)).toEqual(['territory:amazonia']);
  expect(page.url()).not.toContain('zorzal');
  await page.locator('.chip', { hasText: '“zorzal”' }).waitFor();
  await page.context().close();
});

test('One that was deleted comes back, and one that was renamed keeps what it asks for', async () => {
  const page = await browsers.open();
  await signIn(page, product.url, 'member1');
  await page.goto(`${product.url}/app/people?c=language%3Aqu`);
  await settled(page);
  await press(page, 'Guardar esta búsqueda');
  await dialog(page).locator('input').fill('Quechua');
  await press(page, 'Guardar');
  await dialog(page).waitFor({ state: 'detached' });
  await press(page, 'Búsquedas guardadas');
  await press(page, 'Borrar Quechua');
  await press(page, 'Deshacer Quechua');
  await press(page, 'Cambiar nombre Quechua');
  await dialog(page).locator('input').fill('Runasimi');
  await press(page, 'Guardar');
  await press(page, 'Abrir Runasimi');
  await dialog(page).waitFor({ state: 'detached' });
  expect(chipsOf(page)).toEqual(['language:qu']);
  await page.context().close();
});
