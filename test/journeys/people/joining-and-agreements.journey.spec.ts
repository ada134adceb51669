import type { Locator, Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { profileNameOf, setLanguage } from '../../support/browser/demo-accounts.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import { holdAnswer } from '../../support/browser/hold-answer.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import {
  type AgreementsChange,
  changeIsShown,
  consent,
  publishVersion,
  writeVersion,
} from '../../support/browser/screens/agreements.js';
import { composer, message, sendText, sentMessage } from '../../support/browser/screens/channel.js';
import { ownMembershipLink } from '../../support/browser/screens/join-with-persona.js';
import {
  buttonNamed,
  linkNamed,
  mainContent,
  openAs,
  openSheet,
  undoButton,
} from '../../support/browser/screens/page-layout.js';
import {
  ANY_VALUE,
  type Language,
  partOfText,
  startOfText,
  wholeText,
} from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

/** A group that asks questions, its steward, somebody who asks, and texts in the language of both. */
interface Joining extends AgreementsChange {
  readonly language: Language;
  readonly group: string;
  readonly steward: string;
  readonly newcomer: string;
  /** The questions of the group, and the answer to each. */
  readonly answers: Readonly<Record<string, string>>;
  readonly greeting: string;
}
const JOININGS: readonly Joining[] = [
  {
    ...{ language: 'es', group: 'one', steward: 'steward1', newcomer: 'member3' },
    answers: {
      '¿Con qué comunidad trabajas?': 'Con dos escuelas de la ribera.',
      '¿Qué te gustaría hacer aquí?': 'Ayudar con las traducciones.',
    },
    greeting: 'Hola, acabo de llegar',
    rule: 'Antes de publicar una foto, preguntamos.',
    summary: 'Las fotos se preguntan.',
  },
  {
    ...{ language: 'pt', group: 'ten', steward: 'luana', newcomer: 'tadeu' },
    answers: {
      'Que rádio você faz?': 'Uma de beira de rio, com a minha comunidade.',
      'O que você quer trocar?': 'Vinhetas, e o jeito de gravar sem ruído.',
      'Quem ouve a sua rádio?': 'As famílias, aos domingos.',
    },
    greeting: 'Oi, acabei de chegar',
    rule: 'Antes de publicar uma foto, perguntamos.',
    summary: 'As fotos se perguntam.',
  },
  {
    ...{ language: 'en', group: 'six', steward: 'rayen', newcomer: 'wendell' },
    answers: { 'For whom do you make things accessible?': 'For people who read slowly.' },
    greeting: 'Hello, I just got here',
    rule: 'We ask before we publish a picture.',
    summary: 'Pictures need a question first.',
  },
];

const row = (page: Page, id: string, values?: Record<string, unknown>) =>
  mainContent(page).getByRole('link', { name: partOfText(id, values) });
const toast = (page: Page, id: string, values?: Record<string, unknown>) =>
  page.getByRole('status').getByText(startOfText(id, values));
const firstChannel = (page: Page) => mainContent(page).locator('a[href^="/app/channels/"]').first();

/** Lets people ask to join the group, with these questions, and returns its name. */
async function askQuestions(slug: string, questions: readonly string[]): Promise<string> {
  const sql = `update "group" set access = 'request', questions = $2 where slug = $1 returning name`;
  const { rows } = await db.query<{ name: string }>(sql, [slug, questions]);
  return rows[0]!.name;
}

/** Lets the deadline for the consent of a member pass. */
const endGrace = (slug: string, handle: string) =>
  db.query(
    `update membership set agreements_due_at = now() - interval '1 hour' where agreements_due_at is not null
     and group_id = (select id from "group" where slug = $1)
     and account_id = (select id from account where email = $2)`,
    [slug, demoEmailOf(handle)],
  );

/** Fills in the answers and asks to join, beginning at the list of groups. */
async function askToJoin(page: Page, { newcomer, answers }: Joining, group: string): Promise<void> {
  await openAs(page, newcomer, '/app/groups');
  await mainContent(page).getByRole('link', { name: group }).click();
  for (const [question, answer] of Object.entries(answers)) {
    await mainContent(page).getByRole('textbox', { name: question }).fill(answer);
  }
}

/** Waits until each question stands there with its answer. */
async function answersAreShown(part: Locator, answers: Joining['answers']): Promise<void> {
  for (const [question, answer] of Object.entries(answers)) {
    await part.getByRole('term').filter({ hasText: question }).waitFor();
    await part.getByRole('definition').filter({ hasText: answer }).waitFor();
  }
}

/** Writes agreements with one more line, beginning at the page of the group. */
async function writeRule(page: Page, joining: Joining): Promise<void> {
  await page.goto(`${product.url}/app/groups/${joining.group}`);
  await row(page, 'Acuerdos').click();
  await writeVersion(page, joining);
}

test.each(sampledLanguages(JOININGS))(
  'In $language a group admits somebody who answered its questions, and changed agreements hold them back until they consent',
  async (joining) => {
    const { language, group: slug, steward, newcomer, answers, greeting, rule } = joining;
    await setLanguage(language, steward, newcomer);
    const group = await askQuestions(slug, Object.keys(answers));
    const name = await profileNameOf(newcomer);
    const [page, other] = [await browsers.open(), await browsers.open()];
    const found: string[] = [];
    const look = async (at: Page, part: string) => {
      await waitForIdlePage(at);
      found.push(...(await pageProblems(at, `joining-${language}-${part}`, language)));
    };

    const ended: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('query EndedJoinRequests')) ended.push(request.url());
    });
    await askToJoin(page, joining, group);
    await look(page, 'asking');
    await buttonNamed(page, 'Enviar pedido').click();
    await buttonNamed(page, 'Retirar el pedido').waitFor();
    for (const answer of Object.values(answers)) {
      await mainContent(page).getByRole('definition').filter({ hasText: answer }).waitFor();
    }
    await look(page, 'asked');
    expect(await firstChannel(page).count()).toBe(0);
    // No request of theirs has ended, so the page does not ask for one.
    expect(ended).toEqual([]);

    // The steward reads the answers and admits, and the page of the new member opens by itself.
    await openAs(other, steward, '/app/inbox');
    await row(other, '{name} pide entrar a {group}', { name, group }).click();
    // The innermost section with the name: the card, in whichever list it is.
    const request = mainContent(other).locator('section').filter({ hasText: name }).last();
    await answersAreShown(request, answers);
    await look(other, 'request');
    // A decline can be undone; the newcomer does not learn of it.
    await buttonNamed(request, 'No aceptar').click();
    await toast(other, 'No aceptaste a {name}', { name }).waitFor();
    await buttonNamed(request, 'No aceptar').waitFor({ state: 'detached' });
    await undoButton(other).click();
    await toast(other, 'El pedido de {name} sigue esperando', { name }).waitFor();
    await buttonNamed(page, 'Retirar el pedido').waitFor();
    await buttonNamed(request, 'Aceptar').click();
    await toast(other, '{name} ya es parte del grupo', { name }).waitFor();
    // Both still read the answers afterwards.
    await request.getByText(startOfText('Aceptado')).waitFor();
    await answersAreShown(request, answers);
    await look(other, 'ended');
    await ownMembershipLink(page).waitFor();
    await look(page, 'admitted');
    await page
      .getByRole('heading', { name: wholeText('Lo que respondiste al pedir entrar') })
      .waitFor();
    await answersAreShown(mainContent(page), answers);
    await page.goto(`${product.url}/app/inbox`);
    await row(page, 'Ya eres parte de {group}', { group }).first().click();
    await firstChannel(page).click();
    await composer(page).waitFor();
    await sendText(page, greeting);
    await sentMessage(page, greeting).waitFor();

    // The changed agreements do not change anything during the grace.
    await writeRule(other, joining);
    await look(other, 'new-version');
    await publishVersion(other);
    const notice = page.getByText(
      startOfText('Los acuerdos cambiaron. Tienes hasta el {day}.', { day: ANY_VALUE }),
    );
    await notice.waitFor();
    await look(page, 'grace');
    expect(await composer(page).count()).toBe(1);

    // After it, the member reads and does not write.
    await endGrace(slug, newcomer);
    await page.reload();
    await page
      .getByText(wholeText('Los acuerdos cambiaron: se puede leer, no escribir.'))
      .waitFor();
    await message(page, greeting).waitFor();
    expect(await composer(page).count()).toBe(0);
    await look(page, 'read-only');

    await linkNamed(page, 'Leer y aceptar').click();
    await changeIsShown(page, joining);
    await mainContent(page)
      .getByText(startOfText('El plazo terminó el {day}', { day: ANY_VALUE }))
      .waitFor();
    await look(page, 'consent');
    await consent(page);
    await firstChannel(page).click();
    await composer(page).waitFor();
    await sendText(page, rule);
    await sentMessage(page, rule).waitFor();
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  120_000,
);

