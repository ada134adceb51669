import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { waitUntilStored } from '../../support/browser/device-storage.js';
import { pageProblemsInBothModes, waitForIdlePage } from '../../support/browser/page-checks.js';
import {
  openChannelWithMessages,
  openChannelForOffline as openReader,
  backToChannelList,
} from '../../support/browser/read-channel.js';
import {
  waitForEmptyOutbox,
  composer,
  messageMenuItem,
  outboxCounter,
  queuedMessages,
  refusedMessages,
  sendText,
  sendButton,
  sentMessage,
} from '../../support/browser/screens/channel.js';
import { dialogTitled } from '../../support/browser/screens/channel-details.js';
import {
  chosenFiles,
  loadedPicture,
  sentFile,
  uploadProgressBars,
  queuedFiles,
} from '../../support/browser/screens/files.js';
import {
  LOW_NOISE,
  chooseFiles,
  holdUploadChunks,
  photoFile,
  pdfFile,
} from '../../support/browser/attach-files.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { wholeText, uiTextIn } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ allowsServiceWorker: true });

const es = uiTextIn('es');
const MB = 1_024 * 1_024;
const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

/** Counts the messages with this text in a channel of the group `one`, and their files. */
async function kept(channel: string, body: string): Promise<{ messages: number; files: number }> {
  const { rows } = await db.query<{ messages: number; files: number }>(
    `select count(distinct m.id)::int as messages, count(a.id)::int as files
     from message m join channel c on c.id = m.channel_id join "group" g on g.id = c.group_id
       left join attachment a on a.message_id = m.id
     where g.slug = 'one' and c.name = $1 and m.body = $2`,
    [channel, body],
  );
  return rows[0]!;
}

const REFUSED = { message: '', extensions: { code: 'INVALID', reason: 'input' } };

/** Counts the uploaded files of this name on the server. */
async function waiting(name: string): Promise<number> {
  const sql = 'select count(*)::int as count from attachment where name = $1';
  return (await db.query<{ count: number }>(sql, [name])).rows[0]!.count;
}

const untilGone = (name: string) =>
  waitUntil(`The server keeps ${name}`, async () => (await waiting(name)) === 0);

const percent = async (page: Page) =>
  Number(await uploadProgressBars(page).getAttribute('aria-valuenow'));

test('An interrupted upload of 5 MB resumes at the byte where it stopped, also after a reload', async () => {
  const page = await reader('member1', 'Traducciones');
  const line = await holdUploadChunks(page, 8);
  const file = await pdfFile('informe de Ana.pdf', 5 * MB);
  await chooseFiles(page, file);
  const name = page.getByLabel(es('Nombre que se verá'));
  expect(await name.inputValue()).toBe('informe de Ana');
  await name.fill('informe');
  await composer(page).fill('El informe completo');
  await sendButton(page).click();
  await waitUntil('Less than 35 % were uploaded', async () => (await percent(page)) >= 35);
  expect(await uploadProgressBars(page).getAttribute('aria-valuemax')).toBe('100');
  const size = '[\\d.,]+ MB';
  const howFar = es('Subiendo · {0} % · {1} de {2}', { 0: '\\d+', 1: size, 2: size });
  expect(await queuedFiles(page, 'informe.pdf').innerText()).toMatch(new RegExp(howFar));
  await waitUntil('No chunk waits', line.isHolding);
  const before = line.sent();
  expect(before / file.buffer.length).toBeGreaterThan(0.35);

  await page.context().setOffline(true);
  await line.cut();
  const queued = queuedFiles(page, 'informe.pdf').filter({ hasText: es('En cola') });
  await queued.waitFor();
  await waitUntilStored(page, 'El informe completo');
  await page.reload();
  await queued.waitFor();
  await line.release();
  const resumed = page.waitForResponse(
    (answer) => answer.request().method() === 'HEAD' && answer.url().includes('/uploads/'),
  );
  await page.context().setOffline(false);

  const from = Number((await resumed).headers()['upload-offset']);
  expect(from / file.buffer.length).toBeGreaterThan(0.35);
  await waitForEmptyOutbox(page);
  await sentFile(page, 'informe.pdf').waitFor();
  expect(line.sent()).toBe(file.buffer.length);
  expect(await kept('Traducciones', 'El informe completo')).toEqual({ messages: 1, files: 1 });
  const removed = es('Se quitó del archivo: {words}', { words: es('autoría') });
  await page.getByText(removed).last().waitFor();
  await page.context().close();
}, 180_000);

