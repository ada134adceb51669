import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { PHONE_VIEWPORT } from '../../support/browser/browser.js';
import {
  queryApi,
  pageProblemsInBothModes,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { confirmWithPassword } from '../../support/browser/screens/app.js';
import {
  findInCommandMenu,
  commandMenuOption,
} from '../../support/browser/screens/command-menu.js';
import { chooseMemberAction } from '../../support/browser/screens/group-members.js';
import {
  buttonNamed,
  linkNamed,
  mainContent,
  openAs,
  openSheet,
} from '../../support/browser/screens/page-layout.js';
import { checkSavedPicture, pickGroupPicture } from '../../support/browser/screens/pictures.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { startOfText, wholeText, uiTextIn } from '../../support/browser/ui-texts.js';
import { REPORT_SUBJECT } from '../../support/factories/moderation-documents.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

const GROUP = 'one';

/** Sets the language of an account. */
const speak = (handle: string, language: string) =>
  db.query('update account set language = $1 where email = $2', [language, demoEmailOf(handle)]);

/** Publishes a version as another device does, without a notice. */
const otherVersion = (slug: string, text: string) =>
  db.query(
    `insert into agreements_version (group_id, number, text, published_at)
     select id, 1 + coalesce((select max(number) from agreements_version where group_id = g.id), 1), $2, now()
     from "group" g where slug = $1`,
    [slug, text],
  );

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  "In %s a steward edits the group's description and moves a question, and a refusal keeps the typed text",
  async (language) => {
    const words = uiTextIn(language);
    const text = `Cuidamos las traducciones entre todas (${language})`;
    await speak('steward1', language);
    const page = await browsers.open({ viewport: PHONE_VIEWPORT });
    await openAs(page, 'steward1', `/app/groups/${GROUP}`);
    await mainContent(page)
      .getByRole('link', { name: startOfText('Editar el grupo') })
      .click();
    const name = page.getByLabel(words('Nombre del grupo'));
    const purpose = page.getByLabel(startOfText('Para qué existe'));
    await waitForIdlePage(page);
    const before = await name.inputValue();
    expect(before).not.toBe('');
    await pickGroupPicture(page);
    const found = await pageProblemsInBothModes(page, `edit-group-${language}`, language);
    await name.fill(' ');
    await purpose.fill(text);
    await buttonNamed(page, 'Guardar los cambios').click();
    await page.locator('.field--error').first().waitFor();
    expect(await purpose.inputValue()).toBe(text);
    await checkSavedPicture(page);

    const question = (at: number) =>
      page.getByRole('textbox', { name: words('Pregunta {0}', { 0: at }), exact: true });
    const questions = [await question(1).inputValue(), await question(2).inputValue()];
    const up = words('Subir: {name}', { name: questions[1] });
    await page.getByRole('button', { name: up }).press('Enter');
    expect(await question(1).inputValue()).toBe(questions[1]);

    await name.fill(before);
    await buttonNamed(page, 'Guardar los cambios').click();
    await page.waitForURL(`${product.url}/app/groups/${GROUP}`);
    const { rows } = await db.query('select questions from "group" where slug = $1', [GROUP]);
    expect(rows).toEqual([{ questions: questions.toReversed() }]);
    await mainContent(page).getByText(text).waitFor();

    await openAs(page, 'member1', `/app/groups/${GROUP}`);
    await mainContent(page).getByText(text).waitFor();
    expect(
      await mainContent(page)
        .getByRole('link', { name: startOfText('Editar el grupo') })
        .count(),
    ).toBe(0);
    await page.goto(`${product.url}/app/groups/${GROUP}/edit`);
    await waitForIdlePage(page);
    expect(await page.getByLabel(startOfText('Para qué existe')).count()).toBe(0);
    expect(found).toEqual([]);
    await page.context().close();
  },
  120_000,
);

const ASKS_IN = `select g.slug from "group" g where g.is_listed and g.access = 'request' and cardinality(g.questions) = 2 and not exists
  (select from membership m join account a on a.id = m.account_id where m.group_id = g.id and a.email = $1) limit 1`;

