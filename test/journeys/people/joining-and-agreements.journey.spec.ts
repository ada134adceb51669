import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { profileNameOf, setLanguage } from '../../support/browser/demo-accounts.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import { composer, message, sendText, sentMessage } from '../../support/browser/screens/channel.js';
import { ownMembershipLink } from '../../support/browser/screens/join-with-persona.js';
import {
  buttonNamed,
  linkNamed,
  mainContent,
  openAs,
  openSheet,
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
interface Joining {
  readonly language: Language;
  readonly group: string;
  readonly steward: string;
  readonly newcomer: string;
  /** The questions of the group, and the answer to each. */
  readonly answers: Readonly<Record<string, string>>;
  readonly greeting: string;
  /** The line that the steward adds to the agreements, and the summary of this change. */
  readonly rule: string;
  readonly summary: string;
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

/** Publishes agreements with one more line and the shortest grace, beginning at the page of the group. */
async function publishRule(page: Page, { group, rule, summary }: Joining): Promise<void> {
  await page.goto(`${product.url}/app/groups/${group}`);
  await row(page, 'Acuerdos').click();
  await linkNamed(page, 'Escribir una versión nueva').click();
  const text = page.getByRole('textbox', { name: wholeText('Acuerdos') });
  await text.fill(`${await text.inputValue()}\n${rule}`);
  await page.getByLabel(startOfText('Qué cambia, en pocas palabras')).fill(summary);
  await page.getByLabel(wholeText('Plazo para aceptar')).selectOption('7');
}

test.each(sampledLanguages(JOININGS))(
  'In $language a group admits somebody who answered its questions, and changed agreements hold them back until they consent',
  async (joining) => {
    const { language, group: slug, steward, newcomer, answers, greeting, rule, summary } = joining;
    await setLanguage(language, steward, newcomer);
    const group = await askQuestions(slug, Object.keys(answers));
    const name = await profileNameOf(newcomer);
    const [page, other] = [await browsers.open(), await browsers.open()];
    const found: string[] = [];
    const look = async (at: Page, part: string) => {
      await waitForIdlePage(at);
      found.push(...(await pageProblems(at, `joining-${language}-${part}`, language)));
    };

    await askToJoin(page, joining, group);
    await look(page, 'asking');
    await buttonNamed(page, 'Enviar pedido').click();
    await buttonNamed(page, 'Retirar el pedido').waitFor();
    for (const answer of Object.values(answers)) {
      await mainContent(page).getByRole('definition').filter({ hasText: answer }).waitFor();
    }
    await look(page, 'asked');
    expect(await firstChannel(page).count()).toBe(0);

    // The steward reads the answers and admits, and the page of the new member opens by itself.
    await openAs(other, steward, '/app/inbox');
    await row(other, '{name} pide entrar a {group}', { name, group }).click();
    const request = mainContent(other).locator('section').filter({ hasText: name });
    for (const [question, answer] of Object.entries(answers)) {
      await request.getByRole('term').filter({ hasText: question }).waitFor();
      await request.getByRole('definition').filter({ hasText: answer }).waitFor();
    }
    await look(other, 'request');
    await buttonNamed(request, 'Aceptar').click();
    await toast(other, '{name} ya es parte del grupo', { name }).waitFor();
    await ownMembershipLink(page).waitFor();
    await look(page, 'admitted');
    await page.goto(`${product.url}/app/inbox`);
    await row(page, 'Ya eres parte de {group}', { group }).first().click();
    await firstChannel(page).click();
    await composer(page).waitFor();
    await sendText(page, greeting);
    await sentMessage(page, greeting).waitFor();

    // The changed agreements do not change anything during the grace.
    await publishRule(other, joining);
    await look(other, 'new-version');
    await buttonNamed(other, 'Publicar la versión').click();
    await buttonNamed(openSheet(other), 'Publicar ahora').click();
    await toast(other, 'Versión publicada').waitFor();
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
    await mainContent(page).getByText(summary).waitFor();
    await mainContent(page).getByRole('insertion').filter({ hasText: rule }).waitFor();
    await mainContent(page)
      .getByText(startOfText('El plazo terminó el {day}', { day: ANY_VALUE }))
      .waitFor();
    await look(page, 'consent');
    await buttonNamed(page, 'Acepto').click();
    await toast(page, 'Aceptaste los acuerdos').waitFor();
    await firstChannel(page).click();
    await composer(page).waitFor();
    await sendText(page, rule);
    await sentMessage(page, rule).waitFor();
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  120_000,
);
