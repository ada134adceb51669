import type { Page } from 'playwright-core';
import { JOIN_TEXT } from '../../../apps/web/public-pages/join/join-text.js';
import { STATUS_TEXT } from '../../../apps/web/public-pages/status/status-text.js';
import { SHARED_TEXT } from '../../../apps/web/public-pages/shared-text.js';
import { PHONE_VIEWPORT } from '../../support/browser/browser.js';
import { DeskKeyboard } from '../../support/browser/desk-keyboard.js';
import { ApplicationForm } from '../../support/browser/application-form.js';
import { whileFocused } from '../../support/browser/keyboard.js';
import { waitForIdlePage, axeViolations } from '../../support/browser/page-checks.js';
import { openAs } from '../../support/browser/screens/page-layout.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
import { wholeText, uiTextIn } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ allowsServiceWorker: true });

const [words, status] = [uiTextIn('es'), STATUS_TEXT.es];

/** Vouches by code, as a member. */
async function vouch(handle: string, code: string): Promise<void> {
  const page = await browsers.open();
  await openAs(page, handle, '/app/vouch');
  await page.getByLabel(wholeText('Código de quien postula')).fill(code);
  await page.getByLabel(wholeText('De dónde se conocen')).fill('Trabajamos en la misma red.');
  await page.getByRole('checkbox', { name: wholeText('Nos conocemos en persona') }).check();
  await page.getByRole('button', { name: wholeText('Avalar') }).click();
  await page.getByText(wholeText('Aval enviado')).waitFor();
  await page.context().close();
}

test('An applicant who has vouches and is accepted by two reviewers signs in with the recovery phrase', async () => {
  const name = 'Amaru del Río';
  const asking = new ApplicationForm(await browsers.open(), product.url, 'es');
  const { page } = asking;
  await asking.start();
  await asking.answer(name);
  await asking.send();
  const receipt = await asking.words();
  expect(asking.taps).toBeLessThanOrEqual(22);
  await page.getByRole('checkbox', { name: asking.text.receipt.written }).check();
  await page.getByRole('button', { name: asking.text.receipt.go }).click();
  await page.waitForURL('**/es/join/status*');
  const code = (await page.getByLabel(status.code, { exact: true }).textContent())!.trim();
  for (const handle of ['member1', 'member2']) await vouch(handle, code);

  const wide = { viewport: { width: 1280, height: 800 } };
  const [first, second] = [
    await browsers.open(wide),
    await browsers.open({ viewport: PHONE_VIEWPORT }),
  ];
  await openAs(second, 'moderator3', '/app/desk');
  const row = second.getByRole('link', { name });
  await row.waitFor();
  await openAs(first, 'moderator1', '/app/desk');
  const keys = new DeskKeyboard(first);
  await keys.open(name);
  await row.getByText(words('Alguien la está leyendo')).waitFor();
  await keys.recommend('a', 'Se entiende qué hace y para qué quiere entrar.');

  await row.click();
  const review = second.getByRole('complementary', { name: words('Tu revisión') });
  const accept = review.getByRole('radio', { name: words('Aceptar'), exact: true });
  await accept.waitFor();
  expect(await second.content()).not.toContain('Se entiende qué hace');
  for (const check of await review.getByRole('checkbox').all()) await check.check();
  await accept.check();
  await review.getByRole('textbox', { name: words('Por qué') }).fill('De acuerdo.');
  await review.getByRole('button', { name: words('Enviar mi recomendación') }).click();
  await second.getByText('Se entiende qué hace').waitFor();
  await review.getByRole('button', { name: words('Decidir: aceptar') }).click();
  await second.waitForURL('**/app/desk');

  await page.goto(`${product.url}/es/join/status`);
  await page.getByLabel(status.back.words).fill(receipt.join(' '));
  await page.getByRole('button', { name: status.back.open }).click();
  await page.waitForURL(/\/app/);
  await waitForIdlePage(page);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
}, 180_000);