test('A member who asked to join a group withdraws the request, and may ask again', async () => {
  await speak('member1', 'es');
  const { rows } = await db.query<{ slug: string }>(ASKS_IN, [demoEmailOf('member1')]);
  const page = await browsers.open();
  await openAs(page, 'member1', `/app/groups/${rows[0]!.slug}/members`);
  await page.getByRole('heading', { name: 'No estás en este grupo' }).waitFor();
  await linkNamed(page, 'Ver el grupo').click();
  const answers = mainContent(page).getByRole('textbox');
  await answers.first().fill('Traduzco del quechua');
  await answers.nth(1).fill('Guardar bien lo prestado');
  await buttonNamed(page, 'Enviar pedido').click();
  await mainContent(page).getByText('Guardar bien lo prestado').waitFor();
  await buttonNamed(page, 'Retirar el pedido').click();
  await answers.first().waitFor();
  const waiting = `select from join_request r join account a on a.id = r.account_id
    where r.state = 'waiting' and a.email = '${demoEmailOf('member1')}'`;
  expect((await db.query(waiting)).rowCount).toBe(0);
  await answers.first().fill('Traduzco del quechua');
  await buttonNamed(page, 'Enviar pedido').click();
  await mainContent(page).getByText('Completa este campo.').waitFor();
  await answers.nth(1).fill('Guardar bien lo prestado');
  await buttonNamed(page, 'Enviar pedido').click();
  await buttonNamed(page, 'Retirar el pedido').waitFor();
  expect((await db.query(waiting)).rowCount).toBe(1);
  await page.context().close();
}, 120_000);

const REPORTERS = { es: 'member3', pt: 'member2', en: 'member4' } as const;

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'In %s a member sees their own reports and whether each was reviewed',
  async (language) => {
    const words = uiTextIn(language);
    const reporter = REPORTERS[language];
    await speak(reporter, language);
    const page = await browsers.open();
    await openAs(page, reporter, '/app/me/reports');
    await mainContent(page).getByText(words('No has reportado nada')).waitFor();
    const found = await pageProblemsInBothModes(page, `reports-none-${language}`, language);
    const { rows } = await db.query<{ id: string }>(
      `select p.id from profile p join profile_field f using (account_id) join account a on a.id = account_id
       where f.kind = 'name' and f.audience = 'members' and a.email <> $1 order by p.id limit 1`,
      [demoEmailOf(reporter)],
    );
    const input = { subject: 'Profile', subjectId: rows[0]!.id, reason: 'spam', note: '' };
    await queryApi(page, product.url, REPORT_SUBJECT, { input });
    await page.reload();
    await mainContent(page).getByText(words('En revisión'), { exact: true }).waitFor();
    const close = `update report set stage = 'closed', closed_at = now()
      where reporter_id = (select id from account where email = $1)`;
    await db.query(close, [demoEmailOf(reporter)]);
    await page.reload();
    await mainContent(page).getByText(words('Revisado'), { exact: true }).waitFor();
    found.push(...(await pageProblemsInBothModes(page, `reports-${language}`, language)));
    expect(found).toEqual([]);
    await page.context().close();
  },
  120_000,
);

const ownGroup = (page: Page) =>
  mainContent(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: wholeText('Tus grupos') }) })
    .locator(`a[href="/app/groups/${GROUP}"]`);