test('A steward is not offered to invite a member who takes no requests, and reads why an invitation is refused', async () => {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select p.id, f.text as name from profile p join account a on a.id = p.account_id
       join profile_field f on f.account_id = a.id and f.kind = 'name' and f.audience = 'members'
     where a.standing = 'member' and p.takes_requests and a.email <> $1 and not exists (
       select from ally y join account me on me.id = y.account_id
       where me.email = $1 and y.other_id = a.id)
     order by a.email limit 1`,
    [demoEmailOf('steward1')],
  );
  const { id, name } = rows[0]!;
  const page = await browsers.open();
  await openAs(page, 'steward1', `/app/people/${id}`);
  await buttonNamed(page, 'Invitar a un grupo').waitFor();

  await db.query('update profile set takes_requests = false where id = $1', [id]);
  await page.reload();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await waitForIdlePage(page);
  expect(await buttonNamed(page, 'Invitar a un grupo').count()).toBe(0);

  await page.goto(`${product.url}/app/groups/one/members`);
  await buttonNamed(page, 'Invitar a alguien').click();
  await openSheet(page)
    .getByRole('textbox', { name: wholeText('Nombre') })
    .fill(name);
  await buttonNamed(openSheet(page), 'Buscar').click();
  await openSheet(page).getByRole('button', { name }).first().click();
  await buttonNamed(openSheet(page), 'Invitar').click();
  await openSheet(page)
    .getByText(wholeText('Por ahora no recibe pedidos. Solo sus alianzas pueden invitarle.'))
    .waitFor();
  await page.context().close();
}, 60_000);

test('A person who left the form of a new group stays where they went when the answer comes, and is told of it', async () => {
  const page = await browsers.open();
  await openAs(page, 'rayen', '/app/groups');
  await linkNamed(page, 'Fundar').click();
  await page.getByLabel(wholeText('Nombre del grupo')).fill('Respuestas lentas');
  await page.getByLabel(startOfText('Para qué existe')).fill('Esperar con calma.');
  const release = await holdAnswer(page, 'foundGroup');
  const sent = page.waitForRequest('**/graphql');
  await buttonNamed(page, 'Fundar el grupo').click();
  await sent;
  await page.goBack();
  await linkNamed(page, 'Fundar').waitFor();
  release();
  const arrived = wholeText('Listo: llegó lo que enviaste desde la otra página.');
  await page.getByRole('status').getByText(arrived).waitFor();
  expect(new URL(page.url()).pathname).toBe('/app/groups');
  await page.reload();
  await mainContent(page).getByText('Respuestas lentas').waitFor();
  await page.context().close();
}, 60_000);
