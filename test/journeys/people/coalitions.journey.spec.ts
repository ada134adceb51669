import type { Page } from 'playwright-core';
import { DEMO_COALITION } from '../../../apps/cli/demo/coalition.js';
import { profileNameOf, setLanguage } from '../../support/browser/demo-accounts.js';
import { holdAnswer } from '../../support/browser/hold-answer.js';
import { tabToAndPress, tabToAndType } from '../../support/browser/keyboard.js';
import { NetworkRecorder } from '../../support/browser/network-recorder.js';
import {
  pageProblems,
  queryApi,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import {
  type AgreementsChange,
  changeIsShown,
  consent,
  publishCoalitionAgreements,
  publishVersion,
  writeVersion,
} from '../../support/browser/screens/agreements.js';
import { confirmWithPassword } from '../../support/browser/screens/app.js';
import {
  closedChannelNotice,
  composer,
  message,
  sendText,
} from '../../support/browser/screens/channel.js';
import {
  buttonNamed,
  linkNamed,
  mainContent,
  openAs,
} from '../../support/browser/screens/page-layout.js';
import {
  browsers,
  db,
  otherNode,
  product,
  useJourney,
} from '../../support/browser/journey-setup.js';
import {
  ANY_VALUE,
  anyCount,
  type Language,
  startOfText,
  wholeText,
} from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ hasOtherNode: true });

/** The language of everybody, the name of the coalition, and what a coalition steward adds to its agreements. */
interface Forming extends AgreementsChange {
  readonly language: Language;
  readonly coalition: string;
}
const COALITIONS: readonly Forming[] = [
  {
    ...{
      language: 'es',
      coalition: 'Tres Orillas',
      rule: 'Antes de citar a alguien, preguntamos.',
    },
    summary: 'Las citas se preguntan.',
  },
  {
    language: 'pt',
    coalition: 'Três Margens',
    rule: 'Antes de citar alguém, perguntamos.',
    summary: 'As citações se perguntam.',
  },
  {
    language: 'en',
    coalition: 'Three Shores',
    rule: 'We ask before we quote anybody.',
    summary: 'Quotes need a question first.',
  },
];

/** The listed group that founds the coalition, the hidden one, and the organisation, each with who acts for it. */
const FOUNDER = { handle: 'steward1', slug: 'one', name: 'Río Arriba' };
const HIDDEN = { handle: 'steward2', shownName: 'Tejido Yarumo' };
const ORGANISATION = { handle: 'member2', name: 'Coletivo Beira Mansa' };
/** Two people of the hidden group who take part: one in a browser on each node. */
const PEOPLE = [
  { handle: 'rayen', persona: 'Garza' },
  { handle: 'ixchel', persona: 'Colibrí' },
] as const;
const HANDLES = [FOUNDER, HIDDEN, ORGANISATION, ...PEOPLE].map(({ handle }) => handle);

const field = (page: Page, label: string, values?: Record<string, unknown>) =>
  mainContent(page).getByRole('textbox', { name: startOfText(label, values) });
const press = (page: Page, label: string, values?: Record<string, unknown>) =>
  mainContent(page)
    .getByRole('button', { name: wholeText(label, values) })
    .click();
const row = (page: Page, label: string, values?: Record<string, unknown>) =>
  mainContent(page).getByRole('link', { name: startOfText(label, values) });
const heading = (page: Page, name: string | RegExp) =>
  mainContent(page).getByRole('heading', { name, exact: true });
const notice = (page: Page, id: string, values?: Record<string, unknown>) =>
  page.getByText(startOfText(id, values));

const LEAVES_COALITIONS =
  '{count, plural, one {Sale enseguida de su coalición, con quienes participan en ella solo por el grupo. Si lo reabren, no vuelve a ella} other {Sale enseguida de sus # coaliciones, con quienes participan en ellas solo por el grupo. Si lo reabren, no vuelve a ellas}}';
const HAS_NO_NAME =
  '{count, plural, one {En una coalición aparece sin nombre hasta que elijas uno para ella} other {En # coaliciones aparece sin nombre hasta que elijas uno para cada una}}';

/** The founder reads what archiving or hiding the group does to its coalitions. */
async function readWhatEnds(page: Page): Promise<void> {
  await openAs(page, FOUNDER.handle, `/app/groups/${FOUNDER.slug}/archive`);
  await mainContent(page).getByText(anyCount(LEAVES_COALITIONS)).waitFor();
  await page.goto(`${product.url}/app/groups/${FOUNDER.slug}/privacy`);
  await page.getByRole('radio', { name: startOfText('Oculto') }).check();
  await mainContent(page).getByText(anyCount(HAS_NO_NAME)).waitFor();
}

