import type { Locator, Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import {
  pageProblemsInBothModes,
  queryApi,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import {
  playbackPosition,
  playForOneSecond,
  recordingBar,
  waitForRecordingTime,
} from '../../support/browser/screens/voice.js';
import { goToNextStep } from '../../support/browser/screens/support-request.js';
import { ANY_VALUE, type UiText, uiTextIn, wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney();

/** One requester per language, because an account may have only three open requests. */
const REQUESTERS = { es: 'steward1', pt: 'member2', en: 'member4' } as const;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sentNote = (page: Page) =>
  page.getByRole('button', {
    name: wholeText('Escuchar la nota de voz de {duration}', { duration: ANY_VALUE }),
  });
const unsentNotes = async () =>
  (await db.query('select 1 from voice_answer where request_id is null')).rowCount;

/** Answers the questions before the long ones. */
async function openLongQuestion(page: Page, url: string, words: UiText): Promise<void> {
  await page.goto(`${product.url}${url}`);
  await page.getByRole('link', { name: words('No, podemos ir con calma') }).click();
  await page.getByRole('radio').nth(4).check();
  await button(page, words('Continuar')).click();
  await page.getByRole('heading', { name: words('¿Qué quieres lograr?') }).waitFor();
}

/** Records a note after the warning, which comes once on a page, and keeps it. */
async function recordNote(page: Page, words: UiText, isWarned = true): Promise<void> {
  await button(page, words('Grabar una nota de voz')).click();
  if (isWarned) await button(page, words('Grabar igual')).click();
  await waitForRecordingTime(page, 2);
  await button(page, words('Parar')).click();
  const play = button(page, words('Escuchar la nota de voz antes de guardarla'));
  await play.waitFor();
  await playForOneSecond(play, page);
}

const isFocused = (one: Locator) =>
  waitUntil('the element does not take the focus', () =>
    one.evaluate((element) => element === document.activeElement),
  );

/** Leaves a question with an unsaved recording through the navigation, and while recording with Back. */
async function leaveAndReturn(page: Page, words: UiText): Promise<void> {
  const waits = words('Tu nota de voz sin guardar te espera en el pedido');
  const notice = page.getByRole('status').filter({ hasText: waits });
  const play = button(page, words('Escuchar la nota de voz antes de guardarla'));
  await page
    .getByRole('link', { name: words('Inicio') })
    .first()
    .click();
  await notice.waitFor();
  await page.goBack();
  await play.waitFor();
  await button(page, words('Borrar la nota de voz')).click();
  await button(page, words('Grabar una nota de voz')).click();
  await waitForRecordingTime(page, 2);
  await page.goBack();
  await notice.waitFor();
  await button(page, words('Continuar')).click();
  await play.waitFor();
}

/** Reloading would lose the recording, so the browser asks before; the person stays. */
async function stayOnReload(page: Page, words: UiText): Promise<void> {
  const asking = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => location.reload()));
  const asked = await asking;
  expect(asked.type()).toBe('beforeunload');
  await asked.dismiss();
  await button(page, words('Escuchar la nota de voz antes de guardarla')).waitFor();
}

const NOT_IN_THIS =
  'Lo que grabaste es del otro pedido y no va en este. Si lo quieres aquí, grábalo otra vez.';

const LOST_FOR_GOOD = 'Se borra lo que escribiste y lo que grabaste. No se puede recuperar.';

const isSending = (body: string | null): boolean => body?.includes('askSupportAsGuest') === true;

/** Sends a request whose answer is lost, more than an hour ago: the server has it, and changes it no longer. */
async function sendWithoutAnswer(page: Page, words: UiText): Promise<void> {
  await page.route('**/graphql', async (route) => {
    if (!isSending(route.request().postData())) return route.continue();
    await route.fetch();
    await route.abort();
  });
  const sql = `update support_request set created_at = created_at - interval '2 hours'
    where id in (select request_id from voice_answer)`;
  const lost = page.waitForEvent('requestfailed', (one) => isSending(one.postData()));
  await button(page, words('Enviar el pedido')).click();
  await lost;
  expect(await unsentNotes()).toBe(0);
  await page.unroute('**/graphql');
  await db.query(sql);
}

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'A member answers a long question with a voice note on a phone, and the supporter hears it (%s)',
  async (language) => {
    const handle = REQUESTERS[language];
    const words = uiTextIn(language);
    await db.query('update account set language = $1 where email = any($2)', [
      ...[language, [demoEmailOf(handle), demoEmailOf('supporter1')]],
    ]);
    const page = await browsers.open();
    await setSessionCookie(page, product.url, handle);
    await openLongQuestion(page, '/app/support/ask', words);
    const found: string[] = [];
    const look = async (of: Page, state: string) =>
      found.push(...(await pageProblemsInBothModes(of, `voice-${language}-${state}`, language)));
    const record = button(page, words('Grabar una nota de voz'));
    await record.click();
    const warning = page.getByRole('dialog', { name: words('Tu voz puede identificarte') });
    await warning.waitFor();
    await look(page, 'warning');
    await button(page, words('Mejor escribo')).click();
    expect(await recordingBar(page).count()).toBe(0);
    await isFocused(page.getByRole('textbox'));

    // Discarding a recording returns to the record button, and a refusal ends with its cause.
    await record.click();
    await button(page, words('Grabar igual')).click();
    await waitForRecordingTime(page, 1);
    await button(page, words('Continuar')).click();
    const refusal = page.getByRole('alert');
    await refusal.filter({ hasText: words('Para la grabación antes de seguir.') }).waitFor();
    await button(page, words('Descartar la nota de voz')).click();
    await page
      .getByRole('status')
      .filter({ hasText: words('Nota borrada') })
      .waitFor();
    await isFocused(record);
    await recordNote(page, words, false);
    expect(await refusal.count()).toBe(0);
    await look(page, 'recorded');
    await button(page, words('Continuar')).click();
    const unkept = words('Guarda la nota de voz o bórrala antes de seguir.');
    await refusal.filter({ hasText: unkept }).waitFor();
    await leaveAndReturn(page, words);
    await stayOnReload(page, words);

    // A connection that fails keeps the recording on the page.
    await page.context().setOffline(true);
    await button(page, words('Guardar la nota de voz')).click();
    await button(page, words('Reintentar')).waitFor();
    await page.context().setOffline(false);
    await button(page, words('Reintentar')).click();
    const keptNote = button(page, words('Escuchar tu nota de voz'));
    await keptNote.waitFor();
    await look(page, 'kept');

    // After a reload the note comes from the server, with the key of the draft.
    await page.reload();
    await playForOneSecond(keptNote, page);
    const isAtStart = async () => (await playbackPosition(page).inputValue()) === '0';
    await waitUntil('the player does not end', async () => {
      return (await keptNote.count()) === 1 && (await isAtStart());
    });
    expect(await playbackPosition(page).getAttribute('aria-valuetext')).toMatch(/^0:00 \w+ 0:0\d$/);
    await button(page, words('Borrar la nota de voz')).click();
    await button(page, words('Cancelar')).click();
    expect(await unsentNotes()).toBe(1);
    await button(page, words('Borrar la nota de voz')).click();
    await button(page, words('Sí, borrarla')).click();
    await isFocused(record);
    await waitUntil('the note was not deleted', async () => (await unsentNotes()) === 0);
    await recordNote(page, words);
    await button(page, words('Guardar la nota de voz')).click();
    await keptNote.waitFor();
    for (const label of ['Continuar', 'Saltar', 'Saltar', 'Saltar', 'Continuar', 'Saltar'])
      await goToNextStep(page, words, label);
    await page.getByRole('heading', { name: words('Revisa tu pedido') }).waitFor();
    await page.getByText(wholeText('Nota de voz de {duration}', { duration: ANY_VALUE })).waitFor();
    await look(page, 'check');
    await button(page, words('Enviar el pedido')).click();
    await page.getByText(words('Recibimos tu pedido')).waitFor();
    const { rows } = await db.query<{ id: string; number: number }>(
      `select r.id, r.number from support_request r join voice_answer v on v.request_id = r.id
         join account a on a.id = r.requester_id where a.email = $1`,
      [demoEmailOf(handle)],
    );
    expect(rows).toHaveLength(1);

    const supporter = await browsers.open();
    await setSessionCookie(supporter, product.url, 'supporter1');
    await supporter.goto(`${product.url}/app/cases`);
    const take = words('Tomar el pedido {number}', { number: rows[0]!.number });
    await supporter.getByRole('button', { name: take }).click();
    await playForOneSecond(sentNote(supporter), supporter);
    await look(supporter, 'case');
    const { id } = rows[0]!;
    // A supporter claims at most three requests.
    const release = 'mutation ($id: ID!) { releaseSupportRequest(id: $id) }';
    await queryApi(supporter, product.url, release, { id });
    await page.goto(`${product.url}/app/support/${id}`);
    await playForOneSecond(sentNote(page), page);
    await look(page, 'own');
    expect(found).toEqual([]);
    await Promise.all([page.context().close(), supporter.context().close()]);
  },
  240_000,
);