test.each(sampledLanguages(['pt', 'en'] as const))(
  'An application can be sent in %s',
  async (language) => {
    const asking = new ApplicationForm(
      await browsers.open({ locale: language }),
      product.url,
      language,
    );
    await asking.start();
    await asking.answer('Lia');
    expect(await axeViolations(asking.page)).toEqual([]);
    await asking.send();
    expect(await asking.words()).toHaveLength(12);
    expect(await asking.page.getByRole('heading', { level: 1 }).textContent()).toBe(
      asking.text.receipt.title,
    );
    expect(await asking.page.getAttribute('html', 'lang')).toBe(language);
    expect(await axeViolations(asking.page)).toEqual([]);
    await asking.page.context().close();
  },
  120_000,
);

/** Waits until the page and its files are cached on the device. */
const kept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (;;) {
      const { active } = (await navigator.serviceWorker.getRegistration('/')) ?? {};
      const cache = await caches.open('trama-assets');
      const isThere = (await cache.match('/es/join')) && (await cache.keys()).length > 3;
      if (active?.state === 'activated' && isThere) return;
      await new Promise(requestAnimationFrame);
    }
  });

test('A draft of an application survives closing the tab offline, and is sent only when the applicant sends it', async () => {
  const asking = new ApplicationForm(await browsers.open(), product.url, 'es');
  const context = asking.page.context();
  const sent: string[] = [];
  context.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await asking.start();
  await asking.next();
  await asking.keep();
  await asking.fillName('Quien no tiene señal');
  await asking.next();
  await kept(asking.page);
  await context.setOffline(true);
  const again = await context.newPage();
  await asking.page.close();
  await again.goto(`${product.url}/es/join`);
  const { text } = asking;
  await again.getByRole('button', { name: text.client.resume }).click();
  expect(await again.getByLabel(text.labels.name).inputValue()).toBe('Quien no tiene señal');
  await context.setOffline(false);
  await again.reload();
  await again.getByText(text.client.resumeTitle).waitFor();
  expect(sent).toEqual([]);

  await again.getByRole('button', { name: text.client.remove, exact: true }).click();
  await again.getByText(text.client.removed).waitFor();
  await again.reload();
  await again.getByRole('button', { name: text.start }).waitFor();
  expect(await again.getByText(text.client.resumeTitle).count()).toBe(0);
  await context.close();
}, 120_000);

/** Runs in the page: delays the unregistration of the service worker, as on a slow phone. */
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
  'Quick exit deletes the draft from the device when the service worker unregisters %s',
  async (_how, going) => {
    const asking = new ApplicationForm(await browsers.open(), product.url, 'es');
    const { page } = asking;
    await page.addInitScript(going);
    await asking.start();
    await asking.next();
    await asking.fillName('Nadie');
    await asking.keep();
    await kept(page);
    await page.getByRole('banner').getByRole('link', { name: SHARED_TEXT.es.exit }).click();
    await page.waitForURL('**/es/measures');
    await page.goto(`${product.url}/es/join`);
    await page.getByRole('button', { name: asking.text.start }).waitFor();
    expect(await page.getByText(asking.text.client.resumeTitle).count()).toBe(0);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    await page.context().close();
  },
  60_000,
);

test('An application can be sent without JavaScript, and its error summary takes the focus', async () => {
  const page = await browsers.open({ javaScriptEnabled: false });
  const text = JOIN_TEXT.es;
  const send = page.getByRole('button', { name: text.send });
  await page.goto(`${product.url}/es/join`);
  await send.click();
  const problems = page.getByRole('alert');
  await whileFocused(page, problems).waitFor();
  expect(await page.title()).toMatch(/^Error: /);
  await problems.getByRole('link', { name: text.problems.name }).click();
  await page.getByLabel(text.labels.name).fill('Sin guiones');
  const unsaid = await page.getByRole('checkbox', { name: text.unsaid }).all();
  expect(unsaid).toHaveLength(5);
  for (const one of unsaid) await one.check();
  await page.getByRole('radio', { name: text.labels.here }).check();
  await send.click();
  const go = page.getByRole('button', { name: text.receipt.go });
  await go.waitFor();
  expect(await page.getByRole('listitem').count()).toBe(12);
  await go.click();
  expect(page.url()).toMatch(/\/join$/);
  await page.getByRole('checkbox', { name: text.receipt.written }).check();
  await go.click();
  await page.waitForURL('**/es/join/status*');
  expect(await page.textContent('main')).toContain('Postulación de Sin guiones');
  await page.context().close();
}, 60_000);
