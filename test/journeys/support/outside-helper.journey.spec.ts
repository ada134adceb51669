import type { Page } from 'playwright-core';
import { pageProblemsInBothModes, waitForIdlePage } from '../../support/browser/page-checks.js';
import { product, useJourney } from '../../support/browser/journey-setup.js';
import { confirmWithPassword } from '../../support/browser/screens/app.js';
import { message, messages } from '../../support/browser/screens/channel.js';
import {
  acceptedCaseOf,
  agree,
  confirmed,
  type DemoCase,
  openHomeAs,
  openListedCase,
  pickPerson,
  writeInThread,
} from '../../support/browser/screens/people-of-case.js';
import { standsAbove } from '../../support/browser/stands-above.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';

useJourney();

const words = uiTextIn('es');
const [REQUESTER, LEAD, APPROVER] = ['member1', 'supporter1', 'supporter2'] as const;
const HELPER = { handle: 'wilder', name: 'Wilder Cocha Serena', chosen: 'Quien mide señales' };
const TEXT = 'Una radio pierde la señal por las tardes. Hace falta medirla y saber por qué.';
const ASKED =
  '{questions, plural, one {Te piden ayuda en un caso de apoyo} other {Te piden ayuda en # casos de apoyo}}';
const TO_APPROVE = '{count, plural, one {# pedido por aprobar} other {# pedidos por aprobar}}';

let found: string[] = [];
const look = async (page: Page, name: string): Promise<void> => {
  found.push(...(await pageProblemsInBothModes(page, `helper-${name}`, 'es')));
};

/** The lead asks, the member answers under a name of their choice, and the lead writes what they are told. */
async function askAndDescribe(lead: Page, helper: Page): Promise<void> {
  await lead.getByRole('button', { name: words('Pedir ayuda a alguien') }).click();
  await pickPerson(lead, HELPER.name);
  await look(lead, 'ask');
  await agree(lead, 'Pedírselo');
  await confirmed(lead, 'Se lo pedimos');

  await helper.reload();
  await helper.getByRole('link', { name: words(ASKED, { questions: 1 }) }).click();
  const name = helper.getByRole('textbox', { name: words('Tu nombre en este caso') });
  await name.fill('Teresa N.');
  await helper.getByRole('button', { name: words('Aceptar') }).click();
  await name.and(helper.locator('[aria-invalid=true]')).waitFor();
  await look(helper, 'question');
  await name.fill(HELPER.chosen);
  await helper.getByRole('button', { name: words('Aceptar') }).click();
  await confirmed(helper, 'Gracias. Te avisamos cuando puedas leerlo');
  await look(helper, 'willing');

  const write = lead.getByRole('button', { name: words('Escribir el texto') });
  await write.last().click();
  await lead.getByRole('textbox', { name: words('Qué se le cuenta y qué puede ver') }).fill(TEXT);
  await look(lead, 'text');
  await lead.getByRole('button', { name: words('Pedir permiso') }).click();
  await confirmed(lead, 'Se lo mostramos a quien pidió apoyo');
}

/** The requester reads exactly the text before everything else, and agrees. */
async function consent(requester: Page, one: DemoCase): Promise<void> {
  await openListedCase(requester, one);
  await requester.getByText(TEXT).waitFor();
  await look(requester, 'consent');
  // The question to the requester stands first.
  const question = words('¿Compartirlo con {name}?', { name: HELPER.chosen });
  const conversation = requester.getByRole('link', { name: words('Conversación de tu caso') });
  expect(await standsAbove(requester.getByText(question), conversation)).toBe(true);
  const name = words('Aceptar que lo lea {name}', { name: HELPER.chosen });
  await requester.getByRole('button', { name }).click();
  await confirmed(requester, 'Aceptaste');
}

async function share(lead: Page, approver: Page): Promise<void> {
  await lead
    .getByRole('textbox', { name: words('Por qué hace falta') })
    .fill('Nadie sabe de señal');
  await look(lead, 'approval-asked');
  await lead.getByRole('button', { name: words('Pedir la aprobación') }).click();
  await confirmWithPassword(
    lead,
    words('Para pedir que el caso se comparta, confirma con tu contraseña.'),
  );
  await confirmed(lead, 'Pediste la aprobación. Vale un día');

  await approver.reload();
  await approver.getByRole('link', { name: words(TO_APPROVE, { count: 1 }) }).click();
  await approver.getByRole('link', { name: HELPER.chosen }).click();
  await approver.getByText(TEXT).waitFor();
  await look(approver, 'approval');
  await approver.getByRole('button', { name: words('Aprobar'), exact: true }).click();
  await confirmWithPassword(approver);
  await confirmed(approver, 'Aprobado: ya está hecho.');
}

test('A supporter shares a text with an outside helper, who reads and writes in one thread until the requester withdraws the consent', async () => {
  found = [];
  const one = await acceptedCaseOf(REQUESTER, 'care');
  const lead = await openHomeAs(LEAD);
  await lead.goto(`${product.url}/app/cases`);
  await lead.getByRole('link', { name: new RegExp(`^${one.number}`) }).click();
  const helper = await openHomeAs(HELPER.handle);
  await askAndDescribe(lead, helper);
  const requester = await openHomeAs(REQUESTER);
  await consent(requester, one);
  await share(lead, await openHomeAs(APPROVER));

  await helper.goto(`${product.url}/app/support`);
  await waitForIdlePage(helper);
  await look(helper, 'list');
  await helper.getByText(words('Ayudas desde afuera')).click();
  await helper.getByText(TEXT).waitFor();
  await look(helper, 'case');
  const path = new URL(helper.url()).pathname;
  await helper.getByRole('link', { name: words('Conversación con el equipo de apoyo') }).click();
  await writeInThread(helper, words('Mensaje al equipo de apoyo'), 'La mido mañana a las cinco');
  await look(helper, 'thread');
  // The first conversation is with the helper of the demo.
  await lead
    .getByRole('link', { name: words('Abrir la conversación') })
    .nth(1)
    .click();
  await message(lead, 'La mido mañana a las cinco').waitFor();
  await writeInThread(lead, words('Mensaje a quien ayuda desde afuera'), 'Gracias, te esperamos');
  await look(lead, 'outside');
  await message(helper, 'Gracias, te esperamos').waitFor();

  // The requester reads the entry, and no message of the thread.
  await requester.reload();
  await waitForIdlePage(requester);
  await look(requester, 'open');
  expect(await requester.getByRole('main').innerText()).not.toContain('La mido mañana');
  const name = words('Dejar de compartirlo con {name}', { name: HELPER.chosen });
  await requester.getByRole('button', { name }).click();
  await look(requester, 'withdraw');
  await agree(requester, 'Dejar de compartirlo');
  await confirmed(requester, 'Listo: ya no puede leerlo');
  await look(requester, 'withdrawn');

  await helper.getByRole('heading', { name: words('Tu ayuda en este caso terminó') }).waitFor();
  expect(await messages(helper).count()).toBe(0);
  await look(helper, 'closed');
  for (const address of [path, `${path}/conversation`]) {
    await helper.goto(`${product.url}${address}`);
    await helper.getByRole('heading', { name: words('No encontramos esa página') }).waitFor();
  }
  await message(lead, 'La mido mañana a las cinco').waitFor();
  await lead.getByText('Puedes leer esta conversación; ya no se escribe').waitFor();
  await look(lead, 'ended');
  expect(found).toEqual([]);
}, 240_000);
