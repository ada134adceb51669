import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  openSignedIn,
  pageProblems,
  queryApi,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import { waitUntilDeleted, waitUntilStored } from '../../support/browser/device-storage.js';
import {
  answerSupportQuestions,
  answerSupportQuestionsByKeyboard,
} from '../../support/browser/screens/support-request.js';
import { tabToAndPress } from '../../support/browser/keyboard.js';
import { standsAbove } from '../../support/browser/stands-above.js';
import { anyCount, type UiText, uiTextIn } from '../../support/browser/ui-texts.js';
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

/** Teresa's languages: other requests need an interpreter. */
const SPOKEN: readonly Language[] = ['es', 'en'];

/** The supporter books the call of a request that they claimed. Returns the problems of the page. */
async function bookAsSupporter(page: Page, words: UiText, language: Language): Promise<string[]> {
  await page.getByRole('button', { name: words('Reservar una llamada') }).click();
  const refusal = words('Antes, quien pidió apoyo acepta a una persona que interprete.');
  if (!SPOKEN.includes(language)) {
    await page.getByText(refusal).waitFor();
    return [];
  }
  await page.getByRole('radio', { name: words('Ninguno me sirve') }).waitFor();
  const found = await pageProblems(page, `support-book-${language}`, language);
  await page.locator('input[name=time]').first().check();
  await page.getByRole('button', { name: words('Reservar'), exact: true }).click();
  await page.getByText(words('Reservaste la llamada')).waitFor();
  await page.getByRole('button', { name: words('Cancelar la llamada') }).waitFor();
  return found.filter((fault) => !fault.includes('Cuidar las cuentas'));
}

const QUESTION = '¿Desde cuándo pasa?';
const ANSWER = 'Desde ayer.';

