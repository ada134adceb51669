import type { Page } from 'playwright-core';
import { storedByBrowser, waitUntilStored } from '../../support/browser/device-storage.js';
import { latestMessages } from '../../support/browser/latest-messages.js';
import { setSessionCookie, pageProblemsInBothModes } from '../../support/browser/page-checks.js';
import {
  lastMessages,
  openChannelWithMessages,
  openChannelForOffline as openReader,
  backToChannelList,
} from '../../support/browser/read-channel.js';
import {
  waitForEmptyOutbox,
  channelRow,
  composer,
  offlineNotice,
  messageMenuItem,
  message,
  messages,
  outboxCounter,
  queuedMessages,
  reactionButton,
  sendText,
  sentMessage,
  messageTexts,
  queuedCount,
} from '../../support/browser/screens/channel.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney({ allowsServiceWorker: true });

const words = uiTextIn('es');

const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

const faults = (page: Page, name: string) => pageProblemsInBothModes(page, `offline-${name}`, 'es');

const MESSAGES_KEPT = '{count, plural, one {# mensaje guardado} other {# mensajes guardados}}';

test('Offline, the app opens the last channel and says that it is offline', async () => {
  const page = await reader('member1', 'Verificación');
  const before = await messageTexts(page);
  await page.context().setOffline(true);
  await page.reload();
  await messages(page).first().waitFor();
  await offlineNotice(page)
    .filter({ hasText: words('Sin conexión') })
    .waitFor();
  expect(await messageTexts(page)).toEqual(before);
  const found = await faults(page, 'channel');

  await backToChannelList(page);
  await channelRow(page, 'Verificación')
    .getByText(words(MESSAGES_KEPT, { count: before.length }))
    .waitFor();
  // The channel list showed the last message of each channel. The device stores only the messages of channels that were
  // opened.
  expect(await storedByBrowser(page)).not.toContain('Con eso sí trabajo contento');
  await channelRow(page, 'Avisos').click();
  await page
    .getByRole('heading', { level: 1, name: words('No está en este dispositivo') })
    .waitFor();
  found.push(...(await faults(page, 'not-kept')));
  expect(found).toEqual([]);
  await page.context().close();
});

test('Messages written offline survive a visit to another channel and a reload, and arrive once and in order', async () => {
  const page = await reader('member1', 'Traducciones');
  const other = await reader('steward1', 'Traducciones');
  await sendText(page, 'Antes de la tormenta');
  await message(other, 'Antes de la tormenta').waitFor();
  await sentMessage(page, 'tormenta').waitFor();
  await page.context().setOffline(true);
  for (let n = 1; n <= 5; n++) await sendText(page, `Sin señal ${n}`);
  await message(page, 'Antes de la tormenta').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox').first().waitFor();
  await page.keyboard.press('Enter');
  await reactionButton(message(page, 'Antes de la tormenta'), '👍 1', true).waitFor();
  await sendText(other, 'Mientras tanto');
  await backToChannelList(page);
  await outboxCounter(page)
    .filter({ hasText: queuedCount(6) })
    .waitFor();
  await waitUntilStored(page, 'Sin señal 5', '👍');
  await page.goto(`${product.url}/app/`);
  await outboxCounter(page)
    .filter({ hasText: queuedCount(6) })
    .waitFor();
  await page.getByText(words('Es lo último que se supo antes de perder la conexión.')).waitFor();
  await backToChannelList(page);
  await openChannelWithMessages(page, 'Traducciones');
  await queuedMessages(page).nth(4).waitFor();
  expect(await queuedMessages(page).count()).toBe(5);

  await page.context().setOffline(false);

  await waitForEmptyOutbox(page);
  await message(other, 'Sin señal 5').waitFor();
  const all = [
    'Antes de la tormenta',
    'Mientras tanto',
    ...[1, 2, 3, 4, 5].map((n) => `Sin señal ${n}`),
  ];
  expect(await latestMessages('Traducciones', 7)).toEqual(all);
  for (const one of [page, other]) expect(await lastMessages(one, all)).toEqual(all);
  await reactionButton(message(other, 'Antes de la tormenta'), '👍 1').waitFor();
  for (const one of [page, other]) await one.context().close();
}, 120_000);

test('An edit made offline is delivered', async () => {
  const page = await reader('member1', 'Avisos');
  await sendText(page, 'Nos vemos el martes');
  await sentMessage(page, 'martes').waitFor();
  // The page stores the message first. Otherwise the reloaded page would have no message on which to show the edit.
  await waitUntilStored(page, 'martes');
  await message(page, 'martes').focus();
  await page.keyboard.press('Shift+F10');
  await messageMenuItem(page, 'Editar').waitFor();
  await page.context().setOffline(true);
  await messageMenuItem(page, 'Editar').click();
  await composer(page).fill('Nos vemos el jueves');
  await page.keyboard.press('Control+Enter');
  await queuedMessages(page, 'jueves').waitFor();
  await waitUntilStored(page, 'jueves');
  await page.reload();
  await queuedMessages(page, 'jueves').waitFor();

  await page.context().setOffline(false);

  await waitForEmptyOutbox(page);
  await message(page, 'jueves').getByText(words('editado')).waitFor();
  expect(await messageTexts(page)).not.toContain('Nos vemos el martes');
  await page.context().close();
}, 120_000);

test('A message that is discarded in one tab is sent by no other tab', async () => {
  const page = await reader('member1', 'Avisos');
  await page.context().setOffline(true);
  await sendText(page, 'Mejor no lo digo');
  await waitUntilStored(page, 'Mejor no lo digo');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await queuedMessages(other, 'Mejor no lo digo').waitFor();

  await queuedMessages(page, 'Mejor no lo digo').focus();
  await page.keyboard.press('Enter');
  await messageMenuItem(page, 'Descartar').click();

  await queuedMessages(other, 'Mejor no lo digo').waitFor({ state: 'detached' });
  await page.context().setOffline(false);
  await sendText(other, 'Esto sí');
  await sentMessage(other, 'Esto sí').waitFor();
  const [last] = await latestMessages('Avisos', 1);
  expect(last).toBe('Esto sí');
  expect(await messageTexts(other)).not.toContain('Mejor no lo digo');
  await page.context().close();
}, 120_000);

test('A file that was still loading when the service worker took control is cached on the device', async () => {
  const page = await browsers.open();
  await setSessionCookie(page, product.url, 'luana');
  let url = '';
  await page.route('**/assets/pt-*.js', async (route) => {
    url ||= route.request().url();
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      while (active?.state !== 'activated') await new Promise(requestAnimationFrame);
    });
    await route.continue();
  });
  await page.goto(`${product.url}/app`);
  await page.getByRole('link', { name: uiTextIn('pt')('Inicio'), exact: true }).waitFor();
  await waitUntil('The device does not keep the file', () =>
    page.evaluate(async (file) => (await caches.match(file)) !== undefined, url),
  );
  await page.context().close();
});
