import type { Page, Response } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
  openSignedIn,
} from '../../support/browser/page-checks.js';
import { confirmWithPassword as confirm, sendReport } from '../../support/browser/screens/app.js';
import { moderationActions } from '../../support/browser/screens/desk.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { wholeText } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney({
  prepare: () => db.query(`update account set language = 'es' where email like 'moderator%'`),
});

/** Reporter and reported member, both in the group `one`. The reported member reads Portuguese. */
const REPORTER = { handle: 'member1', name: 'Maritza Yacu' };
const REPORTED = { handle: 'yara', name: 'Yara Cachoeira' };
/** The member whom two moderators remove permanently. */
const REMOVED = { handle: 'wilder', name: 'Wilder Cocha Serena' };
type Side = typeof REPORTER;

const personIdOf = async ({ handle }: Side): Promise<string> => {
  const sql = `select p.id from profile p join account a on a.id = p.account_id where a.email = $1`;
  return (await db.query<{ id: string }>(sql, [demoEmailOf(handle)])).rows[0]!.id;
};

/** Finds the matter about a member, and the moderators without a conflict of interest in it. */
async function matterAbout({ handle }: Side): Promise<{ id: string; moderators: string[] }> {
  const { rows } = await db.query<{ id: string; email: string }>(
    `select m.id, d.email from matter m join account r on r.id = m.reported_id and r.email = $1
     cross join (select a.id, a.email from duty x join account a on a.id = x.account_id
       where x.name = 'moderate' and a.standing = 'member') d
     where m.stage <> 'closed' and m.persona_id is null
       and not exists (select 1 from matter_tie t where t.matter_id = m.id and t.account_id = d.id)
       and not exists (select 1 from matter_party p where p.matter_id = m.id and p.account_id = d.id)
     order by m.created_at desc, d.email`,
    [demoEmailOf(handle)],
  );
  return { id: rows[0]!.id, moderators: rows.map(({ email }) => email.split('@')[0]!) };
}

const at = async (page: Page, path: string): Promise<string> => {
  await page.goto(product.url + path);
  await waitForIdlePage(page);
  return page.getByRole('main').innerText();
};

/** Reports a member on their profile page, for repeated unwanted messages. */
async function report(page: Page, side: Side): Promise<void> {
  await at(page, `/app/people/${await personIdOf(side)}`);
  await page.getByRole('button', { name: 'Más acciones' }).click();
  await page.getByText('Reportar').first().click();
  await sendReport(page, 'Le dije que no y sigue escribiendo.');
}

/**
 * Returns whether this is the response to a search for these words. The page sends the words without accents and
 * capitals.
 */
function asksForPeople(answer: Response, words: string): boolean {
  const asked = answer.request().postData() ?? '';
  return asked.includes('query People(') && asked.includes(words.toLowerCase());
}

const LOADING = wholeText('Cargando');

/** Returns whether the signed-in member finds the other member by name. */
async function finds(page: Page, { name }: Side): Promise<boolean> {
  // Opens another page first: if the directory were loaded again, it would already contain the search text and send no
  // new request.
  for (const path of ['/app', '/app/people']) await at(page, path);
  await page.getByRole('searchbox').fill(name);
  const answer = page.waitForResponse((one) => asksForPeople(one, name));
  await page.keyboard.press('Enter');
  expect(await (await answer).json()).not.toHaveProperty('errors');
  await page.getByRole('button', { name, pressed: true }).waitFor();
  await page.getByRole('status', { name: LOADING }).first().waitFor({ state: 'detached' });
  return (await page.getByRole('main').getByRole('link', { name }).count()) > 0;
}

/** Chooses the reason for a sanction. The page then suggests a text for the reported member. */
async function sayWhy(desk: Page): Promise<void> {
  const why = moderationActions(desk).getByLabel('Por qué', { exact: true });
  if ((await why.inputValue()) === '') await why.selectOption('harassment');
  const words = moderationActions(desk).getByLabel('Lo que le decimos');
  await waitUntil('No words are suggested', async () => (await words.inputValue()) !== '');
}