/** The supporter asks before they answer, and the requester answers on the page of the request. Returns the problems of both pages. */
async function askFirst(supporter: Page, page: Page, language: Language): Promise<string[]> {
  const words = uiTextIn(language);
  await supporter.getByRole('radio', { name: words('Primero pregunto') }).check();
  await supporter.getByLabel(words('Tu pregunta')).fill(QUESTION);
  await supporter.getByRole('button', { name: words('Enviar la pregunta') }).click();
  await supporter.getByText(words('Plazo detenido')).waitFor();
  const found = await pageProblems(supporter, `support-asked-${language}`, language);
  const asked = page.getByRole('heading', { name: words('Quien lee tu pedido pregunta') });
  await asked.waitFor();
  const state = page.getByText(words('Esperamos tu respuesta'), { exact: true });
  expect(await standsAbove(asked, state)).toBe(true);
  await page.getByLabel(words('Tu respuesta')).fill(ANSWER);
  found.push(...(await pageProblems(page, `support-question-${language}`, language)));
  await page.getByRole('button', { name: words('Enviar mi respuesta') }).click();
  await page.getByRole('heading', { name: words('Lo que te preguntaron') }).waitFor();
  await supporter.getByText(ANSWER).waitFor();
  return found.filter((fault) => ![QUESTION, ANSWER].some((text) => fault.includes(text)));
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
    await page.goto(`${product.url}/app/support/${request!.id}`);
    const asked = await askFirst(supporter, page, language);
    found.push(...asked.filter((fault) => !fault.includes('Cuidar las cuentas')));
    found.push(...(await bookAsSupporter(supporter, words, language)));
    await supporter.getByLabel(words('Tu mensaje')).fill('Hola.');
    await supporter.getByRole('button', { name: words('Aceptar el pedido') }).click();
    await supporter.getByText(words('Lo que respondiste')).waitFor();
    await page.getByText('Teresa N.').first().waitFor();
    // The booked call comes next.
    const step = SPOKEN.includes(language) ? 'Llamada' : 'En marcha';
    for (const one of [page, supporter])
      await one.locator('[aria-current=step]', { hasText: words(step) }).waitFor();
    // Opened twice: before the question, and after the answer.
    await page.getByText(words('Para contestarlo')).nth(1).waitFor();
    found.push(
      ...(await pageProblems(page, `support-answered-${language}`, language)).filter(
        (fault) => !/Cuidar las cuentas|Hola|Desde ayer|Desde cuándo/.test(fault),
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

/** The home page of an account that is no member. */
async function openHome(handle: string, language: Language) {
  await speak(handle, language);
  const page = await browsers.open();
  await openSignedIn(page, product.url, handle);
  await waitForIdlePage(page);
  const main = page.getByRole('main');
  return { page, main, rows: main.getByRole('link') };
}

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'The home page shows a suspended requester their news, and an administrator that requests are late (%s)',
  async (language) => {
    const words = uiTextIn(language);
    const suspended = [demoEmailOf('steward2')];
    await db.query(`update account set standing = 'suspended' where email = $1`, suspended);
    const requester = await openHome('steward2', language);
    const news = requester.main.getByRole('link', { name: anyCount(NEWS) });
    await news.waitFor();
    const found = await pageProblems(requester.page, `home-suspended-${language}`, language);
    await db.query(
      `update support_request set news_at = null from account a
       where a.id = requester_id and a.email = $1`,
      suspended,
    );
    await requester.page.reload();
    await requester.main.getByRole('link', { name: words('Tus datos') }).waitFor();
    await waitForIdlePage(requester.page);
    expect(await news.count()).toBe(0);
    await db.query(`update account set standing = 'member' where email = $1`, suspended);

    // The urgent request of the demo is late an hour after the demo was made.
    await db.query(
      `update support_request set due_at = now() + interval '1 day', overdue_told_at = null
       where due_at < now() + interval '1 day'`,
    );
    const late = { hasText: words('Hay pedidos de apoyo atrasados o por atrasarse') };
    const administrator = await openHome('admin1', language);
    await administrator.rows.filter({ hasText: words('Administración') }).waitFor();
    expect(await administrator.rows.filter(late).count()).toBe(0);
    const changed = await db.query<{ id: string; due_at: Date }>(
      `with one as (select id, due_at from support_request where stage = 'waiting'
         and left_at is null and asked_at is null order by due_at desc limit 1)
       update support_request r set due_at = now() from one where one.id = r.id
       returning one.id, one.due_at`,
    );
    await administrator.page.reload();
    await administrator.rows.filter(late).waitFor();
    found.push(...(await pageProblems(administrator.page, `home-late-${language}`, language)));
    await administrator.rows.filter(late).click();
    await administrator.page.waitForURL('**/admin/settings');
    for (const { id, due_at } of changed.rows)
      await db.query('update support_request set due_at = $2 where id = $1', [id, due_at]);
    expect(found).toEqual([]);
    await Promise.all([requester, administrator].map(({ page }) => page.context().close()));
  },
  120_000,
);

const NEWS =
  '{news, plural, one {Hay novedades en tu pedido de apoyo} other {Hay novedades en # pedidos de apoyo}}';

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

test('A supporter refers a request elsewhere, and its requester reads where to look', async () => {
  const words = uiTextIn('es');
  await Promise.all(['member3', 'supporter1'].map((handle) => speak(handle, 'es')));
  const [page, supporter] = [await browsers.open(), await browsers.open()];
  await setSessionCookie(page, product.url, 'member3');
  await setSessionCookie(supporter, product.url, 'supporter1');
  const ask = 'mutation ($input: AskSupportInput!) { askSupport(input: $input) { id } }';
  const input = { sendKey: crypto.randomUUID(), danger: 'no', kind: 'care' };
  type Asked = { readonly askSupport: { readonly id: string } };
  const { askSupport } = await queryApi<Asked>(page, product.url, ask, {
    input: { ...input, languages: ['language:es'] },
  });
  const claim = 'mutation ($id: ID!) { claimSupportRequest(id: $id) }';
  await queryApi(supporter, product.url, claim, askSupport);
  await supporter.goto(`${product.url}/app/cases/${askSupport.id}`);
  await supporter.getByRole('radio', { name: words('Lo derivo a otro lugar') }).check();
  const [place, message] = ['La red de archivos.', 'Saben más de esto.'];
  await supporter.getByLabel(words('Tu mensaje')).fill(message);
  const send = supporter.getByRole('button', { name: words('Enviar la respuesta') });
  await send.click();
  const alternatives = supporter.getByLabel(words('Dónde más puede buscar'));
  // A referral without a place is refused.
  await alternatives.and(supporter.locator('[aria-invalid=true]')).waitFor();
  await alternatives.fill(place);
  await send.click();
  await supporter.waitForURL(`${product.url}/app/cases`);
  await page.goto(`${product.url}/app/support/${askSupport.id}`);
  for (const text of [place, message, words('Otras personas pueden ayudar mejor con esto')])
    await page.getByText(text, { exact: true }).waitFor();
  await Promise.all([page.context().close(), supporter.context().close()]);
}, 120_000);

test('A member asks by keyboard; a refused request stays refused after a reload, and its author puts it back into the form', async () => {
  const handle = 'moderator3';
  await speak(handle, 'es');
  const words = uiTextIn('es');
  const page = await browsers.open();
  await openSignedIn(page, product.url, handle);
  await waitForIdlePage(page);
  await answerSupportQuestionsByKeyboard(page, words, 'Otra vez.');
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
  await tabToAndPress(page, page.getByRole('button', { name: words('Enviar el pedido') }));
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
  await page.getByRole('heading', { name: words('¿Hay alguien que no deba leerlo?') }).waitFor();
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