/** Founds a coalition for the group of the founder, beginning at the list of groups. */
async function foundCoalition(page: Page, coalition: string): Promise<void> {
  await openAs(page, FOUNDER.handle, '/app/groups');
  await row(page, 'Coaliciones').click();
  await heading(page, wholeText('Coaliciones')).waitFor();
  await linkNamed(mainContent(page), 'Fundar una coalición').click();
  await field(page, 'Nombre de la coalición').fill(coalition);
  await field(page, 'Para qué existe').fill('Responder en común a los audios falsos.');
  await field(page, 'Acuerdos').fill('Lo que se dice aquí queda aquí.');
  await press(page, 'Fundar la coalición');
  await heading(page, coalition).waitFor();
}

/** Returns the link of a new invitation. */
async function inviteByLink(page: Page): Promise<string> {
  await row(page, 'Invitar a un grupo u organización').click();
  await press(page, 'Crear un enlace');
  const url = await page.getByText(/\/app\/coalitions\/link#/).textContent();
  // The link is among the open invitations at once, and can be withdrawn there.
  const withdraw = startOfText('Anular: {name}', { name: ANY_VALUE });
  await mainContent(page).getByRole('button', { name: withdraw }).waitFor();
  await press(page, 'Ya lo di');
  return url!;
}

/**
 * Accepts for the hidden group, whose name in the coalition is required, and names a delegate. Returns the URL of the
 * participant.
 */
async function acceptForGroup(page: Page, coalition: string): Promise<string> {
  await field(page, 'Nombre en {coalition}', { coalition }).fill(HIDDEN.shownName);
  await mainContent(page).getByRole('checkbox').last().check();
  await press(page, 'Aceptar');
  await heading(page, HIDDEN.shownName).waitFor();
  const participant = page.url();
  await row(page, 'Personas delegadas').click();
  const delegates = page.getByRole('group', { name: startOfText('Personas delegadas') });
  await delegates.getByRole('checkbox', { name: await profileNameOf(HIDDEN.handle) }).check();
  await press(page, 'Guardar');
  await page.getByRole('status').getByText(startOfText('Guardado')).waitFor();
  return participant;
}

/** With two participants, the founder asks for approval to invite the organisation, and the other one approves. */
async function inviteOrganisation(founder: Page, approver: Page, coalition: string) {
  await founder
    .getByRole('radio', { name: startOfText('A un grupo u organización que ves') })
    .check();
  await founder.getByRole('searchbox', { name: wholeText('Nombre o tema') }).fill('Beira Mansa');
  await press(founder, 'Buscar');
  await founder.getByRole('radio', { name: ORGANISATION.name }).check();
  await field(founder, 'Por qué lo pides').fill('Lo hablamos el domingo.');
  await press(founder, 'Pedir aprobación para invitar a {0}', { 0: ORGANISATION.name });
  await confirmWithPassword(founder);
  await notice(founder, 'Falta que la aprueben').first().waitFor();
  await approver.goto(`${product.url}/app/approvals`);
  await mainContent(approver)
    .getByRole('link')
    .filter({ hasText: `${ORGANISATION.name} · ${coalition}` })
    .click();
  await press(approver, 'Aprobar');
  await confirmWithPassword(approver);
  await notice(approver, 'Aprobado: ya está hecho.').waitFor();
}

/** The spokesperson accepts for the organisation, beginning at the home page, where the invitation waits. */
async function acceptForOrganisation(page: Page, coalition: string): Promise<void> {
  await openAs(page, ORGANISATION.handle);
  const { name } = ORGANISATION;
  await row(page, 'Invitan a {name} a la coalición {coalition}', { name, coalition }).click();
  await mainContent(page).getByRole('checkbox').last().check();
}

/** Lets some of a participant's people take part, beginning at the page of the participant. */
async function letTakePart(page: Page, handles: readonly string[]): Promise<void> {
  const names = await Promise.all(handles.map(profileNameOf));
  await row(page, 'Quiénes pueden participar').click();
  for (const name of names) await mainContent(page).getByRole('checkbox', { name }).check();
  await press(page, 'Invitar a participar');
  for (const name of names) {
    await mainContent(page).getByRole('listitem').filter({ hasText: name }).first().waitFor();
  }
}

/** Answers a grant up to the last button, beginning at the home page, where the invitation waits. */
async function answerGrant(page: Page, coalition: string): Promise<void> {
  const { handle, persona } = PEOPLE[0];
  await openAs(page, handle);
  await row(page, 'Te invitan a participar en {name}', { name: coalition }).click();
  await field(page, 'Tu nombre en {coalition}', { coalition }).fill(persona);
  await mainContent(page).getByRole('checkbox').last().check();
}

const MY_GRANTS = '{ myGrants { id coalition { name } } }';
const TAKE_PART = 'mutation ($input: TakePartInput!) { takePart(input: $input) { id } }';

/** Takes part without the screens, under the profile's name or a persona. */
async function takePartAs(
  page: Page,
  handle: string,
  coalition: string,
  personaName: string | null = null,
): Promise<void> {
  await setSessionCookie(page, product.url, handle);
  const { myGrants } = await queryApi<{
    myGrants: readonly { readonly id: string; readonly coalition: { readonly name: string } }[];
  }>(page, product.url, MY_GRANTS, {});
  const grantId = myGrants.find(({ coalition: { name } }) => name === coalition)!.id;
  const input = { grantId, personaName, isShown: false, agreementsVersion: 1 };
  await queryApi(page, product.url, TAKE_PART, { input });
}

/**
 * A coalition steward publishes changed agreements, beginning at the page of the coalition; a person who takes part
 * learns of it there, and consents.
 */
async function changeAgreements(
  steward: Page,
  person: Page,
  change: AgreementsChange,
  look: (page: Page, part: string) => Promise<void>,
): Promise<void> {
  const home = steward.url();
  await row(steward, 'Acuerdos').last().click();
  await writeVersion(steward, change);
  await look(steward, 'new-version');
  await publishVersion(steward);
  await person.goto(home);
  await linkNamed(mainContent(person), 'Leer qué cambia').click();
  await changeIsShown(person, change);
  // To publish is for coalition stewards.
  expect(await linkNamed(person, 'Escribir una versión nueva').count()).toBe(0);
  await look(person, 'consent');
  await consent(person);
}

test.each(sampledLanguages(COALITIONS))(
  'In $language a coalition of three forms, and the people of the participant that leaves fall silent on both nodes',
  async ({ language, coalition, ...change }) => {
    await setLanguage(language, ...HANDLES);
    const open = () => browsers.open();
    const [founder, steward, spokesperson] = [await open(), await open(), await open()];
    const [person, other] = [await open(), await open()];
    const hearings = [new NetworkRecorder(person), new NetworkRecorder(other)];
    const found: string[] = [];
    const look = async (page: Page, part: string) => {
      await waitForIdlePage(page);
      found.push(...(await pageProblems(page, `coalition-${language}-${part}`, language)));
    };

    await readWhatEnds(founder);
    await foundCoalition(founder, coalition);
    await look(founder, 'outside');
    const home = new URL(founder.url()).pathname;
    const link = await inviteByLink(founder);
    await setSessionCookie(steward, product.url, HIDDEN.handle);
    await steward.goto(link);
    await heading(
      steward,
      startOfText('¿Entra tu grupo a la coalición {coalition}?', { coalition }),
    ).waitFor();
    await look(steward, 'link');
    const participant = await acceptForGroup(steward, coalition);
    await steward.goto(participant);
    await letTakePart(
      steward,
      PEOPLE.map(({ handle }) => handle),
    );
    await look(steward, 'participant');
    await inviteOrganisation(founder, steward, coalition);
    await acceptForOrganisation(spokesperson, coalition);
    await look(spokesperson, 'invitation');
    await press(spokesperson, 'Aceptar');
    await heading(spokesperson, ORGANISATION.name).waitFor();
    await letTakePart(spokesperson, [ORGANISATION.handle]);
    await founder.goto(product.url + home);
    await row(founder, 'Actúas por {name}', { name: FOUNDER.name }).click();
    await letTakePart(founder, [FOUNDER.handle]);

    await answerGrant(person, coalition);
    await look(person, 'take-part');
    await press(person, 'Participar');
    await heading(person, wholeText('Canales')).waitFor();
    await look(person, 'inside');
    for (const name of [FOUNDER.name, HIDDEN.shownName, ORGANISATION.name]) {
      await mainContent(person).getByText(name, { exact: true }).waitFor();
    }
    await takePartAs(other, PEOPLE[1].handle, coalition, PEOPLE[1].persona);
    await takePartAs(founder, FOUNDER.handle, coalition);
    await takePartAs(spokesperson, ORGANISATION.handle, coalition);
    await founder.goto(product.url + home);
    await changeAgreements(founder, person, change, look);

    // Two people of the hidden group and two others have the channel open, one of each on each node.
    await mainContent(person).locator('a[href^="/app/channels/"]').first().click();
    await composer(person).waitFor();
    const channel = new URL(person.url()).pathname;
    await founder.goto(product.url + channel);
    for (const page of [other, spokesperson]) await page.goto(otherNode.url + channel);
    for (const page of [other, spokesperson, founder]) await composer(page).waitFor();
    await sendText(person, 'Buen día a las tres orillas');
    for (const page of [other, spokesperson, founder]) {
      await message(page, /Garza.*Buen día a las tres orillas/s).waitFor();
    }

    await steward.goto(participant);
    await row(steward, 'Sacar al grupo de la coalición').click();
    const takeOut = mainContent(steward).getByRole('button', {
      name: wholeText('Sacar a {name} de la coalición', { name: ANY_VALUE }),
    });
    await notice(steward, 'Pasa enseguida y no se puede deshacer.').waitFor();
    await look(steward, 'end');
    await takeOut.click();
    await steward.waitForURL(`${product.url}/app/coalitions`);
    const texts = ['¿Quién sigue por aquí?', 'Nos quedamos con lo hablado'];
    for (const text of texts) {
      await sendText(founder, text);
      await message(spokesperson, text).waitFor();
    }
    for (const page of [person, other]) await closedChannelNotice(page).waitFor();
    await look(person, 'closed');
    for (const [page, node] of [
      [person, product],
      [other, otherNode],
    ] as const) {
      // The hidden coalition is absent for them, on each node.
      await page.goto(node.url + home);
      await heading(page, wholeText('No encontramos esa página')).waitFor();
      await page.goto(node.url + channel);
      await closedChannelNotice(page).waitFor();
    }
    for (const hearing of hearings) {
      const heard = await hearing.between(0);
      expect(heard.includes('Buen día a las tres orillas')).toBe(true);
      expect(texts.filter((text) => heard.includes(text))).toEqual([]);
    }
    expect(found).toEqual([]);
    for (const page of [founder, steward, spokesperson, person, other])
      await page.context().close();
  },
  180_000,
);

test('A person takes part in a coalition, consents to changed agreements and leaves, by keyboard alone', async () => {
  const { name } = DEMO_COALITION;
  const [page, steward] = [await browsers.open(), await browsers.open()];
  await setLanguage('es', 'nelly');
  await openAs(page, 'nelly');
  const button = (id: string) => buttonNamed(mainContent(page), id);
  await tabToAndPress(page, row(page, 'Te invitan a participar en {name}', { name }));
  await tabToAndType(page, field(page, 'Tu nombre en {coalition}', { coalition: name }), 'Junco');
  await tabToAndPress(page, mainContent(page).getByRole('checkbox').last(), 'Space');
  const release = await holdAnswer(page, '"isShown"');
  await tabToAndPress(page, button('Participar'));
  // A change notice opens the coalition before the mutation is answered. The late answer must not navigate back to it.
  await heading(page, wholeText('Canales')).waitFor();

  await publishCoalitionAgreements(steward, FOUNDER.handle);
  await tabToAndPress(page, linkNamed(mainContent(page), 'Leer qué cambia'));
  await button('Acepto').waitFor();
  release();
  await notice(page, 'Participas en {name}', { name }).waitFor();
  await tabToAndPress(page, button('Acepto'));
  await notice(page, 'Aceptaste los acuerdos').waitFor();
  await linkNamed(mainContent(page), 'Leer qué cambia').waitFor({ state: 'detached' });

  await tabToAndPress(page, linkNamed(mainContent(page), 'Salir de la coalición'));
  await tabToAndPress(page, button('Salir de la coalición'));
  await notice(page, 'Saliste de {name}', { name }).waitFor();
  await heading(page, wholeText('Canales')).waitFor({ state: 'detached' });
  const ended = `select from membership where persona_name = 'Junco' and ended_at is not null`;
  expect((await db.query(ended)).rowCount).toBe(1);
  for (const one of [page, steward]) await one.context().close();
}, 120_000);
