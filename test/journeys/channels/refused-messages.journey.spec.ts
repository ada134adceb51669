import { waitUntilStored } from '../../support/browser/device-storage.js';
import { queryApi, setSessionCookie, pageProblems } from '../../support/browser/page-checks.js';
import {
  openChannelForOffline as openReader,
  backToChannelList,
} from '../../support/browser/read-channel.js';
import {
  waitForEmptyOutbox,
  composer,
  messageMenuItem,
  message,
  outboxCounter,
  queuedMessages,
  refusedMessages,
  sendText,
  sendingMessages,
  sentMessage,
} from '../../support/browser/screens/channel.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';

useJourney({ allowsServiceWorker: true });

const words = uiTextIn('es');

const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

/** Archives or restores a channel in the database, without a notice to its readers. */
const archive = (channel: string, isArchived: boolean) =>
  db.query(
    `update channel c set archived_at = case when $2 then now() end
     from "group" g where g.id = c.group_id and g.slug = 'one' and c.name = $1`,
    [channel, isArchived],
  );

const REMOVE = 'mutation ($id: ID!) { removeMessage(messageId: $id) { id } }';

/** Deletes a message in the database, with the same result as a steward's deletion. */
async function remove(text: string): Promise<void> {
  const steward = await browsers.open();
  await setSessionCookie(steward, product.url, 'steward1');
  const { rows } = await db.query<{ id: string }>('select id from message where body = $1', [text]);
  await queryApi(steward, product.url, REMOVE, { id: rows[0]!.id });
  await steward.context().close();
}

test('A refused message shows the reason in its channel and in the list, and can be discarded there', async () => {
  const page = await reader('member1', 'Traducciones');
  await page.context().setOffline(true);
  await sendText(page, 'Llegó tarde');
  await queuedMessages(page, 'Llegó tarde').waitFor();
  await archive('Traducciones', true);
  try {
    await page.context().setOffline(false);
    const failed = refusedMessages(page, 'Llegó tarde');
    await failed.getByRole('alert').filter({ hasText: 'archivado' }).waitFor();
    const found = await pageProblems(page, 'refused-feed', 'es');
    await backToChannelList(page);
    await page.reload(); // the list must also show the reason after a reload
    const row = page.getByRole('listitem').filter({ hasText: 'Llegó tarde' });
    await row.filter({ hasText: 'archivado' }).waitFor();
    found.push(...(await pageProblems(page, 'refused-list', 'es')));
    await row.getByRole('button').click();
    await row.waitFor({ state: 'detached' });
    await outboxCounter(page).waitFor({ state: 'detached' });
    expect(found).toEqual([]);
  } finally {
    await archive('Traducciones', false);
  }
  await page.context().close();
}, 120_000);

const IN_GROUP = `group_id = (select id from "group" where slug = 'one')`;

/** Publishes changed agreements whose grace is over, without a notice, or takes them back. */
async function changeAgreements(isChanged: boolean): Promise<void> {
  if (!isChanged) {
    await db.query(`delete from agreements_version where number = 2 and ${IN_GROUP}`);
    await db.query(
      `update membership set agreements_version = 1, agreements_due_at = null where ${IN_GROUP}`,
    );
    return;
  }
  await db.query(
    `insert into agreements_version (group_id, number, text, summary, published_at, grace_ends_at)
     select group_id, 2, text || E'\\nPreguntamos antes.', 'Preguntamos antes.', now() - interval '15 days',
       now() - interval '1 day' from agreements_version where number = 1 and ${IN_GROUP}`,
  );
  await db.query(
    `update membership set agreements_due_at = now() - interval '1 day' where ${IN_GROUP}`,
  );
}

