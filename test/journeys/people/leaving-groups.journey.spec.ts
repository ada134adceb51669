import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { DEMO_COALITION } from '../../../apps/cli/demo/coalition.js';
import { profileNameOf, setLanguage } from '../../support/browser/demo-accounts.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import { confirmWithPassword } from '../../support/browser/screens/app.js';
import {
  closedChannelNotice,
  composer,
  message,
  messages,
  sendText,
  sentMessage,
} from '../../support/browser/screens/channel.js';
import {
  buttonNamed,
  linkNamed,
  mainContent,
  openAs,
  openSheet,
} from '../../support/browser/screens/page-layout.js';
import { type Language, startOfText, wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

/** Two members who leave a group: `keeps` takes part in a coalition through it, too. */
interface Leaving {
  readonly language: Language;
  readonly group: string;
  readonly steward: string;
  readonly keeps: string;
  readonly deletes: string;
}
const LEAVINGS: readonly Leaving[] = [
  { language: 'es', group: 'one', steward: 'steward1', keeps: 'wilder', deletes: 'sarita' },
  { language: 'pt', group: 'two', steward: 'steward2', keeps: 'jussara', deletes: 'ixchel' },
  { language: 'en', group: 'one', steward: 'steward1', keeps: 'member1', deletes: 'yara' },
];

interface Place {
  readonly name: string;
  /** Channels of the group, the oldest first. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}

async function placeOf(slug: string): Promise<Place> {
  const { rows } = await db.query<Place>(
    `select g.name, json_agg(json_build_object('id', c.id, 'name', c.name) order by c.created_at, c.id) channels
     from "group" g join channel c on c.group_id = g.id where g.slug = $1 group by g.id`,
    [slug],
  );
  return rows[0]!;
}

/** Writes a last message in a channel. */
async function sayGoodbye(page: Page, handle: string, channelId: string, text: string) {
  await openAs(page, handle, `/app/channels/${channelId}`);
  await composer(page).waitFor();
  await sendText(page, text);
  await sentMessage(page, text).waitFor();
}

async function leave(page: Page, choice: string): Promise<void> {
  await page.getByRole('radio', { name: startOfText(choice) }).check();
  await buttonNamed(mainContent(page), 'Salir del grupo').click();
  await page.waitForURL(`${product.url}/app/groups`);
}

const heading = (page: Page, name: string | RegExp) =>
  mainContent(page).getByRole('heading', { name, exact: true });

test.each(sampledLanguages(LEAVINGS))(
  'In $language those who leave a group choose about their messages, and its steward sees what they could read',
  async ({ language, group: slug, steward, keeps, deletes }) => {
    await setLanguage(language, steward, keeps, deletes);
    const [group, coalition] = [await placeOf(slug), await placeOf(DEMO_COALITION.slug)];
    const channel = group.channels[0]!;
    const [page, other, watching] = [
      await browsers.open(),
      await browsers.open(),
      await browsers.open(),
    ];
    const found: string[] = [];
    const look = async (at: Page, part: string) => {
      await waitForIdlePage(at);
      found.push(...(await pageProblems(at, `leaving-${language}-${part}`, language)));
    };
    const [kept, deleted] = [`Hasta pronto (${language})`, `Me voy (${language})`];
    await openAs(watching, steward, `/app/channels/${channel.id}`);

    await sayGoodbye(page, keeps, channel.id, kept);
    await sayGoodbye(other, deletes, channel.id, deleted);
    for (const text of [kept, deleted]) await message(watching, text).waitFor();

    await page.goto(`${product.url}/app/groups/${slug}`);
    await linkNamed(mainContent(page), 'Salir del grupo').click();
    await mainContent(page)
      .getByText(
        startOfText(
          'Tu lugar en {name}, porque participas por este grupo. Allí no se dice el motivo.',
          {
            name: coalition.name,
          },
        ),
      )
      .waitFor();
    await look(page, 'choice');
    await leave(page, 'Dejarlos, sin tu nombre');
    await other.goto(`${product.url}/app/groups/${slug}/leave`);
    await leave(other, 'Borrarlos para todo el grupo');
    await messages(watching, deleted).waitFor({ state: 'detached' });
    await watching.reload();
    await message(watching, kept).waitFor();
    await messages(watching, kept)
      .and(messages(watching, startOfText('Alguien que salió')))
      .waitFor();
    expect(await messages(watching, deleted).count()).toBe(0);

    // The place in the coalition ended with the membership.
    for (const { id } of [channel, ...coalition.channels]) {
      await page.goto(`${product.url}/app/channels/${id}`);
      await closedChannelNotice(page).waitFor();
    }

    await linkNamed(mainContent(page), 'Borrar tus mensajes de donde saliste').click();
    await heading(page, coalition.name).waitFor();

    // The one who kept the messages deletes them later.
    await page.goto(`${product.url}/app/groups`);
    await mainContent(page)
      .getByRole('link', { name: startOfText('De donde saliste') })
      .click();
    const card = mainContent(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: group.name }) });
    await card.waitFor();
    await heading(page, coalition.name).waitFor();
    await look(page, 'former');
    await card.getByRole('button').click();
    await buttonNamed(openSheet(page), 'Borrar para todas las personas').click();
    await card.getByText(wholeText('Borraste tus mensajes.')).waitFor();
    await messages(watching, kept).waitFor({ state: 'detached' });
    await other.goto(`${product.url}/app/groups/former`);
    await mainContent(other).getByText(wholeText('Borraste tus mensajes.')).waitFor();

    // The steward sees what was within reach, and nobody else does.
    const name = await profileNameOf(keeps);
    await watching.goto(`${product.url}/app/groups/${slug}/members`);
    await mainContent(watching).getByRole('link', { name }).click();
    await heading(watching, wholeText('Qué podía leer {0}', { 0: name })).waitFor();
    for (const one of group.channels) {
      await mainContent(watching).getByText(one.name, { exact: true }).waitFor();
    }
    await mainContent(watching).getByRole('checkbox').first().check();
    await mainContent(watching)
      .getByText(wholeText('{count} de {total}', { count: 1, total: 5 }))
      .waitFor();
    await look(watching, 'exposure');
    await page.goto(watching.url());
    await heading(page, wholeText('No encontramos esa página')).waitFor();
    expect(found).toEqual([]);
    for (const one of [page, other, watching]) await one.context().close();
  },
  120_000,
);

