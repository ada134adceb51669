import type { Page } from 'playwright-core';
import { focused, hasFocus } from '../../support/browser/keyboard.js';
import {
  authenticate,
  faultsInBothColours,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { reader as openReader } from '../../support/browser/read-channel.js';
import {
  composer,
  feed,
  message,
  messages,
  title,
  unreadDivider,
} from '../../support/browser/screens/channel.js';
import {
  activeOption,
  find,
  finderField,
  finderOption,
} from '../../support/browser/screens/finder.js';
import { untilInView } from '../../support/browser/screens/scrolling.js';
import { button, link, main, openAs } from '../../support/browser/screens/shell.js';
import { browsers, onStage, product } from '../../support/browser/journey-setup.js';
import { wordsIn } from '../../support/browser/ui-texts.js';

onStage({ allowsServiceWorker: true });

const words = wordsIn('es');
const reader = (handle: string) => openReader(browsers, product.url, handle, 'Verificación');
const heading = (page: Page, name: string) => main(page).getByRole('heading', { level: 1, name });

test('The command menu opens a person, a screen and a channel by keyboard alone, and a channel offline', async () => {
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
  await page.getByText(words('Sin resultados entre lo que puedes ver.')).waitFor();
  await page.getByRole('link', { name: words('Buscar en mensajes') }).click();
  await page
    .getByLabel(words('Palabras del mensaje'))
    .and(page.locator('[value="zzzz"]'))
    .waitFor();

  await button(page, 'Buscar personas, canales, grupos').click();
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

const WIDE = { viewport: { width: 1280, height: 800 } };
const UNREAD = words('Ir al siguiente canal sin leer');
const keyList = (page: Page) => page.getByRole('dialog', { name: words('Teclas') });

test('Single-key shortcuts list the shortcuts, open unread channels and reply, and can be changed and turned off', async () => {
  const page = await browsers.open(WIDE);
  await openAs(page, 'member1');
  await waitForIdlePage(page);
  await page.keyboard.press('?');
  await keyList(page).getByText(UNREAD).waitFor();
  const found = await faultsInBothColours(page, 'keys', 'es');
  await link(keyList(page), 'Cambiar o apagar teclas').press('Enter');
  const field = main(page).getByLabel(UNREAD);
  await field.fill('j');
  await main(page).getByText(words('Otra acción ya usa esa tecla.')).waitFor();
  found.push(...(await faultsInBothColours(page, 'keys-taken', 'es')));
  await field.fill('u');
  await main(page).focus();
  await page.keyboard.press('n'); // no longer a shortcut
  await page.keyboard.press('u');
  await title(page, 'Benício Rio Claro').waitFor();

  await messages(page).first().waitFor();
  await waitForIdlePage(page);
  await page.keyboard.press('k');
  await focused(page, messages(page)).waitFor();
  await page.keyboard.press('r');
  await focused(page, composer(page)).waitFor();
  await page.keyboard.type('u?');
  expect(await composer(page).inputValue()).toBe('u?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await composer(page).fill('');
  await main(page).focus();
  await page.keyboard.press('u'); // to the first unread channel again, then to the next
  await untilInView(unreadDivider(page), feed(page));
  await page.keyboard.press('u');
  await title(page, 'Rumi Ladera').waitFor();

  await page.goto(`${product.url}/app/me/keys`);
  await main(page).getByLabel(words('Usar teclas sueltas')).uncheck();
  await field.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await finderField(page).waitFor();
  expect(await keyList(page).count()).toBe(0);
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('In a channel, the second Tab stop is the skip link to the message box', async () => {
  const page = await browsers.open(WIDE);
  await authenticate(page, product.url, 'member1');
  await page.goto(`${product.url}/app/channels`);
  await page.getByRole('link', { name: /Verificación/ }).click();
  await title(page, 'Verificación').waitFor();
  await page.reload();
  await composer(page).waitFor();
  await waitForIdlePage(page);
  let stops = 0;
  for (; stops < 3 && !(await hasFocus(link(page, 'Ir al campo de mensaje'))); stops++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await focused(page, composer(page)).waitFor();
  expect(stops).toBe(2);
  await page.context().close();
}, 60_000);
