import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { SHARED_TEXT as PUBLIC_WORDS } from '../../../apps/web/public-pages/shared-text.js';
import {
  storedByBrowser,
  waitUntilDeleted,
  waitUntilStored,
} from '../../support/browser/device-storage.js';
import {
  pressBack,
  queryApi,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import {
  openChannelWithMessages,
  openChannelForOffline as openReader,
  backToChannelList,
} from '../../support/browser/read-channel.js';
import { openAccount, signOut } from '../../support/browser/screens/app.js';
import { signInByForm } from '../../support/browser/screens/sign-in.js';
import {
  closedChannelNotice,
  composer,
  messageFeed,
  messages,
  messageTexts,
  queuedMessages,
  sendText,
} from '../../support/browser/screens/channel.js';
import { changeSetting } from '../../support/browser/change-setting.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney({ allowsServiceWorker: true });

const words = uiTextIn('es');
const accountLink = (page: Page) => page.getByRole('link', { name: words('Tu cuenta') }).last();

const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

/** Waits until the draft was loaded from the device into the composer. */
const drafted = (page: Page, text: string) =>
  waitUntil(
    `The composer does not say ${text}`,
    async () => (await composer(page).inputValue()) === text,
  );

async function lock(page: Page): Promise<void> {
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift');
  await page.waitForURL('about:blank');
}

async function exit(page: Page): Promise<void> {
  await page.getByRole('button', { name: words('Escudo: bloquear y salir') }).click();
  await page.getByRole('button', { name: words('Salir rápido a otra página') }).click();
}

/** Simulates a browser whose storage is full and which aborts a deletion. */
function refuseToStore(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const { deleteDatabase } = IDBFactory.prototype;
  IDBFactory.prototype.deleteDatabase = () => {
    IDBFactory.prototype.deleteDatabase = deleteDatabase;
    throw new DOMException('The connection was closed.', 'AbortError');
  };
}

test('A draft stays in its channel when the member visits another channel and reloads, and is deleted by a lock', async () => {
  const page = await reader('member1', 'Verificación');
  await composer(page).fill('Borrador de aquí');
  await backToChannelList(page);
  await openChannelWithMessages(page, 'Avisos');
  expect(await composer(page).inputValue()).toBe('');
  await composer(page).fill('Borrador de allá');
  await waitUntilStored(page, 'Borrador de allá');
  await page.reload();
  await messages(page).first().waitFor();
  await drafted(page, 'Borrador de allá');
  await backToChannelList(page);
  for (const line of ['Borrador de aquí', 'Borrador de allá'])
    await page.getByRole('link', { name: `${words('Borrador:')} ${line}` }).waitFor();
  await openChannelWithMessages(page, 'Verificación');
  await drafted(page, 'Borrador de aquí');
  expect(await storedByBrowser(page)).toContain('Borrador de allá');

  await page.evaluate(refuseToStore);
  await lock(page);

  await page.goto(`${product.url}/es/safety`);
  expect(await storedByBrowser(page)).not.toMatch(/Borrador|messages|Verificación/);
  await page.context().close();
}, 120_000);

/** Types as soon as the composer exists, before the page has loaded the draft. */
function typeAtOnce(): void {
  new MutationObserver((_changes, observer) => {
    const composer = document.querySelector('textarea');
    if (!composer) return;
    observer.disconnect();
    composer.setRangeText('Lo de ahora');
    composer.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }).observe(document, { childList: true, subtree: true });
}

test('A member who types before the stored draft is loaded finds both texts in the box, each once', async () => {
  const page = await reader('member1', 'Avisos');
  await composer(page).fill('Lo de antes');
  await waitUntilStored(page, 'Lo de antes');
  await page.addInitScript(typeAtOnce);
  await page.reload();
  await drafted(page, 'Lo de antes\nLo de ahora');
  await waitUntilStored(page, 'Lo de ahora');
  await backToChannelList(page);
  await openChannelWithMessages(page, 'Avisos');
  await waitForIdlePage(page);
  await drafted(page, 'Lo de antes\nLo de ahora');
  await page.context().close();
}, 120_000);

/** Events after which the device may no longer store messages that the member read before. */
const ENDS: readonly [string, (page: Page) => Promise<void>][] = [
  [
    'a lock without a network',
    async (page) => {
      await page.context().setOffline(true);
      await lock(page);
      await page.context().setOffline(false);
    },
  ],
  [
    'a quick exit without a network',
    async (page) => {
      await page.context().setOffline(true);
      await exit(page);
      await page.getByRole('heading', { name: 'Medidas de cocina' }).waitFor();
      await page.context().setOffline(false);
    },
  ],
  [
    'a sign-out',
    async (page) => {
      await backToChannelList(page);
      await openAccount(page);
      await signOut(page);
    },
  ],
  [
    'the end of the session',
    async (page) => {
      await db.query(`delete from session`);
      await page.reload();
      await page.waitForURL(/\/es\/sign-in/);
    },
  ],
];

test.each(ENDS)(
  'After %s the device stores no message that was read on it',
  async (_how, end) => {
    const page = await reader('steward1', 'Verificación');
    const [read] = (await messageTexts(page)).slice(-1);
    expect(await storedByBrowser(page)).toContain(read);

    await end(page);

    await page.goto(`${product.url}/es/safety`);
    const kept = await storedByBrowser(page);
    expect(kept).not.toContain(read);
    expect(kept).not.toContain('Verificación');
    await page.context().close();
  },
  120_000,
);

test('Sign-out lists unsent texts before it erases them; offline it says when the session ends', async () => {
  const page = await reader('member1', 'Avisos');
  await page.context().setOffline(true);
  await sendText(page, 'Sin enviar todavía');
  await queuedMessages(page, 'Sin enviar todavía').waitFor();
  await composer(page).fill('A medio escribir');
  await waitUntilStored(page, 'A medio escribir');
  await backToChannelList(page);
  await openAccount(page);
  const signOutButton = page
    .getByRole('main')
    .getByRole('button', { name: words('Cerrar sesión') });
  const dialog = page.getByRole('dialog', { name: words('¿Cerrar sesión en este dispositivo?') });

  await signOutButton.click();
  await dialog
    .getByText(
      words('{messageCount, plural, one {# mensaje sin enviar} other {# mensajes sin enviar}}', {
        messageCount: 1,
      }),
    )
    .waitFor();
  await dialog.getByText(words('Tus borradores')).waitFor();
  await dialog.getByRole('button', { name: words('Cancelar') }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await storedByBrowser(page)).toContain('Sin enviar todavía');

  await signOutButton.click();
  await dialog.getByRole('button', { name: words('Cerrar sesión y borrar') }).click();
  await page.getByRole('heading', { name: words('Tu sesión puede seguir abierta') }).waitFor();
  expect(await page.locator('body').textContent()).not.toContain('Avisos');

  await page.context().setOffline(false);
  await page.waitForURL(/\/es\/sign-in/);
  const kept = await storedByBrowser(page);
  for (const text of ['Sin enviar todavía', 'A medio escribir']) expect(kept).not.toContain(text);
  // The notice already ended the old session, so the app must not end the new one.
  await signInByForm(page, product.url, 'member1');
  await page.reload();
  await accountLink(page).waitFor();
  await page.context().close();
}, 120_000);

const newestSession = async (): Promise<string> => {
  const newest = 'select id from session order by confirmed_at desc limit 1';
  return (await db.query<{ id: string }>(newest)).rows[0]!.id;
};
const isOpen = async (id: string) =>
  (await db.query('select 1 from session where id = $1', [id])).rows.length > 0;

test('A sign-in replaces a sign-out that did not reach the server', async () => {
  const page = await reader('member1', 'Avisos');
  const session = await newestSession();
  await backToChannelList(page);
  await openAccount(page);
  await page.route('**/auth/sign-out', (route) => route.abort());
  await page
    .getByRole('main')
    .getByRole('button', { name: words('Cerrar sesión') })
    .click();
  await page.getByRole('heading', { name: words('Tu sesión puede seguir abierta') }).waitFor();
  expect(await isOpen(session)).toBe(true);
  await signInByForm(page, product.url, 'member1');
  await accountLink(page).waitFor();
  expect(await isOpen(session)).toBe(false);
  await page.context().close();
}, 60_000);

test('A sign-out that the server never answered is completed by the next page', async () => {
  const page = await reader('member1', 'Avisos');
  const session = await newestSession();
  await backToChannelList(page);
  await openAccount(page);
  await page.clock.install();
  // Leave the request unanswered and keep the route: the browser sends a held request when its route or page is removed.
  let isHeld = true;
  await page.route('**/auth/sign-out', (route) => (isHeld ? undefined : route.continue()));
  const sent = page.waitForRequest('**/auth/sign-out');
  await page
    .getByRole('main')
    .getByRole('button', { name: words('Cerrar sesión') })
    .click();
  await sent;
  await page.clock.fastForward(10_000);
  await page.getByRole('heading', { name: words('Tu sesión puede seguir abierta') }).waitFor();
  expect(await isOpen(session)).toBe(true);

  isHeld = false;
  const sentAgain = page.waitForRequest('**/auth/sign-out');
  await page.goto(`${product.url}/app/account`);
  await sentAgain;
  await page.waitForURL(/\/es\/sign-in/);
  expect(await isOpen(session)).toBe(false);
  await page.context().close();
}, 120_000);

test.each(ENDS.slice(0, 2))(
  'After %s every other tab is empty',
  async (_how, end) => {
    const page = await reader('steward1', 'Verificación');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await messages(other).first().waitFor();

    await Promise.all([other.waitForURL('about:blank'), end(page)]);

    await page.context().close();
  },
  120_000,
);

const REMOVE = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';

test('A channel that a member lost while offline is deleted from their device', async () => {
  const page = await reader('member4', 'Verificación');
  const [read] = (await messageTexts(page)).slice(-1);
  await composer(page).fill('A medio escribir');
  await waitUntilStored(page, read!, 'A medio escribir');
  await page.context().setOffline(true);
  const steward = await browsers.open();
  await setSessionCookie(steward, product.url, 'steward1');
  const { rows } = await db.query<{ id: string }>(
    `select m.id from membership m join account a on a.id = m.account_id join "group" g on g.id = m.group_id
     where g.slug = 'one' and a.email = 'member4@trama.example' and m.ended_at is null`,
  );
  await queryApi(steward, product.url, REMOVE, { id: rows[0]!.id });

  await page.context().setOffline(false);
  await closedChannelNotice(page).waitFor();
  await waitUntilDeleted(page, read!, 'A medio escribir');

  expect(await messageFeed(page).count()).toBe(0);
  // When the page is left, it finishes its pending writes to the device.
  await page.goto(`${product.url}/es/safety`);
  expect(await storedByBrowser(page)).not.toContain(read);
  expect(await storedByBrowser(page)).not.toContain('A medio escribir');
  for (const one of [page, steward]) await one.context().close();
}, 120_000);

const ASK_EXIT = `mutation ($input: ExitAddressInput!) { act: askToChangeExitAddress(input: $input) { id hash } }`;
const AWAY = 'https://clima.example/';

/** Answers requests for another site, and counts the visits. */
async function watchAway(page: Page): Promise<() => number> {
  let visits = 0;
  await page.context().route(`${AWAY}**`, (route) => {
    visits += 1;
    return route.fulfill({ contentType: 'text/html', body: '<h1>Lluvia por la tarde</h1>' });
  });
  return () => visits;
}

test('Quick exit opens the address that administrators set, and the Back button opens that address again', async () => {
  await changeSetting(ASK_EXIT, { address: AWAY });
  const page = await reader('member1', 'Verificación');
  const visits = await watchAway(page);
  await exit(page);
  await page.waitForURL(AWAY);

  for (const steps of [2, 3]) {
    await pressBack(page);
    await waitUntil('Back does not lead away', async () => visits() === steps);
    await page.waitForURL(AWAY);
  }

  await page.goto(`${product.url}/es`);
  await page.getByRole('link', { name: PUBLIC_WORDS.es.join }).first().waitFor();
  await page.getByRole('banner').getByRole('link', { name: PUBLIC_WORDS.es.exit }).click();
  await waitUntil('The public page does not lead away', async () => visits() === 4);
  await page.waitForURL(AWAY);
  await pressBack(page);
  await waitUntil('Back from the public page does not lead away', async () => visits() === 5);
  await page.context().close();
}, 120_000);

test('Quick exit opens the neutral page when its address does not respond, and an empty page when the neutral page is not cached', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  const page = await browsers.open();
  const neutral = page.waitForResponse('**/es/measures');
  await page.goto(`${product.url}/es/safety`);
  await (await neutral).finished();
  const link = page.getByRole('banner').getByRole('link', { name: PUBLIC_WORDS.es.exit });
  const leave = async () => {
    await page.evaluate((href) => {
      for (const one of document.querySelectorAll('[data-exit]')) one.setAttribute('href', href);
    }, address);
    await link.click({ noWaitAfter: true });
  };
  await leave();
  await page.getByRole('heading', { name: 'Medidas de cocina' }).waitFor();

  await page.goto(`${product.url}/es/safety`);
  await link.waitFor();
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  await page.context().setOffline(true);
  await leave();
  await page.waitForURL('about:blank');
  await page.context().close();
  silent.closeAllConnections();
  silent.close();
}, 120_000);

test('After a lock, the Back button shows an empty page in every tab', async () => {
  const page = await reader('member2', 'Verificación');
  const other = await page.context().newPage();
  await other.goto(`${product.url}/es/safety`);
  await other.goto(page.url());
  await messages(other).first().waitFor();
  await Promise.all([other.waitForURL('about:blank'), lock(page)]);

  for (const tab of [page, other]) {
    await Promise.all([tab.waitForEvent('framenavigated'), pressBack(tab)]);
    await tab.waitForURL('about:blank');
    expect(await tab.evaluate(() => document.body.childElementCount)).toBe(0);
  }
  await page.context().close();
}, 120_000);