/** A group that its only steward left. The demo asks one of its members to become steward. */
const LEFT = 'nine';

/** The handles of the members who were asked to become steward of the group, the last first. */
async function askedMembers(slug: string): Promise<string[]> {
  const { rows } = await db.query<{ email: string }>(
    `select a.email from succession_request r join membership m on m.id = r.membership_id
     join account a on a.id = m.account_id join "group" g on g.id = r.group_id
     where g.slug = $1 order by r.asked_at desc`,
    [slug],
  );
  return rows.map(({ email }) => email.split('@')[0]!);
}

const roleOf = async (slug: string, handle: string) =>
  (
    await db.query<{ role: string }>(
      `select m.role from membership m join "group" g on g.id = m.group_id
       join account a on a.id = m.account_id where g.slug = $1 and a.email = $2`,
      [slug, demoEmailOf(handle)],
    )
  ).rows[0]!.role;

interface GroupState {
  readonly name: string;
  readonly isArchived: boolean;
  readonly memberList: string;
}

/** The name of a group, whether it is archived, and who sees its member list. */
const stateOf = async (slug: string) =>
  (
    await db.query<GroupState>(
      `select name, archived_at is not null as "isArchived", member_list as "memberList"
       from "group" where slug = $1`,
      [slug],
    )
  ).rows[0]!;

const row = (page: Page, id: string, values?: Record<string, unknown>) =>
  mainContent(page)
    .getByRole('link', { name: startOfText(id, values) })
    .first();
