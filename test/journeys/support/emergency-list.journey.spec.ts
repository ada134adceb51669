import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { EMERGENCY_TEXT } from '../../../apps/web/public-pages/support/emergency-text.js';
import { SUPPORT_TEXT } from '../../../apps/web/public-pages/support/support-text.js';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { storedByBrowser, waitUntilStored } from '../../support/browser/device-storage.js';
import {
  openSignedIn,
  pageProblemsInBothModes,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { confirmWithPassword, openAccount } from '../../support/browser/screens/app.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { ANY_VALUE, type Language, partOfText, wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney({
  allowsServiceWorker: true,
  prepare: () => db.query(`update account set language = 'es'`),
});

const LANGUAGES = ['es', 'pt', 'en'] as const;
const GUARD = '+51 1 555 0142';
const PERU = { es: 'Perú', pt: 'Peru', en: 'Peru' };

const headings = (page: Page) => page.getByRole('heading', { level: 2 }).allTextContents();

test.each(sampledLanguages(LANGUAGES))(
  'A visitor without an account and without JavaScript finds in %s whom to call',
  async (language) => {
    const page = await browsers.open({ javaScriptEnabled: false });
    await page.goto(`${product.url}/${language}`);
    await page.getByRole('link', { name: SUPPORT_TEXT[language].title }).click();
    await page.getByRole('link', { name: SUPPORT_TEXT[language].danger }).click();
    await page.waitForURL(/emergency/);
    const words = EMERGENCY_TEXT[language];
    expect((await headings(page))[0]).toBe(words.wholeRegion);
    await page.getByRole('link', { name: PERU[language], exact: true }).click();
    await page.waitForURL(/territory=/);
    expect(await headings(page)).toEqual([PERU[language], words.wholeRegion]);
    const [first] = await page.getByRole('link', { name: `${words.call}:` }).all();
    expect(await first!.getAttribute('href')).toBe('tel:+5115550142');
    expect(await page.getByText(GUARD).isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.context().close();
  },
  60_000,
);

/** Waits until the device stores the list and the pages that lead to it. */
async function waitUntilPagesAreStored(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await waitUntilStored(page, GUARD);
  await waitUntil('The device does not keep the pages that lead to the list', () =>
    page.evaluate(async () => {
      const paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
      const files = paths.filter(({ pathname }) => pathname.startsWith('/assets/'));
      const stored = await Promise.all(files.map((url) => caches.match(url)));
      return (
        files.some(({ pathname }) => pathname.includes('emergency')) && !stored.includes(undefined)
      );
    }),
  );
}

/** A page of a demo account that reads this language. */
async function openIn(language: Language, handle: string): Promise<Page> {
  const speaking = [language, demoEmailOf(handle)];
  await db.query('update account set language = $1 where email = $2', speaking);
  const page = await browsers.open();
  await openSignedIn(page, product.url, handle);
  return page;
}

test.each(sampledLanguages(LANGUAGES))(
  'A member who lost the connection opens the list that the app stored (%s)',
  async (language) => {
    const page = await openIn(language, 'member1');
    await waitUntilPagesAreStored(page);
    await page.context().setOffline(true);
    await page.reload();
    await openAccount(page);
    await page
      .getByRole('link', { name: partOfText('A quién llamar. La lista se abre sin internet.') })
      .click();
    await page.getByText(partOfText(OFFLINE_NOTE)).waitFor();
    const call = page
      .getByRole('link', { name: partOfText('Llamar: {name}, {phone}', ANY) })
      .first();
    expect(await call.getAttribute('href')).toMatch(/^tel:\+/);
    await page
      .getByLabel(wholeText('Tu país o territorio'))
      .selectOption({ label: PERU[language] });
    expect((await headings(page))[0]).toBe(PERU[language]);
    const name = `emergency-offline-${language}`;
    expect(await pageProblemsInBothModes(page, name, language)).toEqual([]);
    await page.reload();
    await page.getByText(GUARD).waitFor();
    await waitUntil(
      'The device forgot the territory',
      async () => (await headings(page))[0] === PERU[language],
    );
    await page.context().close();
  },
  120_000,
);

test.each(sampledLanguages(LANGUAGES))(
  'A member in danger who loses the connection in the form reads whom to call before the next question (%s)',
  async (language) => {
    const page = await openIn(language, 'member3');
    await waitUntilPagesAreStored(page);
    await page.goto(`${product.url}/app/support/ask`);
    const danger = page.getByRole('link', { name: partOfText('Sí, ahora') });
    await danger.waitFor();
    await page.context().setOffline(true);
    await danger.click();
    await page
      .getByRole('heading', { name: wholeText('Si hay peligro, llama primero. Después seguimos.') })
      .waitFor();
    await page.getByText(partOfText(OFFLINE_NOTE)).waitFor();
    const call = page
      .getByRole('link', { name: partOfText('Llamar: {name}, {phone}', ANY) })
      .first();
    expect(await call.getAttribute('href')).toMatch(/^tel:/);
    const name = `emergency-first-${language}`;
    expect(await pageProblemsInBothModes(page, name, language)).toEqual([]);
    const exits = page.getByRole('region', {
      name: wholeText('Si alguien puede tomar este dispositivo'),
    });
    expect(await exits.getByRole('button').count()).toBe(2);
    await page.getByRole('link', { name: wholeText('Seguir con mi pedido') }).click();
    await page.getByRole('heading', { name: wholeText('¿En qué te apoyamos?') }).waitFor();
    await page.goBack();
    await exits.getByRole('button', { name: partOfText('Bloquear ahora') }).click();
    await page.waitForURL('about:blank');
    await page.context().close();
  },
  120_000,
);

/** Everything that the browser stores of this site apart from its cache of pages. */
const traces = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }));