test('A person without an account sends a voice note, and deleting the draft deletes an unsent one', async () => {
  const words = uiTextIn('es');
  await db.query('truncate rate_limit');
  const page = await browsers.open();
  await openLongQuestion(page, '/app/guest/support/ask?lang=es', words);
  await recordNote(page, words);
  await page.route('**/uploads/voice-answers', async (route) => {
    await new Promise((done) => setTimeout(done, 1_000));
    await route.continue();
  });
  await button(page, words('Guardar la nota de voz')).click();
  // The text that is written meanwhile stays.
  await page.getByRole('textbox').fill('Y por escrito.');
  await button(page, words('Escuchar tu nota de voz')).waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe('Y por escrito.');
  await page.unroute('**/uploads/voice-answers');
  expect(await unsentNotes()).toBe(1);
  await page.getByRole('checkbox').check();
  await button(page, words('Borrar lo escrito')).click();
  const warning = page.getByRole('dialog', { name: words('¿Borrar también lo que grabaste?') });
  await warning.getByText(words(LOST_FOR_GOOD)).waitFor();
  expect(await unsentNotes()).toBe(1);
  await button(page, words('Borrar todo')).click();
  await waitUntil('the note was not deleted', async () => (await unsentNotes()) === 0);

  await openLongQuestion(page, '/app/guest/support/ask?lang=es', words);
  await recordNote(page, words);
  await button(page, words('Guardar la nota de voz')).click();
  await button(page, words('Escuchar tu nota de voz')).waitFor();
  for (const label of ['Continuar', 'Saltar', 'Saltar', 'Continuar', 'Saltar'])
    await goToNextStep(page, words, label);
  await sendWithoutAnswer(page, words);
  await button(page, words('Enviar el pedido')).click();
  await button(page, words('Enviarlo como otro pedido')).click();
  await page
    .getByRole('status')
    .filter({ hasText: words(NOT_IN_THIS) })
    .waitFor();
  await page.getByRole('link', { name: words('Qué quieres lograr'), exact: true }).click();
  await page.getByRole('heading', { name: words('¿Qué quieres lograr?') }).waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: words(NOT_IN_THIS) })
    .waitFor();
  expect(await button(page, words('Escuchar tu nota de voz')).count()).toBe(0);
  await recordNote(page, words, false);
  await button(page, words('Guardar la nota de voz')).click();
  await button(page, words('Escuchar tu nota de voz')).waitFor();
  for (const label of ['Continuar', 'Saltar', 'Saltar', 'Continuar', 'Saltar'])
    await goToNextStep(page, words, label);
  await button(page, words('Enviar el pedido')).click();
  const phrase = page.locator('.receipt li');
  await phrase.last().waitFor();
  await page.getByRole('textbox').fill((await phrase.allTextContents()).at(-1)!);
  await button(page, words('Ver mi pedido')).click();
  await page.waitForURL(/\/app\/support\/[\w-]{36}$/);
  await waitForIdlePage(page);
  await playForOneSecond(sentNote(page), page);
  await page.context().close();
}, 120_000);