const press = (page: Page, id: string) => buttonNamed(mainContent(page), id).click();
const toast = (page: Page, id: string, values?: Record<string, unknown>) =>
  page.getByRole('status').getByText(startOfText(id, values)).waitFor();

/** Closes the member list and asks to open it again, beginning at the page of the group. Returns the path of the request. */
async function askToOpenList(page: Page): Promise<string> {
  await row(page, 'Quién lo ve y cómo se entra').click();
  await page.getByRole('radio', { name: startOfText('Solo quienes lo sostienen') }).check();
  await press(page, 'Cerrar la lista');
  await toast(page, 'Ahora la lista la ven solo quienes sostienen el grupo');
  await buttonNamed(mainContent(page), 'Cerrar la lista').waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: startOfText('Las personas del grupo') }).check();
  await page.getByLabel(wholeText('Por qué lo pides')).fill('Para conocernos.');
  await press(page, 'Pedir aprobación');
  await confirmWithPassword(page);
  await page.waitForURL('**/app/approvals/*');
  return new URL(page.url()).pathname;
}

test("A member declines to become steward; the next one accepts, opens the member list with a moderator's approval, archives the group and reopens it", async () => {
  const { name } = await stateOf(LEFT);
  const [first] = await askedMembers(LEFT);
  const [page, other] = [await browsers.open(), await browsers.open()];
  await openAs(page, first!);
  await row(page, 'Te piden sostener {name}', { name }).click();
  // The home page stays until the next page has loaded, and its introductions have a button with the same name.
  await buttonNamed(mainContent(page), 'Sostener el grupo').waitFor();
  await press(page, 'Ahora no');
  await mainContent(page)
    .getByText(wholeText('Gracias por responder. Sigues en el grupo como siempre.'))
    .waitFor();
  expect(await roleOf(LEFT, first!)).toBe('facilitator');

  const [second, ...before] = await askedMembers(LEFT);
  expect(before).toEqual([first]);
  await openAs(other, second!);
  await row(other, 'Te piden sostener {name}', { name }).click();
  await press(other, 'Sostener el grupo');
  await mainContent(other).getByText(wholeText('Ahora sostienes el grupo. Gracias.')).waitFor();
  expect(await roleOf(LEFT, second!)).toBe('steward');

  await row(other, 'Ir al grupo').click();
  const request = await askToOpenList(other);
  expect(await stateOf(LEFT)).toMatchObject({ isArchived: false, memberList: 'stewards' });
  const moderator = await browsers.open();
  await openAs(moderator, 'moderator1', request);
  await press(moderator, 'Aprobar');
  await confirmWithPassword(moderator);
  await toast(moderator, 'Aprobado: ya está hecho.');
  expect(await stateOf(LEFT)).toMatchObject({ isArchived: false, memberList: 'members' });
  // Somebody who was in the group before is not in the list of the others until they agree.
  await row(page, 'Ir al grupo').click();
  await press(page, 'Mostrarme en la lista');
  await toast(page, 'Ahora apareces en la lista');

  await other.goto(`${product.url}/app/groups/${LEFT}`);
  await row(other, 'Archivar el grupo').click();
  await press(other, 'Archivar el grupo');
  await toast(other, '{name} está archivado', { name });
  await mainContent(page).getByText(wholeText('Grupo archivado')).waitFor();
  expect(await stateOf(LEFT)).toMatchObject({ isArchived: true });
  expect(await buttonNamed(mainContent(page), 'Volver a abrirlo').count()).toBe(0);
  await press(other, 'Volver a abrirlo');
  await toast(other, '{name} vuelve a estar abierto', { name });
  await mainContent(page).getByText(wholeText('Grupo archivado')).waitFor({ state: 'detached' });
  expect(await stateOf(LEFT)).toMatchObject({ isArchived: false });
  for (const one of [page, other, moderator]) await one.context().close();
}, 120_000);
