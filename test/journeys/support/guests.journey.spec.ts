import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { storedByBrowser } from '../../support/browser/device-storage.js';
import {
  pageProblems,
  queryApi,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { queuedMessages, sendButton, sentMessage } from '../../support/browser/screens/channel.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import { goToNextStep } from '../../support/browser/screens/support-request.js';
import { type Language, type UiText, uiTextIn } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

const PUBLIC = {
  es: { ask: 'Pedir apoyo sin cuenta', open: 'Abrir mi pedido' },
  pt: { ask: 'Pedir apoio sem conta', open: 'Abrir meu pedido' },
  en: { ask: 'Ask without an account', open: 'Open my request' },
} as const;

const FOR_WHOM = 'Una radio de tres barrios';
const GOAL = 'Cuidar las cuentas de la radio.';

/** Goes back to the goal, which is as it was written, and on to the attempts so far. */
async function goBackAndOn(page: Page, words: UiText): Promise<void> {
  const tried = page.getByRole('heading', { name: words('¿Qué has probado ya?') });
  await tried.waitFor();
  await page.getByRole('link', { name: words('Atrás'), exact: true }).click();
  await page.getByRole('heading', { name: words('¿Qué quieres lograr?') }).waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe(GOAL);
  await page.getByRole('button', { name: words('Continuar') }).click();
  await tried.waitFor();
}

/** How far an element begins below the bar of the page. */
const topUnderBar = (element: Element): number =>
  element.getBoundingClientRect().top -
  document.querySelector('.topbar')!.getBoundingClientRect().bottom;

/** Answers the questions after the first page. Returns the number of taps. */
async function answerQuestions(page: Page, words: UiText): Promise<number> {
  let taps = 0;
  const tap = async (role: 'link' | 'button', name: string) => {
    taps += 1;
    await page
      .getByRole(role, { name: words(name) })
      .first()
      .click();
  };
  await tap('link', 'No, podemos ir con calma');
  // A missing answer is said where the person sees it: the list is taller than a phone.
  await page.getByRole('button', { name: words('Continuar') }).click();
  await page.getByRole('radio').first().and(page.locator(':focus')).waitFor();
  const top = await page.locator('.field--error .error').evaluate(topUnderBar);
  expect(top).toBeGreaterThanOrEqual(0);
  taps += 1;
  await page.getByRole('radio').nth(4).check();
  await tap('button', 'Continuar');
  await page.getByRole('textbox').fill(GOAL);
  // Each question begins at its top, although the button that leads to it is below the fold.
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await tap('button', 'Continuar');
  await goBackAndOn(page, words);
  const next = async (name: string) => {
    taps += 1;
    await goToNextStep(page, words, name);
  };
  await next('Saltar'); // the attempts so far
  await page.getByRole('textbox').fill(FOR_WHOM);
  await next('Continuar');
  await next('Continuar'); // languages
  await next('Saltar'); // a safe way
  await page.getByRole('heading', { name: words('Revisa tu pedido') }).waitFor();
  return taps;
}

const QUEUED = 'Un mensaje sin señal';

/** A supporter accepts the request, and its guest writes to them without a connection. */
async function writeOffline(page: Page, words: UiText, requestId: string): Promise<void> {
  const supporter = await browsers.open();
  await setSessionCookie(supporter, product.url, 'supporter1');
  const act = (document: string, variables: object) =>
    queryApi(supporter, product.url, document, variables);
  await act('mutation ($id: ID!) { claimSupportRequest(id: $id) }', { id: requestId });
  await act('mutation ($id: ID!) { openSupportRequest(id: $id) { id } }', { id: requestId });
  await act('mutation ($input: AnswerSupportInput!) { acceptSupportRequest(input: $input) }', {
    input: { requestId, words: 'Hola.' },
  });
  await supporter.context().close();
  await page.goto(`${product.url}/app/support/${requestId}/conversation`);
  const field = page.getByRole('textbox', { name: words('Mensaje a quien te acompaña') });
  await field.waitFor();
  await page.context().setOffline(true);
  await field.fill(QUEUED);
  await sendButton(page).click();
  await queuedMessages(page, QUEUED).waitFor();
}

/** The text of a file that this button downloads. */
async function downloadBy(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  const file: Readable = await download.createReadStream();
  return { name: download.suggestedFilename(), text: (await buffer(file)).toString() };
}

/** The supporter closes the case, and its guest downloads a summary for another organisation. */
async function downloadSummary(page: Page, words: UiText, requestId: string, language: Language) {
  const link = page.getByRole('link', { name: words('Descargar un resumen') });
  await page.getByRole('heading', { name: words('El pedido') }).waitFor();
  expect(await link.count()).toBe(0);
  const supporter = await browsers.open();
  await setSessionCookie(supporter, product.url, 'supporter1');
  const close = 'mutation ($input: CloseSupportInput!) { closeSupportCase(input: $input) }';
  const input = { requestId, words: 'La defensoría sigue con esto.' };
  await queryApi(supporter, product.url, close, { input });
  await supporter.context().close();
  await link.click();
  await page.getByRole('heading', { name: words('Resumen de tu pedido') }).waitFor();
  const preview = page.getByRole('region', { name: words('Vista previa') });
  await preview.getByText(GOAL).waitFor();
  const found = await pageProblems(page, `guest-summary-${language}`, language);
  await page.getByRole('checkbox', { name: words('Idiomas') }).uncheck();
  const { name, text } = await downloadBy(page, words('Descargar el resumen'));
  expect(name).toBe(words('resumen.txt'));
  for (const part of [GOAL, input.words, words('Qué me contestaron').toLocaleUpperCase()])
    expect(text).toContain(part);
  expect(text).not.toMatch(/Teresa|Trama|supporter/);
  expect(text).not.toContain(words('Idiomas').toLocaleUpperCase());
  expect(text).not.toContain(requestId);
  await page.goBack();
  return found;
}

/** Once late, a request offers to delete it or to download a summary; before that, no summary. */
async function seeLateOptions(page: Page, words: UiText, requestId: string): Promise<void> {
  const summary = page.getByRole('link', { name: words('Descargar un resumen') });
  await page.getByRole('heading', { name: words('El pedido') }).waitFor();
  expect(await summary.count()).toBe(0);
  await db.query(`update support_request set due_at = now() - interval '1 minute' where id = $1`, [
    requestId,
  ]);
  await page.reload();
  const late = page.locator('.banner', { hasText: words('Nos estamos tardando') });
  await late.locator(`a[href$="/${requestId}/end"]`).waitFor();
  await late.locator(`a[href$="/${requestId}/summary"]`).click();
  await page.getByRole('heading', { name: words('Resumen de tu pedido') }).waitFor();
  await page.goBack();
  // One stands in the banner, the other among the pages about the request.
  await summary.nth(1).waitFor();
}

const storedDrafts = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('trama');
    const db = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result);
    });
    if (!db.objectStoreNames.contains('drafts')) return 0;
    const all = db.transaction('drafts').objectStore('drafts').count();
    return new Promise<number>((done) => {
      all.onsuccess = () => done(all.result);
    });
  });

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'A person without an account asks on a phone, saves the phrase and comes back with it (%s)',
  async (language) => {
    const words = uiTextIn(language);
    await db.query('truncate rate_limit');
    const page = await browsers.open();
    await page.goto(`${product.url}/${language}/support`);
    await page.getByRole('link', { name: PUBLIC[language].ask }).click();
    await page.getByRole('heading', { name: words('¿Hay peligro ahora?') }).waitFor();
    const taps = 1 + (await answerQuestions(page, words));
    expect(await storedDrafts(page)).toBe(0);
    const found = await pageProblems(page, `guest-check-${language}`, language);
    await page.getByRole('button', { name: words('Enviar el pedido') }).click();
    const heading = page.getByRole('heading', { name: words('Guarda la frase de tu pedido') });
    await heading.and(page.locator(':focus')).waitFor();
    found.push(...(await pageProblems(page, `guest-phrase-${language}`, language)));
    // The page is not left before the phrase is saved.
    await page.getByRole('button', { name: words('Ver mi pedido') }).click();
    await page
      .getByText(words('Copia, descarga o imprime la frase, o escribe su última palabra.'))
      .waitFor();
    await page.goBack();
    await heading.waitFor();
    const phrase = await page.locator('.receipt li').allTextContents();
    expect(phrase).toHaveLength(12);
    await page.getByRole('textbox').fill(phrase.at(-1)!.toUpperCase());
    await page.getByRole('button', { name: words('Ver mi pedido') }).click();
    // Sending, the last word and going on.
    expect(taps + 3).toBeLessThanOrEqual(16);
    await page.waitForURL(/\/app\/support\/[\w-]{36}$/);
    await page.getByRole('heading', { name: words('El pedido') }).waitFor();
    await waitForIdlePage(page);
    found.push(...(await pageProblems(page, `guest-case-${language}`, language)));
    expect(await page.getByRole('navigation').getByRole('link').count()).toBeLessThan(4);
    const caseUrl = page.url();
    const requestId = caseUrl.split('/').at(-1)!;
    await page.goto(`${product.url}/app`);
    await page.waitForURL(caseUrl);
    await seeLateOptions(page, words, requestId);
    const asked = await db.query('select requester_id as id from support_request where id = $1', [
      requestId,
    ]);
    const guestId = String(asked.rows[0].id);
    await writeOffline(page, words, requestId);
    expect(await storedByBrowser(page)).not.toMatch(
      new RegExp(`${guestId}|${requestId}|${QUEUED}`),
    );
    await page.context().setOffline(false);
    await sentMessage(page, QUEUED).waitFor();
    await page.goto(caseUrl);
    await page.getByRole('button', { name: words('Salir'), exact: true }).click();
    await page.waitForURL(`${product.url}/${language}/support/return`);

    await page.getByRole('textbox').fill(phrase.toReversed().join(' '));
    await page.getByRole('button', { name: PUBLIC[language].open }).click();
    await page.locator('#problems').waitFor();
    const typed = page.getByRole('textbox');
    expect(await typed.inputValue()).toBe(phrase.toReversed().join(' '));
    found.push(...(await pageProblems(page, `guest-refused-${language}`, language)));
    await typed.fill(phrase.join(' '));
    await page.getByRole('button', { name: PUBLIC[language].open }).click();
    await page.waitForURL(caseUrl);
    await page.getByRole('heading', { name: words('El pedido') }).waitFor();
    expect(found).toEqual([]);
    // The session ends while the page is open. The page may notice it before anything is clicked.
    await db.query('delete from session where account_id = $1', [guestId]);
    await page
      .locator(`a[href$="/${requestId}/end"]`)
      .evaluateAll(([link]: HTMLElement[]) => link?.click());
    await page.waitForURL(`${product.url}/${language}/support/return`);
    expect(await storedByBrowser(page)).not.toMatch(
      new RegExp(`${guestId}|${requestId}|${QUEUED}`),
    );
    await page.getByRole('textbox').fill(phrase.join(' '));
    await page.getByRole('button', { name: PUBLIC[language].open }).click();
    await page.waitForURL(caseUrl);
    found.push(...(await downloadSummary(page, words, requestId, language)));
    await page.goto(`${caseUrl}/end`);
    const leave = page.getByRole('button', { name: words('Salir'), exact: true });
    // On one line beside a long title.
    expect((await leave.boundingBox())!.height).toBeLessThan(48);
    await page.getByRole('button', { name: words('Borrar el pedido') }).click();
    // The page says that nothing is left, and a reload finds no session to ask for.
    const deleted = page.getByRole('heading', { name: words('Borraste el pedido') });
    await deleted.and(page.locator(':focus')).waitFor();
    found.push(...(await pageProblems(page, `guest-deleted-${language}`, language)));
    await page.getByRole('link', { name: words('Ir a la página de apoyo') }).click();
    await page.waitForURL(`${product.url}/${language}/support`);
    expect(found).toEqual([]);
    const left = await db.query('select 1 from account where id = $1', [guestId]);
    expect(left.rows).toEqual([]);
  },
  180_000,
);

