import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  openSignedIn,
  pageProblems,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import { waitUntilDeleted, waitUntilStored } from '../../support/browser/device-storage.js';
import { answerSupportQuestions } from '../../support/browser/screens/support-request.js';
import { standsAbove } from '../../support/browser/stands-above.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ allowsServiceWorker: true });

/** One requester per language, because an account may have only three open requests. */
const REQUESTERS = { es: 'steward1', pt: 'member2', en: 'member4' } as const;
type Language = keyof typeof REQUESTERS;

const speak = (handle: string, language: Language) =>
  db.query('update account set language = $1 where email = $2', [language, demoEmailOf(handle)]);

const requestsOf = async (handle: string) =>
  (
    await db.query<{ id: string; number: number }>(
      `select r.id, r.number from support_request r join account a on a.id = r.requester_id
       where a.email = $1 order by r.created_at desc`,
      [demoEmailOf(handle)],
    )
  ).rows;

/** The supporter goes on duty on Sundays and off again. Returns the problems of the page. */
async function changeOwnDays(page: Page, language: Language): Promise<string[]> {
  const words = uiTextIn(language);
  await page.getByRole('link', { name: words('Guardia') }).click();
  const week = page.getByRole('list', { name: words('Quién está de guardia') });
  const sunday = week.getByRole('listitem').last();
  const ownDays = page.getByRole('group', { name: words('Tus días de guardia') });
  for (const name of ['Teresa N.', words('Nadie')]) {
    await ownDays.getByRole('checkbox').last().press('Space');
    await page.getByRole('button', { name: words('Guardar') }).click();
    await sunday.getByText(name).waitFor();
  }
  expect(await week.getByText(words('Hoy'), { exact: true }).count()).toBe(1);
  const found = await pageProblems(page, `support-rota-${language}`, language);
  await page.goto(`${product.url}/app/cases`);
  return found;
}

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'A member asks for support on a phone, and a supporter answers (%s)',
  async (language) => {
    const handle = REQUESTERS[language];
    const words = uiTextIn(language);
    await Promise.all([speak(handle, language), speak('supporter1', language)]);
    const before = (await requestsOf(handle)).length;
    const page = await browsers.open();
    await openSignedIn(page, product.url, handle);
    await waitForIdlePage(page);
    const taps = await answerSupportQuestions(page, words, 'Cuidar las cuentas.');
    expect(taps + 1).toBeLessThanOrEqual(16);
    const found = await pageProblems(page, `support-check-${language}`, language);
    await page.getByRole('button', { name: words('Enviar el pedido') }).click();
    await page.getByText(words('Recibimos tu pedido')).waitFor();
    const sent = page.getByRole('heading', { name: words('Tu pedido ya está en la cola') });
    await sent.and(page.locator(':focus')).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const [request, ...others] = await requestsOf(handle);
    expect(others).toHaveLength(before);
    const supporter = await browsers.open();
    await setSessionCookie(supporter, product.url, 'supporter1');
    await supporter.goto(`${product.url}/app/cases`);
    found.push(...(await changeOwnDays(supporter, language)));
    const take = words('Tomar el pedido {number}', { number: request!.number });
    const waiting = supporter.getByRole('button', { name: take });
    const own = supporter.getByRole('heading', { name: words('Tus casos') });
    expect(await standsAbove(own, waiting)).toBe(true);
    await waiting.click();
    await supporter.getByText('Cuidar las cuentas.').waitFor();
    found.push(
      ...(await pageProblems(supporter, `support-case-${language}`, language)).filter(
        (fault) => !fault.includes('Cuidar las cuentas'),
      ),
    );
    await supporter.getByLabel(words('Tu mensaje')).fill('Hola.');
    await supporter.getByRole('button', { name: words('Aceptar el pedido') }).click();
    await supporter.getByText(words('Lo que respondiste')).waitFor();
    await page.goto(`${product.url}/app/support/${request!.id}`);
    await page.getByText('Teresa N.').first().waitFor();
    await page.getByText(words('Para contestarlo')).waitFor();
    found.push(
      ...(await pageProblems(page, `support-answered-${language}`, language)).filter(
        (fault) => !/Cuidar las cuentas|Hola/.test(fault),
      ),
    );
    await page.getByRole('button', { name: words('Agregar una forma segura') }).click();
    await page.getByLabel(words('Una forma segura')).fill('Por la radio.');
    await page.getByRole('button', { name: words('Guardar') }).click();
    await supporter.getByText('Por la radio.').waitFor();
    expect(found).toEqual([]);
    await Promise.all([page.context().close(), supporter.context().close()]);
  },
  240_000,
);

