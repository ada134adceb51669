import type { Page } from 'playwright-core';
import {
  CALM,
  choose,
  holdPieces,
  photo,
  report,
  sendButton,
} from '../../support/browser/sent-files.js';
import {
  box,
  enter,
  reader as openReader,
  say,
  SETTLED_MS,
  toList,
} from '../../support/browser/reading.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

const MB = 1_024 * 1_024;
const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

/** How many messages of a channel of the group `one` say this, and how many files they have. */
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

/** How many files of this name the server keeps. */
async function waiting(name: string): Promise<number> {
  const sql = 'select count(*)::int as count from attachment where name = $1';
  return (await db.query<{ count: number }>(sql, [name])).rows[0]!.count;
}

async function isGone(name: string): Promise<void> {
  while ((await waiting(name)) > 0) await new Promise((again) => setTimeout(again, 50));
}

const bar = (page: Page) => page.locator('.waits [role=progressbar]');
const isSent = (page: Page) => page.waitForFunction(() => !document.querySelector('.waits'));

test('An upload of 5 MB that is cut off goes on from where it was, also after a reload', async () => {
  const page = await reader('member1', 'Traducciones');
  const line = await holdPieces(page, 8);
  const file = await report('informe de Ana.pdf', 5 * MB);
  await choose(page, file);
  const name = page.getByLabel('Nombre que se verá');
  expect(await name.inputValue()).toBe('informe de Ana');
  await name.fill('informe');
  await box(page).fill('El informe completo');
  await sendButton(page).click();
  await page.waitForFunction(() => {
    const now = document.querySelector('.waits [role=progressbar]')?.getAttribute('aria-valuenow');
    return Number(now) >= 35;
  });
  expect(await bar(page).getAttribute('aria-valuemax')).toBe('100');
  expect(await page.locator('.waits .row__s').innerText()).toMatch(
    /Subiendo · \d+ % · [\d.,]+ MB de [\d.,]+ MB/,
  );
  const before = line.sent();
  expect(before / file.buffer.length).toBeGreaterThan(0.35);

  await page.context().setOffline(true);
  await line.cut();
  await page.locator('.waits .row__s', { hasText: 'En cola' }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await page.reload();
  await page.locator('.waits .row__s', { hasText: 'En cola' }).waitFor();
  await line.release();
  const resumed = page.waitForResponse(
    (answer) => answer.request().method() === 'HEAD' && answer.url().includes('/uploads/'),
  );
  await page.context().setOffline(false);

  const from = Number((await resumed).headers()['upload-offset']);
  expect(from / file.buffer.length).toBeGreaterThan(0.35);
  await isSent(page);
  await page.locator('.files__doc', { hasText: 'informe.pdf' }).last().waitFor();
  expect(line.sent()).toBe(file.buffer.length);
  expect(await kept('Traducciones', 'El informe completo')).toEqual({ messages: 1, files: 1 });
  await page.locator('.files__note', { hasText: 'autoría' }).last().waitFor();
  await page.context().close();
}, 180_000);

test('A draft and an upload under way stay in their channel, and hold up no other', async () => {
  const page = await reader('member1', 'Traducciones');
  const line = await holdPieces(page, 1);
  await choose(page, await report('acta.pdf', MB));
  await sendButton(page).click();
  await bar(page).waitFor();
  await box(page).fill('Y mañana sigo');
  await choose(page, await photo('borrador.jpg', 300, 200));

  await toList(page);
  await enter(page, 'Verificación');
  expect(await box(page).inputValue()).toBe('');
  expect(await page.locator('.attached__one, .waits').count()).toBe(0);
  await say(page, 'Esto sale ya');
  await page
    .locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: 'Esto sale ya' })
    .waitFor();
  const isBack = async () => {
    await page.locator('.attached__one', { hasText: 'borrador.jpg' }).waitFor();
    expect(await box(page).inputValue()).toBe('Y mañana sigo');
    await page.locator('.waits', { hasText: 'acta.pdf' }).waitFor();
  };
  await toList(page);
  await enter(page, 'Traducciones');
  await isBack();
  await bar(page).waitFor();
  await page.reload();
  await isBack();

  await line.release();
  await isSent(page);
  await page.locator('.files__doc', { hasText: 'acta.pdf' }).last().waitFor();
  await sendButton(page).click();
  await page.locator('.files .thumb img[alt="Foto"]').last().waitFor();
  expect(await kept('Traducciones', 'Y mañana sigo')).toEqual({ messages: 1, files: 1 });
  expect(await page.locator('.attached__one').count()).toBe(0);
  await page.context().close();
}, 180_000);

