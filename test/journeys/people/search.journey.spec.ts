import type { Page, Request } from 'playwright-core';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { enter, say, saying } from '../../support/talk/messages.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Every address that a page asks, and those outside of our own. */
function asked(page: Page): { all: string[]; outside: () => string[] } {
  const all: string[] = [];
  page.context().on('request', (request: Request) => all.push(request.url()));
  const isOurs = (url: string) => url.startsWith(product.url) || /^(data|blob):/.test(url);
  return { all, outside: () => all.filter((url) => !isOurs(url)) };
}

const results = (page: Page) => page.locator('a.found__one');

/** Until the answer stands: that of the search before stands until the page follows, and another takes its place. */
async function find(page: Page, text: string): Promise<void> {
  await page
    .locator('.found, .empty')
    .evaluateAll((all) => all.forEach((one) => one.classList.add('before')));
  await page.locator('#message-words').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.found:not(.before), .empty:not(.before)').first().waitFor();
}

/** A new message is found within a second; a search shows what there was when it was asked. */
async function untilFound(page: Page, text: string): Promise<void> {
  const endAt = performance.now() + 20_000;
  for (;;) {
    await find(page, text);
    if ((await results(page).count()) > 0 || performance.now() > endAt) return;
    await page.waitForTimeout(250); // a hundred a minute are answered
  }
}

test('A message is found by its words, from its channel and from all, and opened where it stands', async () => {
  const page = await enter('member1', 'Avisos');
  const requests = asked(page);
  const found: string[] = [];
  await say(page, 'Mañana salen las semillas de jacarandá');
  await page.locator('.feed').focus();
  // What hears the key is brought once the page stands.
  while (!page.url().includes('/search?in=')) await page.keyboard.press('/');
  await page.locator('#message-words').waitFor();
  await settled(page);
  await page.keyboard.press('/');
  await page.locator('#message-words:focus').waitFor();
  found.push(...(await faultsOf(page, 'search-first', 'es')));
  await untilFound(page, 'semilla jacaranda');
  expect(await page.locator('mark').allInnerTexts()).toEqual(['semillas', 'jacarandá']);
  found.push(...(await faultsOf(page, 'search-found', 'es')));
  expect(page.url()).not.toContain('jacaranda');
  expect(await page.title()).toBe('Trama');
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toMatch(/jacarand/);
  for (const url of requests.all) expect(decodeURIComponent(url)).not.toMatch(/jacarand/);

  await page.locator('.chip', { hasText: 'Avisos' }).click();
  await page.waitForURL(/channels\/search$/);
  await results(page).first().click();
  await page.waitForURL(/channels\/[0-9a-f-]{36}/);
  await saying(page, 'jacarandá').waitFor();
  await page.goBack();
  await results(page).first().waitFor();
  expect(await page.locator('#message-words').inputValue()).toBe('semilla jacaranda');

  await find(page, 'nadiedijoesto');
  await page.locator('h2, h3', { hasText: 'No hay mensajes con eso' }).waitFor();
  found.push(...(await faultsOf(page, 'search-none', 'es')));
  await page.context().setOffline(true);
  await page.locator('#message-words').fill('otra cosa');
  await page.keyboard.press('Enter');
  await page.locator('h2, h3', { hasText: 'Sin conexión no se puede buscar' }).waitFor();
  found.push(...(await faultsOf(page, 'search-offline', 'es')));
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('A search is narrowed by person and days, on a wide screen too', async () => {
  const page = await browsers.open({ viewport: { width: 1280, height: 800 } });
  await signIn(page, product.url, 'member1');
  await page.goto(`${product.url}/app/channels/search`);
  await settled(page);
  await find(page, 'que');
  await results(page).first().waitFor();
  const found = await faultsOf(page, 'search-wide', 'es');
  const author = await results(page).first().locator('.row__t').innerText();
  await page.locator('.chip--add', { hasText: 'Persona' }).click();
  await page.locator('dialog .row', { hasText: author }).first().click();
  await page.locator('.chip[aria-pressed=true]', { hasText: author }).waitFor();
  await results(page).first().waitFor();
  expect(new Set(await page.locator('.found .row__t').allInnerTexts())).toEqual(new Set([author]));
  await page.locator('.chip--add', { hasText: 'Fechas' }).click();
  await page.locator('dialog input[type=date]').first().fill('2001-01-01');
  await page.locator('dialog input[type=date]').last().fill('2001-01-02');
  found.push(...(await faultsOf(page, 'search-dates', 'es')));
  await page.locator('dialog button[type=submit]').click();
  await page.locator('h2, h3', { hasText: 'No hay mensajes con eso' }).waitFor();
  await page.locator('button', { hasText: 'Quitar los filtros' }).click();
  await results(page).first().waitFor();
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('Marks are drawn and nothing outside is asked: no picture, no preview, no link before it is pressed', async () => {
  const [writer, reader] = [
    await enter('member1', 'Avisos'),
    await enter('steward1', 'Avisos', true),
  ];
  const requests = [asked(writer), asked(reader)];
  const text = [
    '**Aviso** y *pronto*: ![mapa](https://afuera.example/mapa.png) <img src="https://afuera.example/x.png">',
    '- uno',
    '- dos',
    '',
    '> [el acta](https://afuera.example/acta) y https://afuera.example/todo',
  ].join('\n');
  await writer.locator('.composer__box').fill(text);
  await writer.locator('.iconbtn--send').click();
  for (const page of [writer, reader]) {
    const message = page.locator('article', {
      has: page.locator('.msg__t strong', { hasText: 'Aviso' }),
    });
    await message.locator('em', { hasText: 'pronto' }).waitFor();
    await message.locator('blockquote a .mk__host', { hasText: 'afuera.example' }).waitFor();
    expect(await message.locator('.msg__t img, .msg__t script, .msg__t iframe').count()).toBe(0);
    expect(
      await message.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('rel'))),
    ).toEqual(Array.from({ length: 4 }, () => 'noopener noreferrer nofollow'));
    expect(await message.innerText()).toContain('<img src=');
  }
  expect(await faultsOf(writer, 'marks', 'es')).toEqual([]);
  expect(await faultsOf(reader, 'marks-wide', 'es')).toEqual([]);
  await writer.waitForLoadState('networkidle');
  expect(requests.flatMap((one) => one.outside())).toEqual([]);
  expect(requests.every((one) => one.all.length > 0)).toBe(true);
  for (const page of [writer, reader]) await page.context().close();
}, 120_000);

test('Ctrl+B and Ctrl+I put signs around what is chosen, and take them away', async () => {
  const page = await enter('member1', 'Avisos', true);
  const box = page.locator('.composer__box');
  await box.fill('hola mundo');
  await box.press('End');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  // What hears the keys is brought once the page stands.
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
