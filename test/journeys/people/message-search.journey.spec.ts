import type { Page, Request } from 'playwright-core';
import { hasFocus } from '../../support/browser/keyboard.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import {
  buttonNamed,
  openAs,
  openSheet,
  undoButton,
} from '../../support/browser/screens/page-layout.js';
import { composer, messageFeed, message, sendText } from '../../support/browser/screens/channel.js';
import {
  messageFilter,
  searchOfflineNotice,
  noMessagesNotice,
  searchResults,
  messageSearchBox,
  searchMessages,
} from '../../support/browser/screens/message-search.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';
import { openChannelAs, sendAndWait } from '../../support/messages/message-page.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney();

const words = uiTextIn('es');

/** Records the URLs of all requests of a page; `outside` returns those to other hosts. */
function asked(page: Page): { all: string[]; outside: () => string[] } {
  const all: string[] = [];
  page.context().on('request', (request: Request) => all.push(request.url()));
  const isOurs = (url: string) => url.startsWith(product.url) || /^(data|blob):/.test(url);
  return { all, outside: () => all.filter((url) => !isOurs(url)) };
}

/** Authors of the search results. */
const authors = async (page: Page): Promise<Set<string>> =>
  new Set((await searchResults(page).allInnerTexts()).map((text) => text.split('\n')[0]!.trim()));

/** Waits until the message is in the search index, which is updated within a second. */
async function indexed(body: string): Promise<void> {
  const sql =
    'select 1 from message_words w join message m on m.id = w.message_id where m.body = $1';
  await waitUntil(
    'The message is not indexed',
    async () => (await db.query(sql, [body])).rowCount !== 0,
  );
}

test('A search in one channel or in all finds a message and opens it in its channel', async () => {
  const page = await openChannelAs('member1', 'Avisos');
  const requests = asked(page);
  const found: string[] = [];
  const text = 'Mañana salen las semillas de jacarandá';
  await sendAndWait(page, text);
  await messageFeed(page).focus();
  // Repeats the key, because the page loads the handler of the shortcut later.
  while (!page.url().includes('/search?in=')) await page.keyboard.press('/');
  await messageSearchBox(page).waitFor();
  await waitForIdlePage(page);
  await page.keyboard.press('/');
  expect(await hasFocus(messageSearchBox(page))).toBe(true);
  found.push(...(await pageProblems(page, 'search-first', 'es')));
  await indexed(text);
  await searchMessages(page, 'semilla jacaranda');
  expect(await page.locator('mark').allInnerTexts()).toEqual(['semillas', 'jacarandá']);
  found.push(...(await pageProblems(page, 'search-found', 'es')));
  expect(page.url()).not.toContain('jacaranda');
  expect(await page.title()).toBe('Trama');
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toMatch(/jacarand/);
  for (const url of requests.all) expect(decodeURIComponent(url)).not.toMatch(/jacarand/);

  await messageFilter(page, 'Avisos').click();
  await page.waitForURL(/channels\/search$/);
  await searchResults(page).first().click();
  await page.waitForURL(/channels\/[0-9a-f-]{36}/);
  await message(page, 'jacarandá').waitFor();
  await page.goBack();
  await searchResults(page).first().waitFor();
  expect(await messageSearchBox(page).inputValue()).toBe('semilla jacaranda');

  await searchMessages(page, 'nadiedijoesto');
  await noMessagesNotice(page).waitFor();
  found.push(...(await pageProblems(page, 'search-none', 'es')));
  await page.context().setOffline(true);
  await searchMessages(page, 'otra cosa');
  await searchOfflineNotice(page).waitFor();
  found.push(...(await pageProblems(page, 'search-offline', 'es')));
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('A search can be narrowed by person and by days on a wide screen', async () => {
  const page = await browsers.open({ viewport: { width: 1280, height: 800 } });
  await openAs(page, 'member1', '/app/channels/search');
  await waitForIdlePage(page);
  await searchMessages(page, 'que');
  await searchResults(page).first().waitFor();
  const found = await pageProblems(page, 'search-wide', 'es');
  const [author] = (await authors(page)).values();
  await messageFilter(page, words('Persona')).click();
  await openSheet(page).getByRole('button', { name: author!, exact: true }).first().click();
  const person = messageFilter(page, words('De {0}', { 0: author }));
  await person.waitFor();
  await searchResults(page).first().waitFor();
  expect(await authors(page)).toEqual(new Set([author]));
  await person.click();
  await person.waitFor({ state: 'detached' });
  await undoButton(page).click();
  await person.waitFor();
  await messageFilter(page, words('Fechas')).click();
  await openSheet(page).getByLabel(words('Desde el día')).fill('2001-01-01');
  await openSheet(page).getByLabel(words('Hasta el día')).fill('2001-01-02');
  found.push(...(await pageProblems(page, 'search-dates', 'es')));
  await buttonNamed(openSheet(page), 'Usar estas fechas').click();
  await noMessagesNotice(page).waitFor();
  await buttonNamed(page, 'Quitar los filtros').click();
  await searchResults(page).first().waitFor();
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('Formatted text causes no request to another host: no picture, no preview, no link before a click', async () => {
  const [writer, reader] = [
    await openChannelAs('member1', 'Avisos'),
    await openChannelAs('steward1', 'Avisos', true),
  ];
  const requests = [asked(writer), asked(reader)];
  const text = [
    '**Aviso** y *pronto*: ![mapa](https://afuera.example/mapa.png) <img src="https://afuera.example/x.png">',
    '- uno',
    '- dos',
    '',
    '> [el acta](https://afuera.example/acta) y https://afuera.example/todo',
  ].join('\n');
  await sendText(writer, text);
  for (const page of [writer, reader]) {
    const shown = message(page, 'Aviso y pronto');
    await shown.getByRole('strong').filter({ hasText: 'Aviso' }).waitFor();
    await shown.getByRole('emphasis').filter({ hasText: 'pronto' }).waitFor();
    const quoted = shown.getByRole('blockquote').getByRole('link', { name: '(afuera.example)' });
    await quoted.waitFor();
    expect(await shown.locator('img, script, iframe').count()).toBe(0);
    const rels = await shown
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('rel')));
    expect(rels).toEqual(Array.from({ length: 4 }, () => 'noopener noreferrer nofollow'));
    expect(await shown.innerText()).toContain('<img src=');
  }
  expect(await pageProblems(writer, 'marks', 'es')).toEqual([]);
  expect(await pageProblems(reader, 'marks-wide', 'es')).toEqual([]);
  await writer.waitForLoadState('networkidle');
  expect(requests.flatMap((one) => one.outside())).toEqual([]);
  expect(requests.every((one) => one.all.length > 0)).toBe(true);
  for (const page of [writer, reader]) await page.context().close();
}, 120_000);

test('Ctrl+B and Ctrl+I add Markdown signs around the selection and remove them', async () => {
  const page = await openChannelAs('member1', 'Avisos', true);
  const box = composer(page);
  await box.fill('hola mundo');
  await box.press('End');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  // Repeats the keys, because the page loads the handler of the shortcuts later.
  while ((await box.inputValue()) === 'hola mundo') await page.keyboard.press('Control+b');
  expect(await box.inputValue()).toBe('hola **mundo**');
  await page.keyboard.press('Control+b');
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'hola mundo');
  await page.keyboard.press('Control+i');
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'hola *mundo*');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'hola mundo');
  await box.fill('');
  await page.context().close();
}, 60_000);