test('What the server does not take is said, the words stay, and everything is tried again at once', async () => {
  const page = await reader('member1', 'Avisos');
  const refuse = (url: string) =>
    page.route(url, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 400, json: { code: 'INVALID', reason: 'upload.broken' } })
        : route.continue(),
    );
  await refuse('**/uploads');
  for (const name of ['uno.pdf', 'dos.pdf']) {
    await choose(page, await report(name, 20_000));
    await box(page).fill(`Con ${name}`);
    await sendButton(page).click();
    await page
      .locator('.msg--failed', { hasText: `Con ${name}` })
      .locator('.waits__no', { hasText: 'está incompleto o dañado' })
      .waitFor();
  }
  await page.locator('.outbox--failed', { hasText: '2 no se enviaron' }).waitFor();
  await page.unroute('**/uploads');

  await page.locator('.outbox__retry', { hasText: 'Reintentar todo' }).click();

  await isSent(page);
  for (const name of ['uno.pdf', 'dos.pdf']) {
    expect(await kept('Avisos', `Con ${name}`)).toEqual({ messages: 1, files: 1 });
  }
  await page.context().close();
}, 120_000);

test('What would be refused is refused in words before any byte is sent', async () => {
  const page = await reader('member1', 'Avisos');
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/uploads') && asked.push(request.url()));
  await page
    .locator('.composer input[type=file]')
    .nth(1)
    .setInputFiles([
      { name: 'programa.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
      { name: 'enorme.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(26 * MB) },
    ]);

  const refused = page.locator('.attached__no[role=alert]');
  await refused.locator('li').nth(1).waitFor();
  expect(await refused.innerText()).toMatch(/programa\.exe: Se pueden enviar fotos/);
  expect(await refused.innerText()).toMatch(/enorme\.pdf: Pesa demasiado/);
  expect(await page.locator('.attached__one').count()).toBe(0);
  expect(asked).toEqual([]);
  await page.context().close();
}, 120_000);

test('A picture that was chosen without a network waits with its words, and arrives once and small', async () => {
  const page = await reader('member1', 'Verificación');
  const other = await reader('steward1', 'Verificación');
  await page.context().setOffline(true);
  await choose(page, await photo('puente.jpg', 4_000, 3_000, CALM));
  await box(page).fill('El puente, hoy');
  await sendButton(page).click();
  await page.locator('.waits', { hasText: 'puente.jpg' }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await page.reload();
  await page.locator('.waits .row__s', { hasText: 'En cola' }).waitFor();

  await page.context().setOffline(false);

  await isSent(page);
  await other.locator('.files .thumb').last().scrollIntoViewIfNeeded();
  await other.locator('.files .thumb img[alt="Foto"]').last().waitFor();
  expect(await kept('Verificación', 'El puente, hoy')).toEqual({ messages: 1, files: 1 });
  const { rows } = await db.query<{ width: number; name: string }>(
    `select a.width, a.name from attachment a join message m on m.id = a.message_id where m.body = 'El puente, hoy'`,
  );
  expect(rows).toEqual([{ width: 2_048, name: 'trama.webp' }]);
  for (const one of [page, other]) await one.context().close();
}, 180_000);

test('Taken back while it is under way, it is never sent and nothing of it stays', async () => {
  const page = await reader('member1', 'Avisos');
  const line = await holdPieces(page, 1);
  await choose(page, await report('error.pdf', MB));
  await box(page).fill('Era otro archivo');
  await sendButton(page).click();
  await bar(page).waitFor();

  await page.locator('.waits .btn', { hasText: 'Cancelar el envío' }).click();

  await isSent(page);
  await line.release();
  await say(page, 'Después');
  await page.locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: 'Después' }).waitFor();
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
  await isGone('error.pdf');
  await page.context().close();
}, 120_000);

test('Discarded after the server refused it, its file ends there too', async () => {
  const page = await reader('member1', 'Avisos');
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation PostMessage')
      ? route.fulfill({ json: { data: null, errors: [REFUSED] } })
      : route.continue(),
  );
  await choose(page, await report('sobra.pdf', 20_000));
  await box(page).fill('Mejor no');
  await sendButton(page).click();
  const failed = page.locator('.msg--failed', { hasText: 'Mejor no' });
  await failed.waitFor();
  expect(await waiting('sobra.pdf')).toBe(1);

  await failed.focus();
  await page.keyboard.press('Enter');
  await page.locator('.menu__item', { hasText: 'Descartar' }).click();

  await isGone('sobra.pdf');
  await isSent(page);
  await page.context().close();
}, 120_000);
