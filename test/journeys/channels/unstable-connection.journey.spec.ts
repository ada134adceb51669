import type { Page } from 'playwright-core';
import {
  waitUntilStored,
  waitUntilChannelIsOffline,
} from '../../support/browser/device-storage.js';
import { latestMessages } from '../../support/browser/latest-messages.js';
import {
  lastMessages,
  openChannelWithMessages,
  openChannelForOffline as openReader,
  backToChannelList,
} from '../../support/browser/read-channel.js';
import {
  waitForEmptyOutbox,
  composer,
  messageMenuItem,
  message,
  queuedMessages,
  reactionButton,
  sendText,
  sendButton,
} from '../../support/browser/screens/channel.js';
import { chooseFiles, photoFile } from '../../support/browser/attach-files.js';
import { RUNS_WHOLE_SWEEPS } from '../../support/sampled-sweeps.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';

useJourney({ allowsServiceWorker: true });

const CHANNEL = 'Traducciones';
const reader = (handle: string) => openReader(browsers, product.url, handle, CHANNEL);

test('Messages, an edit, a reaction and a file that were created offline arrive once and in order', async () => {
  const page = await reader('member1');
  const other = await reader('steward1');
  await backToChannelList(page);
  await openChannelWithMessages(page, 'Verificación');
  await waitUntilChannelIsOffline(page);
  await backToChannelList(page);
  await openChannelWithMessages(page, CHANNEL);
  await sendText(page, 'Nos vemos el martes');
  await sendText(other, 'Llevo la grabadora');
  const tape = message(page, 'Llevo la grabadora');
  await tape.waitFor();
  await waitForEmptyOutbox(page);
  await message(page, 'martes').focus();
  await page.keyboard.press('Shift+F10');
  await messageMenuItem(page, 'Editar').waitFor();

  await page.context().setOffline(true);
  await messageMenuItem(page, 'Editar').click();
  await composer(page).fill('Nos vemos el jueves');
  await page.keyboard.press('Control+Enter');
  await queuedMessages(page, 'jueves').waitFor();
  await tape.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox').first().waitFor();
  await page.keyboard.press('Enter');
  await reactionButton(tape, '👍 1', true).waitFor();
  for (let n = 1; n <= 5; n++) await sendText(page, `Sin señal ${n}`);
  await chooseFiles(page, await photoFile('mapa.jpg', 800, 600));
  await composer(page).fill('Este es el mapa');
  await sendButton(page).click();
  await queuedMessages(page, 'Este es el mapa').waitFor();
  await backToChannelList(page);
  await openChannelWithMessages(page, 'Verificación');
  await waitUntilStored(page, 'jueves', '👍', 'Sin señal 5', 'Este es el mapa');
  await page.reload();
  await backToChannelList(page);
  await openChannelWithMessages(page, CHANNEL);

  await page.context().setOffline(false);

  await waitForEmptyOutbox(page);
  await message(other, 'Este es el mapa').waitFor();
  const all = [
    'Nos vemos el jueves',
    'Llevo la grabadora',
    ...[1, 2, 3, 4, 5].map((n) => `Sin señal ${n}`),
    'Este es el mapa',
  ];
  expect(await latestMessages(CHANNEL, 8)).toEqual(all);
  for (const one of [page, other]) {
    await message(one, 'jueves').waitFor();
    const picture = message(one, 'Este es el mapa').getByRole('img', { name: 'Foto' });
    await message(one, 'Este es el mapa').scrollIntoViewIfNeeded();
    await picture.waitFor();
    await reactionButton(message(one, 'Llevo la grabadora'), '👍 1').waitFor();
    expect(await lastMessages(one, all)).toEqual(all);
    await one.context().close();
  }
}, 120_000);

/** Opens a page whose connection the test can break: its sockets close and its requests fail. */
async function breakable(handle: string) {
  const breaks = new Set<() => void>();
  let lines = 0;
  const page = await openReader(
    {
      ...browsers,
      open: async (options) => {
        const opened = await browsers.open(options);
        await opened.routeWebSocket(/\/realtime\//, (socket) => {
          lines += 1;
          const server = socket.connectToServer();
          const cut = () => {
            breaks.delete(cut);
            void socket.close();
            void server.close();
          };
          breaks.add(cut);
        });
        return opened;
      },
    },
    product.url,
    handle,
    CHANNEL,
  );
  const drop = async (ms: number) => {
    await page.context().setOffline(true);
    for (const cut of breaks) cut();
    await page.waitForTimeout(ms);
    await page.context().setOffline(false);
  };
  return { page, drop, lines: () => lines };
}

const DROPS = RUNS_WHOLE_SWEEPS ? 100 : 24;

test('Two members whose connections break again and again get every message once, in the same order', async () => {
  const [one, other] = await Promise.all(['member1', 'steward1'].map(breakable));
  const sides = [one!, other!];
  const began = (page: Page) => page.evaluate(() => performance.timeOrigin);
  const before = await Promise.all(sides.map(({ page }) => began(page)));
  const written: string[] = [];
  const write = async ({ page, drop }: (typeof sides)[number], name: string) => {
    for (let n = 1; n <= DROPS / 2; n++) {
      const text = `qz${name} ${n} de ida y vuelta`;
      written.push(text);
      // In even rounds the connection breaks before the message is sent, in odd rounds after.
      const dropping = n % 2 === 0 ? drop(n % 7 === 0 ? 400 : 60) : undefined;
      await sendText(page, text);
      await (dropping ?? drop(90));
    }
  };
  await Promise.all([write(sides[0]!, 'una'), write(sides[1]!, 'otra')]);
  for (const { page } of sides) await waitForEmptyOutbox(page);
  for (const { lines } of sides) expect(lines()).toBeGreaterThan(DROPS / 4);
  const kept = await latestMessages(CHANNEL, DROPS);
  expect(kept.toSorted()).toEqual(written.toSorted());
  for (const { page } of sides) {
    expect(await lastMessages(page, kept)).toEqual(kept);
  }
  expect(await Promise.all(sides.map(({ page }) => began(page)))).toEqual(before);
  for (const { page } of sides) await page.context().close();
}, 240_000);
