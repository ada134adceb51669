import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  type Identity,
  linkedIdentities,
  disclosedRows,
} from '../../support/matrix/identity-linkage.js';
import { NetworkRecorder } from '../../support/browser/network-recorder.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { mainContent, openAs, undoButton } from '../../support/browser/screens/page-layout.js';
import { composer, message, sendText } from '../../support/browser/screens/channel.js';
import {
  personaAboutField,
  chooseTint,
  joinGroup,
  personaNameField,
  otherNameOption,
  ownMembershipLink,
  savePersona,
  personaHeading,
} from '../../support/browser/screens/join-with-persona.js';
import { memberRow } from '../../support/browser/screens/group-members.js';
import { searchPeople } from '../../support/browser/screens/people-directory.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

/**
 * Two members who join both groups with personas: `looks` observes, `heard` is observed. The test checks all data that
 * `looks` receives about `heard`.
 */
interface Meeting {
  readonly language: string;
  readonly heard: string;
  readonly looks: string;
  readonly as: readonly [string, string];
}
const MEETINGS: readonly Meeting[] = [
  { language: 'es', heard: 'member1', looks: 'sarita', as: ['Garza Blanca', 'Martín Pescador'] },
  { language: 'pt', heard: 'jaciara', looks: 'tadeu', as: ['Capim Dourado', 'Pedra do Meio'] },
  { language: 'en', heard: 'member3', looks: 'wilder', as: ['Slow Tide', 'North Star'] },
];
/** Groups that any member may join. */
const GROUPS = ['ten', 'five'] as const;

async function comeIn(page: Page, slug: string, name: string): Promise<void> {
  await page.goto(`${product.url}/app/groups/${slug}`);
  await joinGroup(page, name);
}

/** Fills in some fields of the persona. */
async function sayMore(page: Page, about: string, tint: number): Promise<void> {
  await ownMembershipLink(page).click();
  await personaAboutField(page).fill(about);
  await chooseTint(page, tint);
  await savePersona(page);
  await mainContent(page).getByRole('paragraph').filter({ hasText: about }).waitFor();
}

async function write(page: Page, slug: string, text: string): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from channel c join "group" g on g.id = c.group_id where g.slug = $1
     order by c.created_at, c.id limit 1`,
    [slug],
  );
  await page.goto(`${product.url}/app/channels/${rows[0]!.id}`);
  await composer(page).waitFor();
  await sendText(page, text);
  await message(page, text).waitFor();
}

/** Returns the profile id of an account, and its identity in each group. */
async function identitiesOf(handle: string): Promise<{ personId: string; all: Identity[] }> {
  const sql = (text: string) => db.query<Record<string, string>>(text, [demoEmailOf(handle)]);
  const profile = await sql(
    `select p.id, f.text as name from profile p join account a on a.id = p.account_id
     join profile_field f on f.account_id = a.id and f.kind = 'name' where a.email = $1`,
  );
  const worn = await sql(
    `select m.id, m.persona_name as name, m.persona_about as about from membership m
     join account a on a.id = m.account_id where a.email = $1 and m.persona_name is not null
     and m.group_id in (select id from "group" where slug in ('ten', 'five'))`,
  );
  const { id, name } = profile.rows[0]!;
  const all: Identity[] = worn.rows.map((one) => ({
    ...{ of: handle, key: one['name']! },
    marks: [one['id']!, one['name']!, one['about']!],
  }));
  return { personId: id!, all: [...all, { of: handle, key: 'profile', marks: [id!, name!] }] };
}

/** Parses all recorded responses and socket frames as JSON. */
const parsed = (heard: string): unknown[] =>
  heard.split('\n').flatMap((line) => {
    const text = line.replace(/^\d+(?=[[{])/, '');
    if (!/^[[{]/.test(text)) return [];
    try {
      return [JSON.parse(text) as unknown];
    } catch {
      return [];
    }
  });

test.each(sampledLanguages(MEETINGS))(
  'In $language a member with a persona in each of two groups cannot be linked across them or to their profile',
  async ({ language, heard, looks, as }) => {
    await db.query('update account set language = $2 where email = $1', [
      demoEmailOf(heard),
      language,
    ]);
    const [page, other] = [await browsers.open(), await browsers.open()];
    const hearing = new NetworkRecorder(other);
    await setSessionCookie(other, product.url, looks);
    for (const slug of GROUPS) await comeIn(other, slug, `Lluvia ${language} ${slug}`);

    await setSessionCookie(page, product.url, heard);
    const found: string[] = [];
    for (const [at, slug] of GROUPS.entries()) {
      await comeIn(page, slug, as[at]!);
      await sayMore(page, `${as[at]}: ${language}`, at + 2);
      if (at === 0) found.push(...(await pageProblems(page, `persona-${language}-me`, language)));
      await write(page, slug, `${as[at]} ${slug}`);
    }
    const { personId, all } = await identitiesOf(heard);
    expect(all).toHaveLength(3);

    // The observer opens the member list, each card and each channel of each group, then the directory and the profile.
    for (const [at, slug] of GROUPS.entries()) {
      await other.goto(`${product.url}/app/groups/${slug}/members`);
      await memberRow(other, as[at]!).getByRole('link').click();
      await mainContent(other).getByText(`${as[at]}: ${language}`).waitFor();
      expect(await mainContent(other).getByRole('link').count()).toBe(0);
      await write(other, slug, `Hola (${language}) desde ${slug}`);
      await message(other, `${as[at]} ${slug}`).waitFor();
    }
    for (const path of [`/people/${personId}`, '/people', '/groups', '/channels', '/']) {
      await other.goto(`${product.url}/app${path}`);
      await waitForIdlePage(other);
    }
    await other.goto(`${product.url}/app/people`);
    await searchPeople(other, as[0]!);
    await waitForIdlePage(other);

    const text = await hearing.between(0);
    const told = parsed(text);
    expect(told.length).toBeGreaterThan(30);
    for (const { marks } of all) expect(text).toContain(marks[1]);
    expect(linkedIdentities(told.flatMap(disclosedRows), all)).toEqual([]);
    const account = await db.query<{ id: string }>('select id from account where email = $1', [
      demoEmailOf(heard),
    ]);
    expect(text).not.toContain(account.rows[0]!.id);
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  180_000,
);

test('A member takes a persona and undoes it from the toast; the name of their profile is refused as a persona name', async () => {
  const page = await browsers.open();
  await openAs(page, 'member1', '/app/groups/one/me');
  await waitForIdlePage(page);
  const heading = mainContent(page).getByRole('heading', { level: 2 }).first();
  const own = (await heading.textContent())!;
  await otherNameOption(page).check();
  await personaNameField(page).fill(own.toUpperCase());
  await savePersona(page);
  await page
    .getByText(wholeText('Es el nombre de tu perfil. Elige otro, para que no lleve a él.'))
    .waitFor();
  await personaNameField(page).fill('Nube Baja');
  await page.getByText(wholeText('Lo que ya se vio no se borra')).waitFor();
  await savePersona(page);
  await personaHeading(page, 'Nube Baja').waitFor();
  await undoButton(page).click();
  await personaHeading(page, own).waitFor();
  await page.context().close();
}, 60_000);