test('A moderator separates the reported member from the reporter, after which neither finds the other anywhere', async () => {
  const [one, other] = [await browsers.open(), await browsers.open()];
  await setSessionCookie(one, product.url, REPORTER.handle);
  await setSessionCookie(other, product.url, REPORTED.handle);
  expect([await finds(one, REPORTED), await finds(other, REPORTER)]).toEqual([true, true]);

  await report(one, REPORTED);
  const { id, moderators } = await matterAbout(REPORTED);
  const desk = await browsers.open({ viewport: { width: 1280, height: 800 } });
  await setSessionCookie(desk, product.url, moderators[0]!);
  await at(desk, `/app/desk/matters/${id}`);
  await desk.getByRole('button', { name: 'Tomarlo y abrir' }).click();
  await desk.getByRole('button', { name: 'Separar de quien reportó' }).click();
  await moderationActions(desk).getByRole('radio').first().waitFor();
  expect(await desk.content()).not.toContain(REPORTER.name);
  expect(await pageProblems(desk, 'separation-order', 'es')).toEqual([]);
  await sayWhy(desk);
  await desk.getByRole('button', { name: 'Ordenar la separación' }).click();
  await desk.getByText(`Separación de ${REPORTED.name} ordenada`).waitFor();
  await desk.getByText('Separación desde el').waitFor();

  expect([await finds(one, REPORTED), await finds(other, REPORTER)]).toEqual([false, false]);
  for (const [page, side] of [
    [one, REPORTED],
    [other, REPORTER],
  ] as const) {
    expect(await at(page, `/app/people/${await personIdOf(side)}`)).not.toContain(side.name);
    for (const path of ['/app', '/app/people', '/app/groups', '/app/introductions']) {
      expect(await at(page, path)).not.toContain(side.name);
    }
  }
  // The reported member had to leave the group: the member list lacks the name, and the group page is closed to this
  // member.
  expect(await at(one, '/app/groups/one/members')).not.toContain(REPORTED.name);
  const closed = await at(other, '/app/groups/one');
  expect(closed).toContain('Neste grupo se entra por convite.');
  const { rows } = await db.query<{ name: string }>(
    `select c.name from channel c join "group" g on g.id = c.group_id where g.slug = 'one'`,
  );
  const channels = await at(other, '/app/channels');
  for (const { name } of rows) expect(channels.split('\n')).not.toContain(name);

  await at(other, '/app/me/notices');
  await other.getByRole('main').getByRole('link', { name: 'Separação' }).first().click();
  await other.getByText('Grupos que você deixa').waitFor();
  expect(await other.content()).not.toContain(REPORTER.name);
  expect(await pageProblems(other, 'separation-told', 'pt')).toEqual([]);
}, 240_000);

test('A moderator asks to remove a member permanently, another approves it, and the member may only appeal', async () => {
  const [one, other] = [await browsers.open(), await browsers.open()];
  await setSessionCookie(one, product.url, REPORTER.handle);
  await openSignedIn(other, product.url, REMOVED.handle);
  await report(one, REMOVED);
  const { id, moderators } = await matterAbout(REMOVED);
  const [desk, second] = [await browsers.open(), await browsers.open()];
  await setSessionCookie(desk, product.url, moderators[0]!);
  await setSessionCookie(second, product.url, moderators[1]!);

  await at(desk, `/app/desk/matters/${id}`);
  await desk.getByRole('button', { name: 'Tomarlo y abrir' }).click();
  await desk.getByRole('button', { name: 'Sacar de Trama para siempre' }).click();
  await sayWhy(desk);
  await desk.getByLabel('Por qué lo pides').fill('Ya le escribimos dos veces y sigue.');
  await desk.getByRole('button', { name: 'Pedir aprobación' }).scrollIntoViewIfNeeded();
  expect(await pageProblems(desk, 'removal-ask', 'es')).toEqual([]);
  await desk.getByRole('button', { name: 'Pedir aprobación' }).click();
  await confirm(desk, 'Todavía no cambia nada');
  await desk.getByText('falta que otra lo apruebe').waitFor();
  expect(await pageProblems(desk, 'removal-waits', 'es')).toEqual([]);
  await desk.getByRole('link', { name: 'Ver el pedido' }).click();
  await desk.getByText('Lo aprueba otra persona.', { exact: false }).first().waitFor();
  expect(await desk.getByRole('button', { name: 'Aprobar', exact: true }).count()).toBe(0);

  await at(second, new URL(desk.url()).pathname);
  const asked = await second.getByRole('main').innerText();
  for (const said of [REMOVED.name, 'Acoso', 'Ya le escribimos dos veces', 'Ninguno: enseguida']) {
    expect(asked).toContain(said);
  }
  expect(asked).not.toContain(REPORTER.name);
  expect(await pageProblems(second, 'removal-approve', 'es')).toEqual([]);
  await second.getByRole('button', { name: 'Aprobar', exact: true }).click();
  await confirm(second, 'Sus sesiones se cierran en este momento');
  await second.getByText('Aprobado: ya está hecho.').waitFor();

  expect(await finds(one, REMOVED)).toBe(false);
  await other.goto(`${product.url}/app`);
  await other.waitForURL(/sign-in/);
  await openSignedIn(other, product.url, REMOVED.handle);
  await other.getByRole('heading', { level: 1, name: 'Fuera de Trama' }).waitFor();
  expect(await pageProblems(other, 'removal-home', 'es')).toEqual([]);
  expect(await other.getByRole('banner').innerText()).not.toContain('Reconectando');
  await other.getByText('Por qué, y cómo apelar').click();
  await other.getByRole('main').getByRole('link', { name: 'Fuera de Trama' }).first().click();
  await other.getByLabel('Por qué apelas').fill('No fui yo quien escribió.');
  expect(await pageProblems(other, 'removal-appeal', 'es')).toEqual([]);
  await other.getByRole('button', { name: 'Apelar' }).click();
  await other.getByText('La va a revisar una persona que no tomó la decisión').waitFor();
}, 240_000);
