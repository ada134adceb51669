import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  pageProblems,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import {
  answerSupportQuestions,
  countTaps,
} from '../../support/browser/screens/support-request.js';
import { standsAbove } from '../../support/browser/stands-above.js';
import { type UiText, uiTextIn } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

/** Each requester asks in their own language, from another city than the one of their supporter, who speaks another language. */
const VARIANTS = [
  { language: 'es', zone: 'America/Lima', city: 'Lima', requester: 'steward1', spoken: 'pt' },
  {
    language: 'pt',
    zone: 'America/Sao_Paulo',
    city: 'São Paulo',
    requester: 'moderator3',
    spoken: 'es',
  },
  {
    language: 'en',
    zone: 'America/Mexico_City',
    city: 'Ciudad de México',
    requester: 'member4',
    spoken: 'es',
  },
] as const;
const [HELPER, INTERPRETER] = ['supporter1', 'davi'];
/** The cities that the supporter and the interpreter stored with their hours. */
const [HELPER_CITY, INTERPRETER_CITY] = ['Bogotá', 'São Paulo'];
const GOAL = 'Cuidar las cuentas de la radio.';
const LINK = 'https://meet.trama.example/una-sala';
const CLOSING = 'Vuelve a pedirlo en marzo.';

useJourney({
  prepare: async () => {
    const of = 'where account_id = (select id from account where email = $1)';
    await db.query(
      `update call_availability set languages = '{language:es,language:pt,language:en}' ${of}`,
      [demoEmailOf(INTERPRETER)],
    );
    await db.query(
      `update call_availability set zone = 'America/Bogota', shown_zone = 'America/Bogota' ${of}`,
      [demoEmailOf(HELPER)],
    );
  },
});

interface Asked {
  readonly id: string;
  readonly number: number;
}

