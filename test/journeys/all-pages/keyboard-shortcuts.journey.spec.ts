import type { Page } from 'playwright-core';
import { holdAnswer } from '../../support/browser/hold-answer.js';
import { whileFocused, hasFocus } from '../../support/browser/keyboard.js';
import {
  setSessionCookie,
  pageProblemsInBothModes,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { openChannelForOffline as openReader } from '../../support/browser/read-channel.js';
import {
  composer,
  messageFeed,
  message,
  messages,
  channelTitle,
  unreadDivider,
} from '../../support/browser/screens/channel.js';
import {
  activeCommandMenuOption,
  findInCommandMenu,
  commandMenuField,
  commandMenuOption,
} from '../../support/browser/screens/command-menu.js';
import { waitUntilInView } from '../../support/browser/screens/scrolling.js';
import {
  buttonNamed,
  linkNamed,
  mainContent,
  openAs,
} from '../../support/browser/screens/page-layout.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';

useJourney({ allowsServiceWorker: true });

const words = uiTextIn('es');
const reader = (handle: string) => openReader(browsers, product.url, handle, 'Verificación');
const heading = (page: Page, name: string) =>
  mainContent(page).getByRole('heading', { level: 1, name });

test('The command menu opens a person, a screen and a channel by keyboard alone, and a channel offline', async () => {
  const page = await reader('member1');
  await composer(page).focus();
  await findInCommandMenu(page, 'benicio');
  await commandMenuOption(page, /Benício Rio Claro.*Amazonía/).waitFor();
  const found = await pageProblemsInBothModes(page, 'finder', 'es');
  await page.keyboard.press('Escape');
  await whileFocused(page, composer(page)).waitFor();

  // The menu opens again also at the moment at which it closes.
  await findInCommandMenu(page, 'b');
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('dialog[open]')!.close();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
  });
  await commandMenuField(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await whileFocused(page, composer(page)).waitFor();

  await findInCommandMenu(page, 'benicio amazonia');
  await commandMenuOption(page, /Benício Rio Claro.*Amazonía/).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Benício Rio Claro').waitFor();
  await whileFocused(page, mainContent(page)).waitFor();

  await findInCommandMenu(page, 'avisos');
  await activeCommandMenuOption(page).filter({ hasText: 'Río Arriba' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await activeCommandMenuOption(page)
    .filter({ hasText: words('Tu cuenta') })
    .waitFor();
  await page.keyboard.press('Enter');
  await heading(page, words('Avisos')).waitFor();

  await findInCommandMenu(page, 'coalicion');
  await commandMenuOption(page, words('Fundar una coalición')).waitFor();
  await commandMenuOption(page, words('Coaliciones')).click();
  await heading(page, words('Coaliciones')).waitFor();

  await buttonNamed(page, 'Buscar personas, canales, grupos').click();
  await commandMenuField(page).fill('zzzz');
  await page.getByText(words('Sin resultados entre lo que puedes ver.')).waitFor();
  await page.getByRole('link', { name: words('Buscar en mensajes') }).click();
  await page
    .getByLabel(words('Palabras del mensaje'))
    .and(page.locator('[value="zzzz"]'))
    .waitFor();

  await buttonNamed(page, 'Buscar personas, canales, grupos').click();
  await page.context().setOffline(true);
  await commandMenuField(page).fill('verif');
  await commandMenuOption(page, /Verificación/).waitFor();
  await page.getByText(words('Sin conexión: aquí está lo que guarda este dispositivo.')).waitFor();
  found.push(...(await pageProblemsInBothModes(page, 'finder-offline', 'es')));
  await page.keyboard.press('Enter');
  await channelTitle(page, 'Verificación').waitFor();
  await message(page, '').waitFor();
  expect(await hasFocus(commandMenuField(page))).toBe(false);
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
  const found = await pageProblemsInBothModes(page, 'keys', 'es');
  await linkNamed(keyList(page), 'Cambiar o apagar teclas').press('Enter');
  const field = mainContent(page).getByLabel(UNREAD);
  await field.fill('j');
  await mainContent(page).getByText(words('Otra acción ya usa esa tecla.')).waitFor();
  found.push(...(await pageProblemsInBothModes(page, 'keys-taken', 'es')));
  await field.fill('u');
  await mainContent(page).focus();
  await page.keyboard.press('n'); // this key is no longer a shortcut
  await page.keyboard.press('u');
  await channelTitle(page, 'Benício Rio Claro').waitFor();

  await messages(page).first().waitFor();
  await waitForIdlePage(page);
  await page.keyboard.press('k');
  await whileFocused(page, messages(page)).waitFor();
  await page.keyboard.press('r');
  await whileFocused(page, composer(page)).waitFor();
  await page.keyboard.type('u?');
  expect(await composer(page).inputValue()).toBe('u?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await composer(page).fill('');
  await mainContent(page).focus();
  await page.keyboard.press('u'); // goes to the first unread channel again, then to the next
  await waitUntilInView(unreadDivider(page), messageFeed(page));
  await page.keyboard.press('u');
  await channelTitle(page, 'Rumi Ladera').waitFor();

  await page.goto(`${product.url}/app/me/keys`);
  await mainContent(page).getByLabel(words('Usar teclas sueltas')).uncheck();
  await field.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await commandMenuField(page).waitFor();
  expect(await keyList(page).count()).toBe(0);
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('The answer to the key of the next unread channel does not lead away from a page that was opened meanwhile', async () => {
  const page = await browsers.open(WIDE);
  await openAs(page, 'member1');
  await waitForIdlePage(page);
  const release = await holdAnswer(page, 'query Channels');
  const asked = page.waitForRequest((one) => !!one.postData()?.includes('query Channels'));
  await page.keyboard.press('n');
  const request = await asked;
  await page
    .getByRole('link', { name: words('Bandeja') })
    .first()
    .click();
  await heading(page, words('Bandeja')).waitFor();
  release();
  await (await request.response())!.finished();
  await waitForIdlePage(page);
  await heading(page, words('Bandeja')).waitFor();
  await page.context().close();
}, 60_000);

test('In a channel, the second Tab stop is the skip link to the message box', async () => {
  const page = await browsers.open(WIDE);
  await setSessionCookie(page, product.url, 'member1');
  await page.goto(`${product.url}/app/channels`);
  await page.getByRole('link', { name: /Verificación/ }).click();
  await channelTitle(page, 'Verificación').waitFor();
  await page.reload();
  await composer(page).waitFor();
  await waitForIdlePage(page);
  let stops = 0;
  for (; stops < 3 && !(await hasFocus(linkNamed(page, 'Ir al campo de mensaje'))); stops++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await whileFocused(page, composer(page)).waitFor();
  expect(stops).toBe(2);
  await page.context().close();
}, 60_000);