test('A member who opens the form for people without an account is led to their own', async () => {
  const words = uiTextIn('es');
  await db.query(`update account set language = 'es' where email = $1`, [demoEmailOf('member3')]);
  const page = await browsers.open();
  await setSessionCookie(page, product.url, 'member3');
  await page.goto(`${product.url}/app/guest/support/ask`);
  await page
    .getByRole('status')
    .filter({ hasText: words('Pedir apoyo con mi cuenta') })
    .waitFor();
  await page.getByRole('link', { name: words('Pedir apoyo con mi cuenta') }).click();
  await page.waitForURL(`${product.url}/app/support/ask`);
  await page.getByRole('heading', { name: words('¿Hay peligro ahora?') }).waitFor();
  expect(await page.getByRole('link', { name: words('Apoyo') }).count()).toBeGreaterThan(0);
});

test('A person without an account reads whom to call while asking is paused', async () => {
  const words = uiTextIn('es');
  const page = await browsers.open();
  const form = `${product.url}/app/guest/support/ask?lang=es`;
  const question = page.getByRole('heading', { name: words('¿Hay peligro ahora?') });
  const notice = page.getByRole('status').filter({ hasText: words('A quién llamar ahora') });
  await page.goto(form);
  await question.waitFor();
  await waitForIdlePage(page);
  expect(await notice.count()).toBe(0);
  await db.query('update instance set support_paused_at = now()');
  try {
    await page.goto(form);
    await notice.getByRole('link', { name: words('A quién llamar ahora') }).click();
    await page.waitForURL(`${product.url}/app/guest/emergency`);
  } finally {
    await db.query('update instance set support_paused_at = null');
  }
  await page.goto(form);
  await question.waitFor();
  await waitForIdlePage(page);
  expect(await notice.count()).toBe(0);
});