async function openAs(handle: string, language: string, path: string, timezoneId: string) {
  const speaking = [demoEmailOf(handle), language];
  await db.query('update account set language = $2 where email = $1', speaking);
  const page = await browsers.open({ timezoneId });
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app${path}`);
  await waitForIdlePage(page);
  return page;
}

/** Moves the booked call of a request to this many minutes from now. */
const moveCall = (requestId: string, minutes: number) =>
  db.query(
    `with moved as (
       update introductory_call set starts_at = now() + make_interval(mins => $2),
         ends_at = now() + make_interval(mins => $2 + 40),
         blocked_until = now() + make_interval(mins => $2 + 55)
       where request_id = $1 and state = 'booked' returning request_id, ends_at)
     update support_request r set call_ends_at = m.ends_at from moved m where r.id = m.request_id`,
    [requestId, minutes],
  );

async function ask(page: Page, words: UiText, handle: string) {
  const taps = (await answerSupportQuestions(page, words, GOAL)) + 1;
  await page.getByRole('button', { name: words('Enviar el pedido') }).click();
  await page.getByText(words('Recibimos tu pedido')).waitFor();
  const { rows } = await db.query<Asked>(
    `select r.id, r.number from support_request r join account a on a.id = r.requester_id
     where a.email = $1 order by r.created_at desc limit 1`,
    [demoEmailOf(handle)],
  );
  return { ...rows[0]!, taps };
}

async function accept(page: Page, words: UiText, number: number): Promise<void> {
  await page.getByRole('button', { name: words('Tomar el pedido {number}', { number }) }).click();
  await page.getByLabel(words('Tu mensaje')).fill('Hola.');
  await page.getByRole('button', { name: words('Aceptar el pedido') }).click();
  await page.getByText(words('Lo que respondiste')).waitFor();
}

/** Agrees to the interpreter and books. Returns the number of taps after the page of the request, and the problems. */
async function book(page: Page, words: UiText, language: string) {
  const { tap, taps } = countTaps(page, words);
  await tap('link', 'Reservar la primera llamada');
  const offer = words('Con intérprete: {name}', { name: 'Davi' });
  await page.getByRole('heading', { name: offer }).waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  const found = await pageProblems(page, `interpreter-${language}`, language);
  await tap('button', 'De acuerdo, que venga {name}', { name: 'Davi' });
  // The first of the times can be within a day, and then the call already stands above the conversation.
  await page.getByRole('radio').nth(3).check();
  await tap('button', 'Reservar');
  await page.getByText(words('Reservaste la llamada')).waitFor();
  return { taps: taps() + 1, found };
}

/** On a device that tells no city, each page of the requester shows the call in the zone of the booking. */
async function expectOneZone(handle: string, language: string, { id }: Asked, city: string) {
  const page = await openAs(handle, language, `/support/${id}`, 'UTC');
  const cities = new RegExp(` ${city} · .* ${HELPER_CITY}`);
  const call = page.locator(`a[href$="/support/${id}/call"]`);
  await call.getByText(cities).waitFor();
  await call.click();
  await call.waitFor({ state: 'detached' });
  await page.getByRole('main').getByText(cities).first().waitFor();
  await page.context().close();
}

/** The page of the interpreter shows no word of the case, and the pages of the case are closed to them. */
async function expectNoCase(page: Page, words: UiText, { id, number }: Asked): Promise<void> {
  const text = await page.getByRole('main').innerText();
  for (const secret of [GOAL, String(number), 'Teresa']) expect(text).not.toContain(secret);
  for (const path of [`/support/${id}`, `/support/${id}/call`, `/cases/${id}`]) {
    await page.goto(`${product.url}/app${path}`);
    const isCase = path.startsWith('/cases');
    const refusal = isCase ? 'Ya no está en tus manos' : 'No encontramos esa página';
    await page.getByRole('heading', { name: words(refusal) }).waitFor();
  }
  await page.goto(`${product.url}/app/support/interpreting`);
  await waitForIdlePage(page);
}

/** The supporter records that the call changes nothing now, which closes the case. */
async function closeByOutcome(page: Page, words: UiText, language: string): Promise<string[]> {
  await page.getByRole('radio', { name: words('Ahora no') }).check();
  await page.getByText(words('El caso se cierra y ya no podrás abrirlo')).waitFor();
  await page.getByLabel(words('Tu mensaje')).fill(CLOSING);
  await page.getByLabel(words('Desde cuándo puede volver a pedir')).fill('2031-03-01');
  const found = await pageProblems(page, `call-outcome-${language}`, language);
  await page.getByRole('button', { name: words('Guardar el resultado') }).click();
  await page.getByText(words('Respuesta enviada')).waitFor();
  await page.waitForURL(`${product.url}/app/cases`);
  return found.filter((fault) => !fault.includes(GOAL));
}

/** The requester reads how the case ended, deletes it, and finds the receipt. */
async function deleteForReceipt(page: Page, words: UiText, { id }: Asked): Promise<void> {
  await page.getByRole('heading', { name: words('Cómo terminó') }).waitFor();
  await page.getByText(CLOSING).waitFor();
  await page.getByText(/2031/).waitFor();
  await page.locator(`a[href$="/support/${id}/end"]`).click();
  await page.getByRole('button', { name: words('Borrar el pedido') }).click();
  await page.getByText(words('Borraste el pedido')).waitFor();
  await page.goto(`${product.url}/app/me/data`);
  const receipts = page.getByRole('region', { name: words('Lo que ya se destruyó') });
  await receipts.getByText(words('Un pedido de apoyo y lo que te contestaron')).waitFor();
}

test.each(sampledLanguages(VARIANTS))(
  'A member asks, books a call with an interpreter, has it, and deletes the closed case ($language, $city)',
  async ({ language, zone, city, requester, spoken }) => {
    const words = uiTextIn(language);
    await db.query(
      `update call_availability set languages = array[$2]
       where account_id = (select id from account where email = $1)`,
      [demoEmailOf(HELPER), `language:${spoken}`],
    );
    const page = await openAs(requester, language, '', zone);
    const asked = await ask(page, words, requester);
    expect(asked.taps).toBeLessThanOrEqual(16);
    const supporter = await openAs(HELPER, language, '/cases', 'America/Santiago');
    await accept(supporter, words, asked.number);
    await page.goto(`${product.url}/app/support/${asked.id}`);
    const { taps, found } = await book(page, words, language);
    expect(taps).toBeLessThanOrEqual(4);
    await page.getByText(city).first().waitFor();
    await expectOneZone(requester, language, asked, city);

    await supporter.getByText(/ Santiago · /).waitFor();
    const call = supporter.getByRole('heading', { name: words('La llamada') });
    const conversation = words('Conversación con quien pidió apoyo');
    const thread = supporter.getByRole('link', { name: conversation });
    expect(await standsAbove(thread, call)).toBe(true);
    await supporter.getByLabel(words('Enlace de la llamada')).fill(LINK);
    await supporter.getByRole('button', { name: words('Guardar el enlace') }).click();
    await supporter.getByRole('link', { name: words('Probar el enlace') }).waitFor();
    // A device that tells no city.
    const interpreter = await openAs(INTERPRETER, language, '/support/interpreting', 'UTC');
    const inTheirCity = interpreter.getByText(words('en {city}', { city: INTERPRETER_CITY }));
    await inTheirCity.first().waitFor();
    await expectNoCase(interpreter, words, asked);
    const everybody = [page, supporter, interpreter];
    const enter = (one: Page) => one.getByRole('link', { name: words('Entrar a la llamada') });
    expect(await Promise.all(everybody.map((one) => enter(one).count()))).toEqual([0, 0, 0]);

    await moveCall(asked.id, 10);
    await Promise.all(everybody.map((one) => one.reload()));
    for (const one of [page, interpreter]) {
      expect(await enter(one).getAttribute('href')).toBe(LINK);
      found.push(...(await pageProblems(one, `call-link-${language}`, language)));
    }
    expect(await standsAbove(call, thread)).toBe(true);
    await moveCall(asked.id, -10);
    await supporter.reload();
    found.push(...(await closeByOutcome(supporter, words, language)));
    await Promise.all([page, interpreter].map((one) => one.reload()));
    await waitForIdlePage(interpreter);
    expect(await enter(interpreter).count()).toBe(0);
    await page.goto(`${product.url}/app/support/${asked.id}`);
    await page.getByText(CLOSING).waitFor();
    found.push(...(await pageProblems(page, `closed-case-${language}`, language)));
    await deleteForReceipt(page, words, asked);
    expect(found).toEqual([]);
    await Promise.all(everybody.map((one) => one.context().close()));
  },
  240_000,
);

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'A requester for whom nobody is free reads what they can do instead (%s)',
  async (language) => {
    const words = uiTextIn(language);
    const { rows } = await db.query<{ id: string }>(
      `select r.id from support_request r join account a on a.id = r.requester_id
       where a.email = $1 and r.stage = 'accepted' order by r.accepted_at limit 1`,
      [demoEmailOf('member1')],
    );
    const { id } = rows[0]!;
    await db.query('update support_request set goes_without_interpreter = false where id = $1', [
      id,
    ]);
    await db.query(
      `update call_availability set languages = array['language:ht'] where account_id = (
         select assignee_id from support_request where id = $1)`,
      [id],
    );
    const page = await openAs('member1', language, `/support/${id}/call`, 'America/Lima');
    const nobody = words('Ahora nadie más puede interpretar esta llamada');
    await page.getByRole('heading', { name: nobody }).waitFor();
    const found = await pageProblems(page, `no-interpreter-${language}`, language);
    await page.getByRole('button', { name: words('Seguir sin intérprete') }).click();
    await page.getByRole('radio').first().waitFor();

    const hours = await db.query(
      `with earlier as (select id, weekly from call_availability)
       update call_availability c set weekly = '[]' from earlier e where e.id = c.id
       returning e.id, e.weekly::text`,
    );
    await page.reload();
    await page.getByRole('heading', { name: words('Ahora no hay horarios libres') }).waitFor();
    found.push(...(await pageProblems(page, `no-times-${language}`, language)));
    await page.getByRole('main').locator(`a[href$="/support/${id}"]`).click();
    await page.waitForURL(`${product.url}/app/support/${id}`);
    await page.locator(`a[href$="/support/${id}/conversation"]`).waitFor();
    for (const { id: hoursId, weekly } of hours.rows)
      await db.query('update call_availability set weekly = $2 where id = $1', [hoursId, weekly]);
    expect(found).toEqual([]);
    await page.context().close();
  },
);