test('A request sent offline is stored on the device and sent when the connection returns', async () => {
  const handle = 'member3';
  await speak(handle, 'es');
  const words = uiTextIn('es');
  const page = await browsers.open();
  await openSignedIn(page, product.url, handle);
  await waitForIdlePage(page);
  await answerSupportQuestions(page, words, 'Sin señal.');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: words('Enviar el pedido') }).click();
  await page.getByText(/Sin señal\. Quedó guardado/).waitFor();
  expect(await requestsOf(handle)).toHaveLength(0);
  await page.context().setOffline(false);
  await waitUntil('the request was not sent', async () => (await requestsOf(handle)).length === 1);
  await page.context().close();
}, 120_000);

test('A refused request stays refused after a reload, and its author puts it back into the form', async () => {
  const handle = 'moderator3';
  await speak(handle, 'es');
  const words = uiTextIn('es');
  const page = await browsers.open();
  await openSignedIn(page, product.url, handle);
  await waitForIdlePage(page);
  await answerSupportQuestions(page, words, 'Otra vez.');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: words('Enviar el pedido') }).click();
  await page.getByText(/Sin señal\. Quedó guardado/).waitFor();
  await db.query('update instance set support_paused_at = now()');
  await page.context().setOffline(false);
  const restore = page.getByRole('button', { name: words('Volver a ponerlo en el formulario') });
  await restore.waitFor();
  await page.getByText('Otra vez.').waitFor();
  await db.query('update instance set support_paused_at = null');
  await page.reload();
  await restore.click();
  await page.getByRole('heading', { name: words('Revisa tu pedido') }).waitFor();
  expect(await requestsOf(handle)).toHaveLength(0);
  await page.getByRole('button', { name: words('Enviar el pedido') }).click();
  await page.getByText(words('Recibimos tu pedido')).waitFor();
  expect(await requestsOf(handle)).toHaveLength(1);
  await waitUntilDeleted(page, 'Otra vez.');
  await page.context().close();
}, 120_000);

test('The device deletes a draft a day after its last change, without the form', async () => {
  const page = await browsers.open();
  await speak('member3', 'es');
  await openSignedIn(page, product.url, 'member3');
  await waitForIdlePage(page);
  await answerSupportQuestions(page, uiTextIn('es'), 'Un borrador.');
  await waitUntilStored(page, 'Un borrador.');
  await page.goto(`${product.url}/app`);
  const words = uiTextIn('es');
  await page.getByRole('link', { name: words('Termina tu pedido de apoyo') }).click();
  await page.getByRole('heading', { name: words('¿Qué has probado ya?') }).waitFor();
  await page.evaluate(expireDrafts);
  await page.goto(`${product.url}/app/support`);
  await waitUntilDeleted(page, 'Un borrador.');
  await page.context().close();
}, 120_000);

/** Runs in the page. Sets the expiry time of every stored draft to the past. */
function expireDrafts(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('trama');
    opening.addEventListener('success', () => {
      const change = opening.result.transaction('drafts', 'readwrite');
      const cursor = change.objectStore('drafts').openCursor();
      cursor.addEventListener('success', () => {
        if (!cursor.result) return;
        cursor.result.update({ ...cursor.result.value, expiresAt: '2020-01-01T00:00:00Z' });
        cursor.result.continue();
      });
      change.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}
