import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { holdAnswer } from '../../support/browser/hold-answer.js';
import {
  pageProblems,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import {
  message,
  messages,
  queuedMessages,
  sendButton,
  sentMessage,
} from '../../support/browser/screens/channel.js';
import { type Language, type UiText, uiTextIn } from '../../support/browser/ui-texts.js';
import { tabToAndChoose, tabToAndPress } from '../../support/browser/keyboard.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

/** The accepted cases of a member, the one that was accepted last first. */
const casesOf = async (handle: string) =>
  (
    await db.query<{ id: string }>(
      `select r.id from support_request r join account a on a.id = r.requester_id
       where a.email = $1 and r.stage = 'accepted' order by r.accepted_at desc`,
      [demoEmailOf(handle)],
    )
  ).rows;

async function openAs(
  handle: string,
  language: string,
  path: string,
  timezoneId: string,
): Promise<Page> {
  await db.query('update account set language = $1 where email = $2', [
    language,
    demoEmailOf(handle),
  ]);
  const page = await browsers.open({ timezoneId });
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app${path}`);
  await waitForIdlePage(page);
  return page;
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text);
  await sendButton(page).click();
}

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'A requester and a supporter write and share links in a case, and only the supporter sees internal notes and tasks (%s)',
  async (language) => {
    const words = uiTextIn(language);
    const [request] = await casesOf('member1');
    const path = `/${request!.id}/conversation`;
    const earlier = 'update support_request set earlier_replies = array[reply] where id = $1';
    await db.query(earlier, [request!.id]);
    const requester = await openAs('member1', language, `/support${path}`, 'America/Lima');
    const supporter = await openAs('supporter1', language, `/cases${path}`, 'America/Lima');
    const found = await pageProblems(requester, `thread-${language}`, language);
    const answer = words('Respuesta al pedido, el {day}', { day: '' }).trim();
    for (const page of [requester, supporter])
      await page.getByRole('article').filter({ hasText: answer }).nth(1).waitFor();
    await expectOneAvatar(requester, 'Teresa N.');

    await requester.context().setOffline(true);
    await write(requester, words('Mensaje a quien te acompaña'), 'Ya cambiamos la clave');
    await queuedMessages(requester, 'Ya cambiamos la clave').waitFor();
    await requester.context().setOffline(false);
    await message(supporter, 'Ya cambiamos la clave').waitFor();

    await insertTemplate(supporter, language, found);
    await supporter.getByRole('link', { name: words('Notas internas') }).click();
    await write(supporter, words('Nota interna'), 'Falta la segunda cuenta');
    await sentMessage(supporter, 'Falta la segunda cuenta').waitFor();
    found.push(...(await pageProblems(supporter, `internal-${language}`, language)));
    await shareTask(supporter, request!.id, language, found);
    await shareLink({ supporter, requester }, request!.id, language, found);
    expect(found).toEqual([]);

    await requester.goto(`${product.url}/app/support${path}`);
    await message(requester, 'Ya cambiamos la clave').waitFor();
    expect(await messages(requester, 'Falta la segunda cuenta').count()).toBe(0);
    await requester.goto(`${product.url}/app/cases/${request!.id}/internal`);
    await requester.getByRole('heading', { name: words('No encontramos esa página') }).waitFor();
  },
  120_000,
);

/** The answer before the messages has the avatar that its author has beside them. */
async function expectOneAvatar(page: Page, name: string): Promise<void> {
  const avatars = page.getByRole('article').filter({ hasText: name }).locator('.av');
  const looks = await avatars.evaluateAll((all) => all.map(({ className }) => className));
  expect(looks.length).toBeGreaterThan(1);
  expect(new Set(looks).size).toBe(1);
}

/**
 * Opens the templates by the key `/` and closes them, which leaves the key in the box. Then inserts one in place of the
 * key, and deletes it again.
 */
async function insertTemplate(page: Page, language: Language, found: string[]): Promise<void> {
  const words = uiTextIn(language);
  const sheet = page.getByRole('dialog');
  const box = page.getByRole('textbox', { name: words('Mensaje a quien pidió apoyo') });
  expect(await box.getAttribute('placeholder')).toBe(words('/: plantillas'));
  await box.press('/');
  await sheet.waitFor();
  await page.keyboard.press('Escape');
  await box.and(page.locator(':focus')).waitFor();
  expect(await box.inputValue()).toBe('/');
  await page.getByRole('button', { name: words('Empezar con una plantilla') }).click();
  const spanish = sheet.getByText('¿Quién más usa esa cuenta');
  await spanish.waitFor();
  found.push(...(await pageProblems(page, `template-${language}`, language)));
  await sheet.getByRole('button', { name: 'English' }).click();
  await sheet
    .getByRole('button', { name: words('Usar esta plantilla') })
    .first()
    .click();
  await box.and(page.locator(':focus')).waitFor();
  expect(await box.inputValue()).toMatch(/^Who else .*No names, please/);
  await box.fill('');
}

/** Adds a task with a person and a day, marks it as done, opens it again and removes it. Then opens the templates. */
async function shareTask(page: Page, id: string, language: Language, found: string[]) {
  const words = uiTextIn(language);
  const text = 'Pedir el segundo teléfono';
  const task = page.getByRole('checkbox', { name: words('Hecho: {text}', { text }) });
  await page.goto(`${product.url}/app/cases/${id}`);
  await foldClosingForm(page, words);
  await page.getByRole('button', { name: words('Sumar un pendiente') }).click();
  await page.getByRole('textbox', { name: words('Qué hay que hacer') }).fill(text);
  await page.getByRole('combobox', { name: words('Quién lo hace') }).selectOption({ index: 1 });
  await page.getByLabel(words('Para qué día')).fill('2031-05-04');
  found.push(...(await pageProblems(page, `task-form-${language}`, language)));
  await page.getByRole('button', { name: words('Guardar el pendiente') }).click();
  await task.check();
  // The focus is not lost with the task, which moves to the folded list.
  await page.locator(':focus').waitFor();
  await page.getByText(words('Hechos: {0}', { 0: 2 })).click();
  await task.and(page.locator('details *')).uncheck();
  await page.getByText('2031').waitFor();
  found.push(...(await pageProblems(page, `tasks-${language}`, language)));
  await page.getByRole('button', { name: words('Cambiar el pendiente: {text}', { text }) }).click();
  await page.getByRole('button', { name: words('Quitar el pendiente: {text}', { text }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('Quitar'), exact: true }).click();
  await task.waitFor({ state: 'detached' });
  await page.goto(`${product.url}/app/cases`);
  await page.getByRole('link', { name: words('Plantillas') }).click();
  await page.getByRole('heading', { name: words('Para sugerir otro lugar') }).waitFor();
  found.push(...(await pageProblems(page, `templates-${language}`, language)));
}

/** The form that closes the case is behind a button, adds a template to what was written, and goes back behind the button. */
async function foldClosingForm(page: Page, words: UiText): Promise<void> {
  const closing = page.getByRole('textbox', { name: words('Mensaje de cierre') });
  await page.getByRole('button', { name: words('Cerrar el caso') }).click();
  await page.locator('h3:focus', { hasText: words('Cerrar el caso') }).waitFor();
  await closing.fill('Gracias por escribir.');
  await page.getByRole('button', { name: words('Empezar con una plantilla') }).click();
  await page.getByRole('button', { name: words('Usar esta plantilla') }).click();
  await closing.and(page.locator(':focus')).waitFor();
  expect(await closing.inputValue()).toMatch(/^Gracias por escribir\.\n\nEsto lo hace mejor/);
  await page.getByRole('button', { name: words('Cancelar'), exact: true }).click();
  await closing.waitFor({ state: 'detached' });
}

interface Sides {
  supporter: Page;
  requester: Page;
}

/** A supporter adds a link, after one without https is refused. The requester opens it in their case and removes it for both. */
async function shareLink(
  { supporter, requester }: Sides,
  id: string,
  language: Language,
  found: string[],
): Promise<void> {
  const words = uiTextIn(language);
  const name = 'Pasos del correo';
  await supporter.goto(`${product.url}/app/cases/${id}`);
  await requester.goto(`${product.url}/app/support/${id}`);
  await supporter.getByRole('button', { name: words('Sumar un enlace') }).click();
  await supporter.getByRole('textbox', { name: words('Nombre del enlace') }).fill(name);
  const address = supporter.getByRole('textbox', { name: words('Dirección') });
  await address.fill('http://guía.example/pasos');
  const save = supporter.getByRole('button', { name: words('Sumar el enlace') });
  await save.click();
  await supporter.locator('.field--error').waitFor();
  found.push(...(await pageProblems(supporter, `link-form-${language}`, language)));
  await address.fill('https://guía.example/pasos');
  await save.click();
  const [ofSupporter, link] = [supporter, requester].map((page) =>
    page.getByRole('link', { name }),
  );
  await ofSupporter!.waitFor();
  await supporter.getByText(words('Enlace sumado')).waitFor();
  await supporter.locator(':focus', { hasText: words('Sumar un enlace') }).waitFor();
  await link!.waitFor();
  expect(await link!.getAttribute('href')).toBe('https://xn--gua-sma.example/pasos');
  expect(await link!.getAttribute('rel')).toBe('noreferrer noopener');
  await requester.getByText('xn--gua-sma.example', { exact: true }).waitFor();
  found.push(...(await pageProblems(requester, `links-${language}`, language)));
  const remove = words('Quitar el enlace: {name}', { name });
  await requester.getByRole('button', { name: remove }).click();
  const dialog = requester.getByRole('dialog');
  await dialog.getByRole('button', { name: words('Quitar'), exact: true }).click();
  await link!.waitFor({ state: 'detached' });
  await ofSupporter!.waitFor({ state: 'detached' });
}

/** Books the first time that is offered. Returns the number of taps after the page of the request. */
async function book(page: Page, words: UiText): Promise<number> {
  await page.getByRole('link', { name: words('Reservar la primera llamada') }).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: words('Reservar') }).click();
  await page.getByText(words('Reservaste la llamada')).waitFor();
  return 3;
}

/** The same by keyboard only: Enter on a chosen time books it. */
async function bookByKeyboard(page: Page, words: UiText): Promise<void> {
  const way = page.getByRole('link', { name: words('Reservar la primera llamada') });
  await tabToAndPress(page, way);
  const times = page.getByRole('radio');
  await tabToAndChoose(page, times, times.nth(1));
  await page.keyboard.press('Enter');
  await page.getByText(words('Reservaste la llamada')).waitFor();
}

test.each([
  ['pt', 'America/Mexico_City', 'requester'],
  // A browser that hides the zone of its device.
  ['es', 'UTC', 'supporter'],
] as const)(
  'A requester books a call, in three taps or by keyboard, and moves it (%s, %s), and the %s cancels it',
  async (language, zone, canceller) => {
    const words = uiTextIn(language);
    const { id } = (await casesOf('member1')).at(-1)!;
    const page = await openAs('member1', language, `/support/${id}`, zone);
    if (language === 'pt') expect(await book(page, words)).toBeLessThanOrEqual(4);
    else await bookByKeyboard(page, words);
    const found = await pageProblems(page, `call-${language}`, language);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const supporter = await openAs('supporter1', language, '/cases', 'America/Lima');
    await supporter.locator(`a[href$="/cases/${id}"]`).first().waitFor();

    await page.getByRole('button', { name: words('Cambiar la hora') }).click();
    await page.getByRole('radio').nth(1).check();
    await page.getByRole('button', { name: words('Cambiar a esta hora') }).click();
    await page.getByText(words('Cambiaste la hora')).waitFor();
    const by = canceller === 'supporter' ? supporter : page;
    if (by === supporter) await supporter.goto(`${product.url}/app/cases/${id}`);
    const cancel = by.getByRole('button', { name: words('Cancelar la llamada') });
    await cancel.click();
    found.push(...(await pageProblems(by, `call-cancel-${language}`, language)));
    await cancel.click();
    await by.getByText(words('Cancelaste la llamada')).waitFor();
    await page.goto(`${product.url}/app/support/${id}`);
    await page.getByRole('link', { name: words('Reservar la primera llamada') }).waitFor();
    const told = page.getByText(words('Podrás reservar otra con quien acompañe tu caso.'));
    expect(await told.count()).toBe(canceller === 'supporter' ? 1 : 0);
    expect(found).toEqual([]);
  },
  120_000,
);

test('A supporter who leaves the date of an exception blank reads what is missing, and loses nothing', async () => {
  const words = uiTextIn('es');
  const page = await openAs('supporter2', 'es', '/cases/hours', 'America/Sao_Paulo');
  await page.getByRole('button', { name: words('Agregar otro día') }).click();
  await page.getByRole('button', { name: words('Guardar') }).click();
  const date = page.getByLabel(words('Fecha'));
  await date.and(page.locator('[aria-invalid=true]:focus')).waitFor();
  await date.fill('2031-12-25');
  await page.getByRole('button', { name: words('Guardar') }).click();
  await page.getByText(words('Quedó guardado')).waitFor();
  await page.reload();
  await waitForIdlePage(page);
  expect(await date.inputValue()).toBe('2031-12-25');
});

test('The box for a message moves neither up nor down while the messages and the hints of a thread and of a channel arrive', async () => {
  const [request] = await casesOf('member1');
  const page = await openAs('member1', 'es', '', 'America/Lima');
  const showMessages = await holdAnswer(page, 'query History');
  await page.goto(`${product.url}/app/support/${request!.id}/conversation`);
  const top = async () => (await page.getByRole('textbox').boundingBox())?.y;
  const before = await top();
  showMessages();
  await messages(page).first().waitFor();
  await waitForIdlePage(page);
  expect(await top()).toBe(before);

  const { promise: released, resolve: showHints } = Promise.withResolvers<void>();
  await page.route('**/assets/lazy-components-chunk*', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${product.url}/app/channels`);
  await page.getByRole('link', { name: /Verificación/ }).click();
  await messages(page).first().waitFor();
  const early = await top();
  showHints();
  await page.getByText('Se borra en 365 días').waitFor();
  await waitForIdlePage(page);
  expect(await top()).toBe(early);
  await page.context().close();
}, 60_000);