test.each(sampledLanguages(LANGUAGES))(
  'A person without an account who lost the connection reads whom to call, and the device stores nothing of it (%s)',
  async (language) => {
    const page = await browsers.open();
    await page.goto(`${product.url}/${language}/support`);
    await waitUntil('The browser does not cache the list', () =>
      page.evaluate(async (path) => {
        const stored = { cache: 'only-if-cached', mode: 'same-origin' } as const;
        const list = await fetch(path, stored).catch(() => undefined);
        return list?.ok === true;
      }, `/${language}/support/emergency`),
    );
    await page.context().setOffline(true);
    await page.getByRole('link', { name: SUPPORT_TEXT[language].danger }).click();
    await page.getByText(GUARD).waitFor();
    await page.context().setOffline(false);

    await page.goto(`${product.url}/app/guest/support/ask?lang=${language}`);
    const danger = page.getByRole('link', { name: partOfText('Sí, ahora') });
    await danger.waitFor();
    await waitForIdlePage(page);
    await page.context().setOffline(true);
    await danger.click();
    await page.getByText(partOfText(OFFLINE_NOTE)).waitFor();
    await page
      .getByLabel(wholeText('Tu país o territorio'))
      .selectOption({ label: PERU[language] });
    expect((await headings(page))[0]).toBe(PERU[language]);
    await page.getByText(GUARD).waitFor();
    const name = `emergency-guest-${language}`;
    expect(await pageProblemsInBothModes(page, name, language)).toEqual([]);
    await page.getByRole('link', { name: wholeText('Seguir con mi pedido') }).click();
    await page.getByRole('heading', { name: wholeText('¿En qué te apoyamos?') }).waitFor();
    expect(await storedByBrowser(page)).not.toMatch(/555 0142|territory:PE/);
    expect(await traces(page)).toEqual({ workers: 0, caches: 0 });
    await page.context().close();
  },
  120_000,
);

test('An account that is not a member keeps the stored list when the connection comes and goes', async () => {
  const page = await browsers.open();
  await openSignedIn(page, product.url, 'admin1');
  await waitUntilStored(page, GUARD);
  const loadsMe = page.waitForResponse((one) => /query Me\b/.test(one.request().postData() ?? ''));
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await (await loadsMe).finished();
  await waitForIdlePage(page);
  expect(await storedByBrowser(page)).toContain(GUARD);
  await page.context().close();
}, 120_000);

const OFFLINE_NOTE =
  'Ves la lista que se cargó antes; puede haber cambiado. Para llamar hace falta señal de teléfono, no internet.';
const ANY = { name: ANY_VALUE, phone: GUARD };