test('A member reads which data they will lose, leaves the group, and every page and tab then shows that they left', async () => {
  await speak('member1', 'es');
  const isIn = async () =>
    (
      await db.query(
        `select from membership m join "group" g on g.id = m.group_id join account a on a.id = m.account_id
         where g.slug = $1 and a.email = $2 and m.ended_at is null`,
        [GROUP, demoEmailOf('member1')],
      )
    ).rowCount;
  const page = await browsers.open({ viewport: PHONE_VIEWPORT });
  await openAs(page, 'member1', '/app/groups');
  await ownGroup(page).click();
  const other = await page.context().newPage();
  await other.goto(`${product.url}/app/channels`);
  const { rows } = await db.query<{ id: string; name: string; group: string }>(
    `select c.id, c.name, g.name "group" from channel c join "group" g on g.id = c.group_id
     where g.slug = $1 and c.archived_at is null limit 1`,
    [GROUP],
  );
  const channel = rows[0]!;
  const row = mainContent(other).locator(`a[href="/app/channels/${channel.id}"]`);
  await row.waitFor();
  const option = commandMenuOption(other, new RegExp(`${channel.name}.*${channel.group}`));
  await findInCommandMenu(other, channel.name);
  await option.waitFor();
  await other.keyboard.press('Escape');
  await linkNamed(mainContent(page), 'Salir del grupo').click();
  const seen = mainContent(page).getByRole('listitem');
  await seen.filter({ hasText: 'Avisos' }).waitFor();
  await seen
    .filter({ hasText: startOfText('Lo que ya leyeron, copiaron o descargaron') })
    .waitFor();
  const found = await pageProblemsInBothModes(page, 'leave-group', 'es');
  expect(await isIn()).toBe(1);
  await buttonNamed(mainContent(page), 'Salir del grupo').click();
  await page.waitForURL(`${product.url}/app/groups`);
  await page.getByRole('status').getByText(startOfText('Saliste de {name}')).waitFor();
  expect(await isIn()).toBe(0);
  await Promise.all([ownGroup(page), row].map((gone) => gone.waitFor({ state: 'detached' })));
  await findInCommandMenu(other, channel.name);
  await waitForIdlePage(other);
  expect(await option.count()).toBe(0);
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);
const NAME = 'Kantuta';
const groupOf = async (name: string) => {
  const sql = 'select slug from "group" where name = $1';
  return (await db.query<{ slug: string }>(sql, [name])).rows[0]?.slug;
};

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'In %s, on a phone, a member founds a hidden group, adds members by invitation and link, and hands it over',
  async (language) => {
    const words = uiTextIn(language);
    for (const handle of ['member1', 'member2', 'member3']) await speak(handle, language);
    const page = await browsers.open({ viewport: PHONE_VIEWPORT });
    const enter = async (handle: string, path: string) => {
      await openAs(page, handle, path);
      await waitForIdlePage(page);
    };

    await enter('member1', '/app/groups/new');
    await buttonNamed(page, 'Fundar el grupo').click();
    await page.getByLabel(words('Nombre del grupo')).and(page.locator(':focus')).waitFor();
    await page.keyboard.type(NAME);
    await page.getByLabel(startOfText('Para qué existe')).fill('Compartir lo que aprendemos.');
    await page.getByRole('radio', { name: startOfText('Oculto') }).check();
    await buttonNamed(page, 'Fundar el grupo').click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    const slug = (await groupOf(NAME))!;

    await enter('member1', `/app/groups/${slug}/members`);
    await buttonNamed(page, 'Invitar a alguien').click();
    const name = await nameOf('member2');
    await openSheet(page).getByLabel(words('Nombre'), { exact: true }).fill(name);
    await buttonNamed(openSheet(page), 'Buscar').click();
    await openSheet(page).getByRole('button', { name }).click();
    await page.getByRole('heading', { name: new RegExp(name) }).waitFor();
    const invitations =
      'select id from group_invitation where group_id = (select id from "group" where slug = $1)';
    expect((await db.query(invitations, [slug])).rows).toEqual([]);
    await buttonNamed(openSheet(page), 'Invitar').click();
    await page.getByRole('status').getByText(words('Invitación enviada')).waitFor();
    await page.getByRole('listitem').filter({ hasText: name }).waitFor();
    await buttonNamed(page, 'Crear un enlace').click();
    const address = await page.getByText(`${product.url}/app/group-link#`).textContent();
    const found = await pageProblemsInBothModes(page, `group-link-made-${language}`, language);

    await enter('member2', '/app/inbox');
    const waits = (id: string, values: Record<string, unknown>) =>
      mainContent(page).getByRole('link', { name: words(id, values) });
    await waits('Te invitan a {group}', { group: NAME }).waitFor();
    await enter('member2', '/app');
    await waits('Te invitan a {name}', { name: NAME }).click();
    await buttonNamed(page, 'Entrar').click();
    await page.getByRole('status').getByText(words('Entraste al grupo')).waitFor();

    await enter('member3', address!.slice(product.url.length));
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    found.push(...(await pageProblemsInBothModes(page, `group-link-${language}`, language)));
    await page.getByRole('textbox').first().fill('Traduzco del quechua');
    await buttonNamed(page, 'Enviar pedido').click();
    await buttonNamed(page, 'Retirar el pedido').waitFor();
    await enter('member2', address!.slice(product.url.length));
    await page.getByText(words('Con este enlace no se puede entrar')).waitFor();

    await enter('member1', `/app/groups/${slug}/requests`);
    await buttonNamed(page, 'Aceptar').click();
    await page.getByText(words('Nadie espera')).waitFor();
    await enter('member1', `/app/groups/${slug}/members`);
    await page.getByRole('heading', { name: words('Invitaciones enviadas') }).waitFor();
    await chooseMemberAction(page, name, 'Pedirle que sostenga el grupo');
    await buttonNamed(openSheet(page), 'Pedírselo').click();
    await page.getByText(words('Le pidieron sostener el grupo')).waitFor();
    found.push(...(await pageProblemsInBothModes(page, `stewards-${language}`, language)));

    await enter('member2', '/app/groups');
    await buttonNamed(page, 'Aceptar').click();
    await page.getByRole('status').getByText(words('Ahora sostienes el grupo')).waitFor();
    await enter('member2', `/app/groups/${slug}/edit`);
    await mainContent(page)
      .getByRole('link', { name: startOfText('Acuerdos') })
      .click();
    await linkNamed(page, 'Escribir una versión nueva').click();
    await page.getByRole('textbox', { name: words('Acuerdos') }).fill('Primero escuchamos.');
    await page.getByLabel(startOfText('Qué cambia, en pocas palabras')).fill('Tenemos acuerdos.');
    await mainContent(page).getByText(words('Se añade')).waitFor();
    found.push(...(await pageProblemsInBothModes(page, `new-agreements-${language}`, language)));
    // Another steward publishes meanwhile: the text stays, and its author decides to go on from that version.
    await otherVersion(slug, 'Otra persona escribió esto.');
    await buttonNamed(page, 'Publicar la versión').click();
    await buttonNamed(openSheet(page), 'Publicar ahora').click();
    await mainContent(page).getByText('Otra persona escribió esto.').waitFor();
    await mainContent(page).getByText(words('Los acuerdos cambiaron mientras escribías')).waitFor();
    await buttonNamed(page, 'Publicar la versión').waitFor({ state: 'detached' });
    found.push(...(await pageProblemsInBothModes(page, `other-agreements-${language}`, language)));
    await buttonNamed(page, 'Seguir desde esa versión').click();
    expect(await page.getByRole('textbox', { name: words('Acuerdos') }).inputValue()).toBe(
      'Primero escuchamos.',
    );
    await buttonNamed(page, 'Publicar la versión').click();
    await buttonNamed(openSheet(page), 'Publicar ahora').click();
    await mainContent(page).getByText(words('Escribir una versión nueva')).waitFor();
    await mainContent(page).getByText('Tenemos acuerdos.').waitFor();
    await enter('member1', '/app');
    await waits('Cambiaron los acuerdos de {name}', { name: NAME }).click();
    await mainContent(page).getByText('Tenemos acuerdos.').waitFor();
    found.push(...(await pageProblemsInBothModes(page, `agreements-${language}`, language)));
    // A version that arrives meanwhile is not shown under the consent button, and nobody accepts it unread.
    await otherVersion(slug, 'Y esto.');
    await buttonNamed(page, 'Acepto').click();
    await buttonNamed(page, 'Mostrar la versión nueva').waitFor();
    found.push(...(await pageProblemsInBothModes(page, `newer-agreements-${language}`, language)));
    await buttonNamed(page, 'Mostrar la versión nueva').click();
    await mainContent(page).getByText('Y esto.').first().waitFor();
    await buttonNamed(page, 'Acepto').click();
    await page.getByRole('status').getByText(words('Aceptaste los acuerdos')).waitFor();

    const listed = 'select is_listed as "isListed", access from "group" where slug = $1';
    const choice = (id: string) => page.getByRole('radio', { name: startOfText(id) });
    await enter('member1', `/app/groups/${slug}/privacy`);
    await choice('Con pedido').check();
    found.push(...(await pageProblemsInBothModes(page, `group-privacy-${language}`, language)));
    await page.getByLabel(words('Por qué lo pides')).fill('Para que nos encuentren.');
    await buttonNamed(page, 'Pedir aprobación').click();
    await confirmWithPassword(page);
    await page.waitForURL(/\/approvals\//);
    await enter('member2', `/app/groups/${slug}/privacy`);
    await linkNamed(page, 'Ver el pedido').click();
    await enter('member2', '/app/approvals');
    await mainContent(page).getByRole('link', { name: NAME }).click();
    await buttonNamed(page, 'Aprobar').click();
    await confirmWithPassword(page);
    await page.getByRole('status').getByText(words('Aprobado: ya está hecho.')).waitFor();
    await mainContent(page).getByText(words('Pasó a ser')).waitFor();
    expect((await db.query(listed, [slug])).rows).toEqual([{ isListed: true, access: 'request' }]);
    await enter('member2', `/app/groups/${slug}/privacy`);
    await choice('Oculto').check();
    await buttonNamed(page, 'Hacerlo más privado').click();
    await page.getByRole('status').getByText(words('El grupo ahora es más privado')).waitFor();
    expect((await db.query(listed, [slug])).rows).toMatchObject([{ isListed: false }]);

    await enter('member1', `/app/groups/${slug}/members`);
    await chooseMemberAction(page, await nameOf('member1'), 'Dejar de sostenerlo');
    await buttonNamed(openSheet(page), 'Dejar de sostenerlo').click();
    await page.getByRole('status').getByText(words('Ya no sostienes el grupo')).waitFor();
    await buttonNamed(page, 'Invitar a alguien').waitFor({ state: 'detached' });
    const stewards = `select a.email from membership m join account a on a.id = m.account_id
      join "group" g on g.id = m.group_id where g.slug = $1 and m.role = 'steward' and m.ended_at is null`;
    expect((await db.query(stewards, [slug])).rows).toEqual([{ email: demoEmailOf('member2') }]);
    await enter('member1', '/app/inbox');
    await waits('Ya no sostienes {group}', { group: NAME }).click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();

    await enter('member2', `/app/groups/${slug}/members`);
    await chooseMemberAction(page, await nameOf('member1'), 'Darle la tarea de facilitar');
    await buttonNamed(openSheet(page), 'Darle la tarea').click();
    await page.getByText(words('Facilita'), { exact: true }).waitFor();
    found.push(...(await pageProblemsInBothModes(page, `facilitators-${language}`, language)));
    await enter('member1', '/app/inbox');
    await waits('Ahora facilitas {group}', { group: NAME }).click();
    await linkNamed(page, 'Canal nuevo').waitFor();
    await enter('member1', `/app/groups/${slug}/members`);
    await chooseMemberAction(page, await nameOf('member1'), 'Dejar de facilitar');
    await buttonNamed(openSheet(page), 'Dejar de facilitar').click();
    await page.getByRole('status').getByText(words('Ya no facilitas')).waitFor();
    await enter('member1', `/app/groups/${slug}`);
    await linkNamed(page, 'Salir del grupo').waitFor();
    expect(await linkNamed(page, 'Canal nuevo').count()).toBe(0);
    expect(found).toEqual([]);
    await page.context().close();
  },
  300_000,
);

/** Profile name of an account. */
async function nameOf(handle: string): Promise<string> {
  const { rows } = await db.query<{ name: string }>(
    `select f.text as name from profile_field f join account a on a.id = f.account_id
     where f.kind = 'name' and a.email = $1`,
    [demoEmailOf(handle)],
  );
  return rows[0]!.name;
}