test('A draft and an upload stay in their channel and do not delay other channels', async () => {
  const page = await reader('member1', 'Traducciones');
  const line = await holdUploadChunks(page, 1);
  await chooseFiles(page, await pdfFile('acta.pdf', MB));
  await sendButton(page).click();
  await uploadProgressBars(page).waitFor();
  await composer(page).fill('Y mañana sigo');
  await chooseFiles(page, await photoFile('borrador.jpg', 300, 200));

  await backToChannelList(page);
  await openChannelWithMessages(page, 'Verificación');
  expect(await composer(page).inputValue()).toBe('');
  expect(await chosenFiles(page).count()).toBe(0);
  expect(await queuedFiles(page).count()).toBe(0);
  await sendText(page, 'Esto sale ya');
  await sentMessage(page, 'Esto sale ya').waitFor();
  const isBack = async () => {
    await chosenFiles(page, 'borrador.jpg').waitFor();
    expect(await composer(page).inputValue()).toBe('Y mañana sigo');
    await queuedFiles(page, 'acta.pdf').waitFor();
  };
  await backToChannelList(page);
  await openChannelWithMessages(page, 'Traducciones');
  await isBack();
  await uploadProgressBars(page).waitFor();
  await page.reload();
  await isBack();

  await line.release();
  await waitForEmptyOutbox(page);
  await sentFile(page, 'acta.pdf').waitFor();
  await sendButton(page).click();
  await loadedPicture(page, es('Foto')).waitFor();
  expect(await kept('Traducciones', 'Y mañana sigo')).toEqual({ messages: 1, files: 1 });
  expect(await chosenFiles(page).count()).toBe(0);
  await page.context().close();
}, 180_000);

test('Messages whose files the server refuses keep their text, show the reason, and can be retried together', async () => {
  const page = await reader('member1', 'Avisos');
  const refuse = (url: string) =>
    page.route(url, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 400, json: { code: 'INVALID', reason: 'upload.broken' } })
        : route.continue(),
    );
  await refuse('**/uploads');
  const why = wholeText(
    'No pudimos leer ese archivo: está incompleto o dañado. Intenta guardarlo otra vez.',
  );
  for (const name of ['uno.pdf', 'dos.pdf']) {
    await chooseFiles(page, await pdfFile(name, 20_000));
    await composer(page).fill(`Con ${name}`);
    await sendButton(page).click();
    await refusedMessages(page, `Con ${name}`).getByText(why).waitFor();
  }
  const refused = es('{failed, plural, one {# no se envió} other {# no se enviaron}}', {
    failed: 2,
  });
  await outboxCounter(page).filter({ hasText: refused }).waitFor();
  await page.unroute('**/uploads');

  await outboxCounter(page)
    .getByRole('button', { name: wholeText('Reintentar todo') })
    .click();

  await waitForEmptyOutbox(page);
  for (const name of ['uno.pdf', 'dos.pdf']) {
    expect(await kept('Avisos', `Con ${name}`)).toEqual({ messages: 1, files: 1 });
  }
  await page.context().close();
}, 120_000);

test('A picture chosen offline is queued with its text, and arrives once and in reduced size', async () => {
  const page = await reader('member1', 'Verificación');
  const other = await reader('steward1', 'Verificación');
  await page.context().setOffline(true);
  await chooseFiles(page, await photoFile('puente.jpg', 4_000, 3_000, LOW_NOISE));
  await composer(page).fill('El puente, hoy');
  await sendButton(page).click();
  await queuedFiles(page, 'puente.jpg').waitFor();
  await waitUntilStored(page, 'El puente, hoy');
  await page.reload();
  await queuedMessages(page, 'El puente, hoy').waitFor();
  await queuedFiles(page, 'puente.jpg')
    .filter({ hasText: es('En cola') })
    .waitFor();

  await page.context().setOffline(false);

  await waitForEmptyOutbox(page);
  await sentFile(other, es('Foto')).scrollIntoViewIfNeeded();
  await loadedPicture(other, es('Foto')).waitFor();
  expect(await kept('Verificación', 'El puente, hoy')).toEqual({ messages: 1, files: 1 });
  const { rows } = await db.query<{ width: number; name: string }>(
    `select a.width, a.name from attachment a join message m on m.id = a.message_id where m.body = 'El puente, hoy'`,
  );
  expect(rows).toEqual([{ width: 2_048, name: 'trama.webp' }]);
  for (const one of [page, other]) await one.context().close();
}, 180_000);

