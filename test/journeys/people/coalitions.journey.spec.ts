import type { Page } from 'playwright-core';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import {
  buttonNamed,
  linkNamed,
  mainContent,
  openAs,
} from '../../support/browser/screens/page-layout.js';
import { composer, message, sendText } from '../../support/browser/screens/channel.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
import { startOfText } from '../../support/browser/ui-texts.js';

useJourney();

const COALITION = 'Tres Orillas';
/** The name under which the hidden group of steward2 takes part. */
const SHOWN_NAME = 'Tejido Yarumo';
/** The group shows its member list to stewards only, so another delegate would see nobody to invite. */
const DELEGATE = { handle: 'steward2', name: 'Sabina Quebrada' };
const PERSON = { handle: 'rayen', name: 'Rayén Estepa', persona: 'Garza' };

const field = (page: Page, label: string, values?: Record<string, unknown>) =>
  mainContent(page).getByRole('textbox', { name: startOfText(label, values) });
const press = (page: Page, label: string) => buttonNamed(mainContent(page), label).click();
const row = (page: Page, label: string, values?: Record<string, unknown>) =>
  mainContent(page).getByRole('link', { name: startOfText(label, values) });
const heading = (page: Page, name: string) =>
  mainContent(page).getByRole('heading', { name, exact: true });

/** Founds a coalition for the group of steward1, beginning at the list of groups. */
async function foundCoalition(page: Page): Promise<void> {
  await openAs(page, 'steward1', '/app/groups');
  await row(page, 'Coaliciones').click();
  await heading(page, 'Coaliciones').waitFor();
  await linkNamed(mainContent(page), 'Fundar una coalición').click();
  await field(page, 'Nombre de la coalición').fill(COALITION);
  await field(page, 'Para qué existe').fill('Responder en común a los audios falsos.');
  await field(page, 'Acuerdos').fill('Lo que se dice aquí queda aquí.');
  await press(page, 'Fundar la coalición');
  await heading(page, COALITION).waitFor();
}

/** Returns the link of a new invitation. */
async function inviteByLink(page: Page): Promise<string> {
  await row(page, 'Invitar a un grupo u organización').click();
  await press(page, 'Crear un enlace');
  const url = await page.getByText(/\/app\/coalitions\/link#/).textContent();
  await press(page, 'Ya lo di');
  return url!;
}

/** Accepts for the hidden group, whose name in the coalition is required, and names a delegate. */
async function acceptAndNameDelegate(page: Page, link: string): Promise<void> {
  await setSessionCookie(page, product.url, 'steward2');
  await page.goto(link);
  await expectNoProblems(page, 'coalition-link');
  await field(page, 'Nombre en {coalition}', { coalition: COALITION }).fill(SHOWN_NAME);
  await mainContent(page).getByRole('checkbox').last().check();
  await press(page, 'Aceptar');
  await heading(page, SHOWN_NAME).waitFor();
  const delegates = page.getByRole('group', { name: startOfText('Personas delegadas') });
  await delegates.getByRole('checkbox', { name: DELEGATE.name }).check();
  await press(page, 'Guardar');
  await page.getByRole('status').getByText(startOfText('Guardado')).waitFor();
}

/** A delegate lets a person of the group take part. */
async function letTakePart(page: Page, path: string): Promise<void> {
  await openAs(page, DELEGATE.handle, path);
  // The first list has the people to invite, the second one the people who may become delegates.
  await mainContent(page).getByRole('checkbox', { name: PERSON.name }).first().check();
  await press(page, 'Invitar a participar');
  await mainContent(page).getByRole('listitem').filter({ hasText: PERSON.name }).waitFor();
}

/** Takes part under a persona, beginning at the home page, where the invitation waits. */
async function takePart(page: Page): Promise<void> {
  await openAs(page, PERSON.handle);
  const waiting =
    '{grants, plural, one {Te invitan a participar en una coalición} other {Te invitan a participar en # coaliciones}}';
  await row(page, waiting, { grants: 1 }).click();
  await row(page, 'Te invitan a participar en {name}', { name: COALITION }).click();
  await field(page, 'Tu nombre en {coalition}', { coalition: COALITION }).fill(PERSON.persona);
  await mainContent(page).getByRole('checkbox').last().check();
  await expectNoProblems(page, 'take-part');
  await press(page, 'Participar');
  await heading(page, 'Canales').waitFor();
}

/** Checks accessibility, layout and language of the page in its current state. */
async function expectNoProblems(page: Page, name: string): Promise<void> {
  await waitForIdlePage(page);
  expect(await pageProblems(page, name, 'es')).toEqual([]);
}

test('A hidden group enters a coalition under another name, and whoever leaves the group loses its channel', async () => {
  const founder = await browsers.open();
  await foundCoalition(founder);
  await expectNoProblems(founder, 'coalition-outside');
  const link = await inviteByLink(founder);
  const steward = await browsers.open();
  await acceptAndNameDelegate(steward, link);
  await letTakePart(await browsers.open(), new URL(steward.url()).pathname);

  const person = await browsers.open();
  await takePart(person);
  await expectNoProblems(person, 'coalition-inside');
  const coalition = person.url();
  await mainContent(person).getByRole('link', { name: 'General' }).click();
  await composer(person).waitFor();
  await sendText(person, 'Buen día a las tres orillas');
  await message(person, 'Buen día a las tres orillas').waitFor();

  // Leaving the group ends the entry in the coalition: the channel and the hidden coalition are absent.
  const channel = person.url();
  await person.goto(`${product.url}/app/groups/two/leave`);
  await press(person, 'Salir del grupo');
  await row(person, 'Coaliciones').waitFor();
  for (const [url, title] of [
    [channel, 'No encontramos ese canal'],
    [coalition, 'No encontramos esa página'],
  ] as const) {
    await person.goto(url);
    await person.getByRole('heading', { name: startOfText(title) }).waitFor();
  }
}, 120_000);
