import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { waitUntilDeleted, waitUntilStored } from '../../support/browser/device-storage.js';
import {
  setSessionCookie,
  waitForIdlePage,
  openSignedIn,
} from '../../support/browser/page-checks.js';
import { openChannelWithMessages } from '../../support/browser/read-channel.js';
import {
  composer,
  messageMenuItem,
  messages,
  outboxCounter,
  queuedMessages,
  refusedMessages,
  sendText,
  sentMessage,
} from '../../support/browser/screens/channel.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney({ allowsServiceWorker: true });

/**
 * Opens a channel as a member. By default the page has no socket, so no notice tells the page that its session ended.
 */
async function reader(handle: string, channel: string, isAlone = false): Promise<Page> {
  const page = await browsers.open();
  // Without `isAlone` the page has no socket. With `isAlone` it has a socket but no BroadcastChannel; after a few
  // refused connections, the page asks the server for the session.
  await page.route('**/realtime/**', (route) => (isAlone ? undefined : route.abort()));
  await page.routeWebSocket(/realtime/, (socket) => (isAlone ? undefined : socket.close()));
  if (isAlone)
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  await openSignedIn(page, product.url, handle);
  await waitForIdlePage(page);
  await openChannelWithMessages(page, channel);
  return page;
}

const idOf = async (handle: string): Promise<string> => {
  const sql = 'select id from account where email = $1';
  return (await db.query<{ id: string }>(sql, [demoEmailOf(handle)])).rows[0]!.id;
};

/** Returns the mail addresses of the authors of stored messages with this text. */
async function authorsOf(body: string): Promise<string[]> {
  const { rows } = await db.query<{ email: string }>(
    'select a.email from message m join account a on a.id = m.account_id where m.body = $1',
    [body],
  );
  return rows.map(({ email }) => email);
}

const untilPosted = (body: string): Promise<void> =>
  waitUntil(`Nobody posted ${body}`, async () => (await authorsOf(body)).length > 0, 30_000);

/** Waits until the draft was loaded from the device into the composer. */
const drafted = (page: Page, text: string): Promise<void> =>
  waitUntil(`There is no draft ${text}`, async () => (await composer(page).inputValue()) === text);

/** Delays the requests of a page other than posting until it posts, so that no earlier refusal restarts the page. */
async function holdUntilPost(page: Page): Promise<void> {
  const posted = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation PostMessage')) posted.resolve();
    await posted.promise;
    // A page that restarted meanwhile has dropped its requests.
    await route.continue().catch(() => undefined);
  });
}

/** Blocks posting from a page until the returned function is called. */
async function holdPosts(page: Page): Promise<() => void> {
  let isHeld = true;
  await page.route('**/graphql', (route) =>
    isHeld && route.request().postData()?.includes('mutation PostMessage')
      ? route.abort('internetdisconnected')
      : route.continue(),
  );
  return () => (isHeld = false);
}

test('Unsent text of one account is neither sent nor shown when another account signs in in the same browser, and is sent when its author returns', async () => {
  const page = await reader('member1', 'Avisos');
  const release = await holdPosts(page);
  await sendText(page, 'Lo escribió la primera');
  await queuedMessages(page, 'Lo escribió la primera').waitFor();
  await composer(page).fill('Borrador de la primera');
  await waitUntilStored(page, 'Lo escribió la primera', 'Borrador de la primera');

  // The first tab restarts with the account that is now signed in in this browser.
  const other = await page.context().newPage();
  await Promise.all([
    page.waitForEvent('load'),
    openSignedIn(other, product.url, 'member2').then(() => waitForIdlePage(other)),
  ]);
  release();
  await openChannelWithMessages(other, 'Avisos');
  await messages(page).first().waitFor();
  for (const one of [page, other]) {
    await waitForIdlePage(one);
    expect(await queuedMessages(one).count()).toBe(0);
    expect(await composer(one).inputValue()).toBe('');
  }
  await sendText(other, 'Lo escribió la segunda');
  await untilPosted('Lo escribió la segunda');
  await sendText(page, 'También la segunda, en la otra pestaña');
  await untilPosted('También la segunda, en la otra pestaña');
  expect(await authorsOf('También la segunda, en la otra pestaña')).toEqual([
    demoEmailOf('member2'),
  ]);
  expect(await authorsOf('Lo escribió la primera')).toEqual([]);

  await openSignedIn(other, product.url, 'member1');
  await untilPosted('Lo escribió la primera');
  expect(await authorsOf('Lo escribió la primera')).toEqual([demoEmailOf('member1')]);
  await openChannelWithMessages(other, 'Avisos');
  await drafted(other, 'Borrador de la primera');
  await page.context().close();
}, 120_000);

