import type { Page } from 'playwright-core';
import { PHONE } from '../../support/browser/browser.js';
import { DeskKeys } from '../../support/browser/desk-keys.js';
import { Asking } from '../../support/browser/joining.js';
import { settled, signIn, violations } from '../../support/browser/looks.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Vouches by a code, as a member does. */
async function vouch(handle: string, code: string): Promise<void> {
  const page = await browsers.open();
  await signIn(page, product.url, handle);
  await page.goto(`${product.url}/app/vouch`);
  await page.locator('[name=code]').fill(code);
  await page.locator('[name=relation]').fill('Trabajamos en la misma red.');
  await page.locator('.choice').nth(1).click();
  await page.locator('form button[type=submit]').click();
  await page.getByText(/Aval enviado|Vouch sent/).waitFor();
  await page.context().close();
}

test('Somebody applies, is vouched for, is read by two, and comes in', async () => {
  const name = 'Amaru del Río';
  const asking = new Asking(await browsers.open(), product.url, 'es');
  const { page } = asking;
  await asking.start();
  await asking.answer(name);
  await asking.next();
  const words = await asking.words();
  expect(asking.taps).toBeLessThanOrEqual(22);
  await page.locator('[data-saved]').check();
  await page.locator('[data-go] button').click();
  await page.waitForURL('**/es/join/status*');
  const code = (await page.locator('.code').textContent())!.trim();
  for (const handle of ['member1', 'member2']) await vouch(handle, code);

  const wide = { viewport: { width: 1280, height: 800 } };
  const [first, second] = [await browsers.open(wide), await browsers.open({ viewport: PHONE })];
  await signIn(first, product.url, 'moderator1');
  await signIn(second, product.url, 'moderator3');
  await second.goto(`${product.url}/app/desk`);
  const row = second.locator('.q', { hasText: name });
  await row.waitFor();
  await first.goto(`${product.url}/app/desk`);
  const keys = new DeskKeys(first);
  await keys.open(name);
  await row.locator('.badge', { hasText: /leyendo|reading|lendo/ }).waitFor();
  await keys.recommend('a', 'Se entiende qué hace y para qué quiere entrar.');

  await row.click();
  await second.locator('.rev .choice').first().waitFor();
  expect(await second.content()).not.toContain('Se entiende qué hace');
  for (const check of await second.locator('.rev .check').all()) await check.click();
  await second.locator('.rev .choice').first().click();
  await second.fill('#why', 'De acuerdo.');
  await second.locator('.rev__go button').click();
  await second.getByText('Se entiende qué hace').waitFor();
  await second.locator('.rev .btn--primary').click();
  await second.waitForURL('**/app/desk');

  await page.goto(`${product.url}/es/join/status`);
  await page.fill('#words', words.join(' '));
  await page.locator('form .btn--primary').click();
  await page.waitForURL(/\/app/);
  await settled(page);
  expect(await page.locator('h1').count()).toBe(1);
}, 180_000);

test.each([
  ['pt', /Guarde seu comprovante/],
  ['en', /Save your receipt/],
])(
  'The whole application can be made in %s',
  async (language, title) => {
    const asking = new Asking(await browsers.open({ locale: language }), product.url, language);
    await asking.start();
    await asking.answer('Lia');
    expect(await violations(asking.page)).toEqual([]);
    await asking.next();
    expect(await asking.words()).toHaveLength(12);
    expect(await asking.page.locator('h1').textContent()).toMatch(title);
    expect(await asking.page.getAttribute('html', 'lang')).toBe(language);
    expect(await violations(asking.page)).toEqual([]);
    await asking.page.context().close();
  },
  120_000,
);

/** Waits until the page and its files are on the device. */
async function kept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const { active } = (await navigator.serviceWorker.getRegistration('/')) ?? {};
      const cache = await caches.open('trama-assets');
      const isThere = (await cache.match('/es/join')) && (await cache.keys()).length > 3;
      return active?.state === 'activated' && Boolean(isThere);
    });
  // Not waitForFunction: it takes the promise of an asynchronous one for its answer.
  for (let tries = 0; !(await isKept()); tries++) {
    if (tries > 200) throw new Error('the page is not kept');
    await page.waitForTimeout(50);
  }
}

test('What was typed survives a closed tab and no network, and is sent only by hand', async () => {
  const asking = new Asking(await browsers.open(), product.url, 'es');
  const context = asking.page.context();
  const sent: string[] = [];
  context.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await asking.start();
  await asking.next();
  await asking.tap('.join__line button');
  await asking.page.fill('#name', 'Quien no tiene señal');
  await asking.next();
  await kept(asking.page);
  await context.setOffline(true);
  const again = await context.newPage();
  await asking.page.close();
  await again.goto(`${product.url}/es/join`);
  await again.locator('.card--wait .btn--primary').click();
  expect(await again.inputValue('#name')).toBe('Quien no tiene señal');
  await context.setOffline(false);
  await again.reload();
  await again.locator('.card--wait').waitFor();
  expect(sent).toEqual([]);

  await again.locator('.card--wait .btn--line').click();
  await again.reload();
  expect(await again.locator('.card--wait').count()).toBe(0);
  await context.close();
}, 120_000);

/** In the page: its worker is slow to go, as on a slow phone. */
function goSlowly(): void {
  const { unregister } = ServiceWorkerRegistration.prototype;
  ServiceWorkerRegistration.prototype.unregister = async function slowly() {
    const isGone = await unregister.call(this);
    await new Promise((done) => setTimeout(done, 2_000));
    return isGone;
  };
}

test.each([
  ['at once', () => undefined],
  ['slowly', goSlowly],
])(
  'Leaving quickly forgets what was kept on the device, where its worker goes %s',
  async (_how, going) => {
    const asking = new Asking(await browsers.open(), product.url, 'es');
    const { page } = asking;
    await page.addInitScript(going);
    await asking.start();
    await asking.next();
    await page.fill('#name', 'Nadie');
    await asking.tap('.join__line button');
    await kept(page);
    await page.locator('.topbar [data-exit]').click();
    await page.waitForURL('about:blank');
    await page.goto(`${product.url}/es/join`);
    await page.locator('[data-begin]').waitFor();
    expect(await page.locator('.card--wait').count()).toBe(0);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    await page.context().close();
  },
  60_000,
);

test('The application can be made without script, and what is wrong takes the focus', async () => {
  const page = await browsers.open({ javaScriptEnabled: false });
  await page.goto(`${product.url}/es/join`);
  await page.locator('[data-send]').click();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await page.locator(':focus').getAttribute('id')).toBe('problems');
  await page.locator('#problems a', { hasText: 'Escribe un nombre' }).click();
  await page.fill('#name', 'Sin guiones');
  for (const one of ['practices', 'issueAreas', 'territory', 'hopes', 'known']) {
    await page.locator(`label:has([name=unsaid][value=${one}])`).click();
  }
  await page.locator('label:has([name=reach][value=here])').click();
  await page.locator('[data-send]').click();
  expect(await page.locator('.receipt li').count()).toBe(12);
  await page.locator('[data-go] button').click();
  expect(page.url()).toMatch(/\/join$/);
  await page.locator('[data-saved]').check();
  await page.locator('[data-go] button').click();
  await page.waitForURL('**/es/join/status*');
  expect(await page.textContent('main')).toContain('Postulación de Sin guiones');
  await page.context().close();
}, 60_000);