test('A message that the changed agreements hold back goes out after the consent on another device', async () => {
  const page = await reader('member1', 'Avisos');
  await page.context().setOffline(true);
  await sendText(page, 'Escrito sin señal');
  await queuedMessages(page, 'Escrito sin señal').waitFor();
  await changeAgreements(true);
  try {
    await page.context().setOffline(false);
    const failed = refusedMessages(page, 'Escrito sin señal');
    await failed.getByRole('alert').filter({ hasText: 'acéptalos primero' }).waitFor();
    await page.reload();
    await page.getByText(words('Los acuerdos cambiaron: se puede leer, no escribir.')).waitFor();
    const found = await pageProblems(page, 'read-only-feed', 'es');
    await failed.waitFor();
    const other = await reader('member1', 'Avisos');
    await other.getByRole('link', { name: words('Leer y aceptar') }).click();
    await other.getByText('Preguntamos antes.').first().waitFor();
    found.push(...(await pageProblems(other, 'read-only-agreements', 'es')));
    await other.getByRole('button', { name: words('Acepto') }).click();
    await other.getByRole('status').getByText(words('Aceptaste los acuerdos')).waitFor();
    await other.context().close();
    await sentMessage(page, 'Escrito sin señal').waitFor();
    await waitForEmptyOutbox(page);
    expect(found).toEqual([]);
  } finally {
    await changeAgreements(false);
  }
  await page.context().close();
}, 120_000);

test('An edit of a message that was deleted meanwhile is dropped, and a notice says so', async () => {
  const page = await reader('member1', 'Avisos');
  await sendText(page, 'Nos vemos a las ocho');
  await sentMessage(page, 'Nos vemos a las ocho').waitFor();
  await sentMessage(page, 'Nos vemos a las ocho').focus();
  await page.keyboard.press('Enter');
  await messageMenuItem(page, 'Editar').waitFor();
  await page.context().setOffline(true);
  await messageMenuItem(page, 'Editar').click();
  await composer(page).fill('Nos vemos a las nueve');
  await page.keyboard.press('Control+Enter');
  await queuedMessages(page, 'a las nueve').waitFor();
  await waitUntilStored(page, 'a las nueve');
  await remove('Nos vemos a las ocho');

  await page.context().setOffline(false);

  await waitForEmptyOutbox(page);
  await page.getByText(words('Ese mensaje ya no está.')).waitFor();
  const bubble = message(page, words('Mensaje borrado')).locator('.msg__b');
  // The bubble is wide enough to show the text on one line, as other messages do.
  expect((await bubble.boundingBox())!.width).toBeGreaterThan(120);
  await page.context().close();
}, 120_000);

const STAY = words(
  'Este dispositivo no pudo guardarlo. Deja abierta esta página hasta que se envíe.',
);

test('A member whose device cannot store data is asked to keep the page open', async () => {
  const page = await reader('member1', 'Avisos');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.context().setOffline(true);
  await sendText(page, 'Sin sitio');
  const alert = queuedMessages(page, 'Sin sitio').getByRole('alert');
  await alert.filter({ hasText: STAY }).waitFor();
  const found = await pageProblems(page, 'refused-device', 'es');

  await page.context().setOffline(false);

  await sentMessage(page, 'Sin sitio').waitFor();
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('A request without a response is aborted within a minute, and its message is sent later', async () => {
  const page = await reader('member1', 'Avisos');
  await page.clock.install();
  let line: 'silent' | 'lost' | 'open' = 'silent';
  await page.route('**/graphql', async (route) => {
    const isPost = route.request().postData()?.includes('mutation PostMessage');
    if (!isPost || line === 'open') await route.continue();
    else if (line === 'lost') await route.abort();
  });
  const began = Date.now();
  await sendText(page, 'Por una línea muerta');
  await sendingMessages(page, 'línea muerta').waitFor();
  await page.clock.pauseAt(began + 59_000);
  expect(await sendingMessages(page, 'línea muerta').count()).toBe(1);
  // The clock jump also makes the socket reconnect, after which the page retries the message at once.
  line = 'lost';
  // Moves more than a minute, because the page may have started the request some time after the tap.
  await page.clock.fastForward(12_000);
  await queuedMessages(page, 'línea muerta').waitFor();
  line = 'open';
  await page.clock.fastForward(60_000);
  await sentMessage(page, 'línea muerta').waitFor();
  await page.context().close();
}, 120_000);