test('A page that did not notice the change of account is refused when it posts, and restarts with the new account', async () => {
  const page = await reader('member1', 'Avisos', true);
  await holdUntilPost(page);
  await setSessionCookie(page, product.url, 'member2');
  const reloaded = page.waitForEvent('load', { timeout: 60_000 });
  await sendText(page, 'Sin saber de la otra cuenta');
  await Promise.race([reloaded, sentMessage(page, 'Sin saber').waitFor()]);
  expect(await authorsOf('Sin saber de la otra cuenta')).toEqual([]);
  await reloaded;
  await waitForIdlePage(page);

  expect(await queuedMessages(page).count()).toBe(0);
  await sendText(page, 'Ya con la otra cuenta');
  await untilPosted('Ya con la otra cuenta');
  expect(await authorsOf('Ya con la otra cuenta')).toEqual([demoEmailOf('member2')]);
  expect(await authorsOf('Sin saber de la otra cuenta')).toEqual([]);
  await page.context().close();
}, 120_000);

/** Stores data on the device as an older app version did: without the account id of the owner. */
async function leaveAsBefore(page: Page, owner: string, channelId: string): Promise<void> {
  await page.evaluate(
    async ({ owner, channelId }) => {
      const opening = indexedDB.open('trama', 4);
      const shelves = ['outbox', 'drafts', 'application', 'cards', 'answers', 'channels'];
      opening.onupgradeneeded = () => {
        for (const shelf of [...shelves, 'files', 'forms', 'owner'])
          opening.result.createObjectStore(shelf);
      };
      await new Promise((done) => (opening.onsuccess = done));
      const all = opening.result.transaction(['outbox', 'drafts', 'owner'], 'readwrite');
      const [clientId, at] = [crypto.randomUUID(), new Date().toISOString()];
      const body = 'De una versión anterior';
      all
        .objectStore('outbox')
        .put(
          { ...{ clientId, at, state: 'queued', channelId, topicId: null, body } },
          `${at} ${clientId}`,
        );
      all.objectStore('drafts').put('Borrador de antes', `channel ${channelId}`);
      all.objectStore('owner').put(owner, 'account');
      await new Promise((done) => (all.oncomplete = done));
      opening.result.close();
    },
    { owner, channelId },
  );
}

test('Messages that an older version queued without an owner are shown but not sent', async () => {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from channel c join "group" g on g.id = c.group_id where g.slug = 'one' and c.name = 'Avisos'`,
  );
  const page = await browsers.open();
  await page.goto(`${product.url}/es/safety`);
  await leaveAsBefore(page, await idOf('member1'), rows[0]!.id);
  await openSignedIn(page, product.url, 'member1');
  await waitForIdlePage(page);
  await openChannelWithMessages(page, 'Avisos');

  const old = refusedMessages(page, 'De una versión anterior');
  await old.getByRole('alert').filter({ hasText: 'sin anotar de qué cuenta era' }).waitFor();
  await drafted(page, 'Borrador de antes');
  await outboxCounter(page).getByRole('button').click();
  await sendText(page, 'De esta versión');
  await untilPosted('De esta versión');
  expect(await authorsOf('De una versión anterior')).toEqual([]);
  await old.focus();
  await page.keyboard.press('Enter');
  await messageMenuItem(page, 'Descartar').click();
  await old.waitFor({ state: 'detached' });
  await waitUntilDeleted(page, 'De una versión anterior');
  await page.context().close();
}, 120_000);