test('A message cancelled during the upload of its file is never sent and leaves no data', async () => {
  const page = await reader('member1', 'Avisos');
  const line = await holdUploadChunks(page, 1);
  await chooseFiles(page, await pdfFile('error.pdf', MB));
  await composer(page).fill('Era otro archivo');
  await sendButton(page).click();
  await uploadProgressBars(page).waitFor();

  await page.getByRole('button', { name: wholeText('Cancelar el envío') }).click();

  await waitForEmptyOutbox(page);
  await line.release();
  await sendText(page, 'Después');
  await sentMessage(page, 'Después').waitFor();
  expect(await kept('Avisos', 'Era otro archivo')).toEqual({ messages: 0, files: 0 });
  const held = await page.evaluate(async () => {
    const opened = indexedDB.open('trama');
    const database = await new Promise<IDBDatabase>((done) => {
      opened.onsuccess = () => done(opened.result);
    });
    const asked = database.transaction('files').objectStore('files').count();
    return new Promise<number>((done) => (asked.onsuccess = () => done(asked.result)));
  });
  expect(held).toBe(0);
  await untilGone('error.pdf');
  await page.context().close();
}, 120_000);

test('Discarding a message that the server refused also deletes its file', async () => {
  const page = await reader('member1', 'Avisos');
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation PostMessage')
      ? route.fulfill({ json: { data: null, errors: [REFUSED] } })
      : route.continue(),
  );
  await chooseFiles(page, await pdfFile('sobra.pdf', 20_000));
  await composer(page).fill('Mejor no');
  await sendButton(page).click();
  const failed = refusedMessages(page, 'Mejor no');
  await failed.waitFor();
  expect(await waiting('sobra.pdf')).toBe(1);

  await failed.focus();
  await page.keyboard.press('Enter');
  await messageMenuItem(page, 'Descartar').click();

  await untilGone('sobra.pdf');
  await waitForEmptyOutbox(page);
  await page.context().close();
}, 120_000);

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'Files are readable and accessible in %s when chosen, uploading, sent and opened',
  async (language) => {
    await db.query('update account set language = $2 where email = $1', [
      demoEmailOf('member1'),
      language,
    ]);
    const page = await reader('member1', 'Traducciones');
    const photoName = uiTextIn(language)('Foto');
    const found: string[] = [];
    const look = async (state: string) =>
      found.push(
        ...(await pageProblemsInBothModes(page, `uploads-${language}-${state}`, language)),
      );
    const line = await holdUploadChunks(page, 1);
    await chooseFiles(page, await pdfFile('DOC_2041_2026-11-26_18-30-00.pdf', MB));
    await chooseFiles(page, await photoFile(`foto-${language}.jpg`, 900, 600));
    await look('chosen');
    await sendButton(page).click();
    await uploadProgressBars(page).waitFor();
    await look('under-way');
    await line.release();
    await waitForEmptyOutbox(page);
    await sentFile(page, photoName).scrollIntoViewIfNeeded();
    await loadedPicture(page, photoName).waitFor();
    await look('sent');
    await sentFile(page, photoName).click();
    await dialogTitled(page, 'Foto').getByRole('img').waitFor();
    await look('sheet');
    expect(found).toEqual([]);
    await page.context().close();
  },
  180_000,
);

test('With data saver on, no picture is loaded until the member taps it', async () => {
  await db.query(`update account set language = 'es' where email = $1`, [demoEmailOf('member2')]);
  const page = await reader('member2', 'Verificación');
  await chooseFiles(
    page,
    await photoFile('mapa.jpg', 1_200, 900),
    await photoFile('plano.jpg', 1_200, 900),
  );
  await sendButton(page).click();
  await waitForEmptyOutbox(page);
  await sentFile(page, 'Foto').scrollIntoViewIfNeeded();
  await loadedPicture(page, 'Foto').waitFor();
  await page.evaluate(() => localStorage.setItem('trama.saver', 'on'));
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (/\/files\/[0-9a-f-]{36}\//.test(request.url())) loaded.push(request.url());
  });
  await page.reload();
  const picture = sentFile(page, 'Ver la foto');
  await picture.waitFor();
  expect(await picture.innerText()).toMatch(/Ver la foto · [\d.,]+ KB/);
  await waitForIdlePage(page);
  expect(loaded).toEqual([]);

  await picture.click();

  // If the page had requested other pictures without a tap, those requests would have arrived before this picture was
  // loaded.
  await loadedPicture(page, 'Foto').waitFor();
  expect(loaded).toHaveLength(1);
  await chooseFiles(page, await photoFile('ahorro.jpg', 4_000, 3_000));
  expect(await chosenFiles(page, 'ahorro.jpg').innerText()).toMatch(/\b(1?\d?\d|200) KB/);
  await page.context().close();
}, 120_000);