async function enter(handle: string, path: string): Promise<Page> {
  const page = await browsers.open();
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app${path}`);
  await waitForIdlePage(page);
  return page;
}

test('Two administrators add a line, and one takes it off', async () => {
  const ad1 = await enter('admin1', '/admin');
  await ad1.getByRole('link', { name: /Lista de emergencia/ }).click();
  await ad1.getByRole('link', { name: 'Agregar una línea', exact: true }).click();
  await ad1.getByLabel('Número').fill('+598 19');
  await ad1.getByRole('button', { name: 'Pedir aprobación' }).click();
  await ad1.getByText('Completa este campo.').first().waitFor();
  await ad1.getByLabel('Territorio').selectOption({ label: 'Uruguay' });
  const texts = ad1.getByLabel('Español', { exact: true });
  for (const [at, text] of ['Línea Celeste', 'Amenazas a periodistas', '24 horas'].entries())
    await texts.nth(at).fill(text);
  await ad1.getByRole('checkbox', { name: 'Español' }).check();
  await ad1.getByLabel('Por qué lo pides').fill('La usamos el mes pasado.');
  await ad1.getByRole('button', { name: 'Pedir aprobación' }).click();
  await confirmWithPassword(ad1, 'también sin cuenta');
  await ad1.getByText(/Escribe el número con \+/).waitFor();
  expect(await pageProblemsInBothModes(ad1, 'emergency-form', 'es')).toEqual([]);
  await ad1.getByLabel('Número').fill('+598 2555 0199');
  await ad1.getByRole('button', { name: 'Pedir aprobación' }).click();
  await confirmWithPassword(ad1);
  await ad1.waitForURL(/approvals\/./);
  const request = ad1.url();
  await ad1.goto(`${product.url}/app/admin/emergency`);
  await ad1.getByRole('link', { name: /Línea Celeste/ }).waitFor();
  expect(await pageProblemsInBothModes(ad1, 'emergency-admin', 'es')).toEqual([]);

  const ad2 = await enter('admin2', new URL(request).pathname.replace('/app', ''));
  await ad2.getByText('+598 2555 0199').waitFor();
  expect(await pageProblemsInBothModes(ad2, 'emergency-approval', 'es')).toEqual([]);
  await ad2.getByRole('button', { name: 'Aprobar', exact: true }).click();
  await confirmWithPassword(ad2);
  await ad2.getByText('Aprobado', { exact: true }).waitFor();

  const visitor = await browsers.open();
  await visitor.goto(`${product.url}/es/support/emergency`);
  expect(await visitor.getByText('+598 2555 0199').isVisible()).toBe(true);
  await ad2.goto(`${product.url}/app/admin/emergency`);
  await ad2.getByRole('button', { name: 'Quitar: Línea Celeste' }).click();
  await ad2.getByRole('dialog').getByRole('button', { name: 'Quitar ahora' }).click();
  await ad2.getByText('Línea quitada').waitFor();
  // The page is in the cache of the browser; its script loads the current one.
  await visitor.goto(`${product.url}/es/support`);
  await visitor.goto(`${product.url}/es/support/emergency`);
  await visitor.getByText('+598 2555 0199').waitFor({ state: 'detached' });
}, 180_000);

/** The status of the public page of the list in the HTTP cache, and whether that copy has the number. */
const cachedCopy = (page: Page) =>
  page.evaluate(async (number) => {
    const copy = { cache: 'only-if-cached', mode: 'same-origin' } as const;
    const response = await fetch(location.href, copy).catch(() => undefined);
    return [response?.status, (await response?.text())?.includes(number)];
  }, GUARD);

test('A list in the cache outlasts a proxy that fails and a server that could not load the list', async () => {
  const page = await browsers.open();
  const list = `${product.url}/es/support/emergency`;
  /** Opens the page from the cache, and waits until the newer page for which it asks is refused with this status. */
  const openFromCache = async (status: number) => {
    const refused = page.waitForResponse((one) => one.url() === list && one.status() === status);
    await page.goto(list);
    await (await refused).finished();
    await waitForIdlePage(page);
    expect(await page.getByText(GUARD).isVisible()).toBe(true);
    expect(await cachedCopy(page)).toEqual([200, true]);
  };
  await page.goto(list);
  await page.getByText(GUARD).waitFor();
  await page.goto('about:blank');

  await product.end('SIGTERM');
  const proxy = createServer((_request, response) => response.writeHead(502).end('Bad gateway'));
  await once(proxy.listen(Number(new URL(product.url).port), '127.0.0.1'), 'listening');
  try {
    await openFromCache(502);
  } finally {
    proxy.closeAllConnections();
    await once(proxy.close(), 'close');
  }

  await db.query('alter table emergency_line rename to hidden_line');
  await product.restart();
  await openFromCache(503);
  const other = await browsers.open();
  await other.goto(list);
  await other.getByText(EMERGENCY_TEXT.es.unavailable).waitFor();
  expect(await pageProblemsInBothModes(other, 'emergency-unavailable', 'es')).toEqual([]);

  await db.query('alter table hidden_line rename to emergency_line');
  await waitUntil('The list is not loaded', async () => (await fetch(list)).status === 200);
  // An administrator may take the last number off; a server that loaded the list is believed.
  await db.query('delete from emergency_line');
  await product.end('SIGTERM');
  await product.restart();
  await page.goto(list);
  await page.getByText(EMERGENCY_TEXT.es.empty).waitFor();
}, 180_000);
