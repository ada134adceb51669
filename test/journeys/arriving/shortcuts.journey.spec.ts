import type { Page } from 'playwright-core';
import { focused, hasFocus } from '../../support/browser/keys.js';
import { faultsInBothColours } from '../../support/browser/looks.js';
import { reader as openReader } from '../../support/browser/reading.js';
import { composer, message, title } from '../../support/browser/screens/channel.js';
import {
  activeOption,
  find,
  finderField,
  finderOption,
} from '../../support/browser/screens/finder.js';
import { button, main } from '../../support/browser/screens/shell.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';
import { wordsIn } from '../../support/browser/words.js';

onStage({ allowsServiceWorker: true });

const words = wordsIn('es');
const reader = (handle: string) => openReader(browsers, product.url, handle, 'Verificación');
const heading = (page: Page, name: string) => main(page).getByRole('heading', { level: 1, name });

test('The command menu opens a person, a screen and a channel with the keyboard alone, and a channel offline', async () => {
  const page = await reader('member1');
  await composer(page).focus();
  await find(page, 'benicio');
  await finderOption(page, /Benício Rio Claro.*Amazonía/).waitFor();
  const found = await faultsInBothColours(page, 'finder', 'es');
  await page.keyboard.press('Escape');
  await focused(page, composer(page)).waitFor();

  await find(page, 'benicio amazonia');
  await finderOption(page, /Benício Rio Claro.*Amazonía/).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Benício Rio Claro').waitFor();
  await focused(page, main(page)).waitFor();

  await find(page, 'avisos');
  await activeOption(page).filter({ hasText: 'Río Arriba' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await activeOption(page)
    .filter({ hasText: words('Tu cuenta') })
    .waitFor();
  await page.keyboard.press('Enter');
  await heading(page, words('Avisos')).waitFor();

  await button(page, 'Buscar personas, canales, grupos').click();
  await finderField(page).fill('zzzz');
  await page.getByText(words('Nada tiene ese nombre entre lo que puedes ver.')).waitFor();
  await page.context().setOffline(true);
  await finderField(page).fill('verif');
  await finderOption(page, /Verificación/).waitFor();
  await page.getByText(words('Sin conexión: aquí está lo que guarda este dispositivo.')).waitFor();
  found.push(...(await faultsInBothColours(page, 'finder-offline', 'es')));
  await page.keyboard.press('Enter');
  await title(page, 'Verificación').waitFor();
  await message(page, '').waitFor();
  expect(await hasFocus(finderField(page))).toBe(false);
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);
