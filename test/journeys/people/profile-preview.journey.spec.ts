import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  queryApi,
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import {
  linkNamed,
  mainContent,
  openAs,
  openSheet,
  TapCounter,
  undoButton,
} from '../../support/browser/screens/page-layout.js';
import { personaHeading } from '../../support/browser/screens/join-with-persona.js';
import {
  audienceButton,
  gapBelowAudienceButton,
  profileField,
  fieldsByVisibility,
  viewAsOption,
} from '../../support/browser/screens/view-as.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { partOfText, startOfText, wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

/** The owner and the language of a profile, and another member whose page shows this profile during the test. */
const OWNERS = [
  { language: 'es', owner: 'member1', other: 'nina' },
  { language: 'pt', owner: 'member2', other: 'saul' },
  { language: 'en', owner: 'member3', other: 'davi' },
] as const;

const profileOf = async (handle: string): Promise<string> => {
  const { rows } = await db.query<{ id: string }>(
    'select p.id from profile p join account a on a.id = p.account_id where a.email = $1',
    [demoEmailOf(handle)],
  );
  return rows[0]!.id;
};

const ALL = ['onlyMe', 'allies', 'groups', 'members'];
const CEILINGS: Readonly<Record<string, string>> = { contact: 'allies', region: 'groups' };
const TERMS: Readonly<Record<string, string>> = {
  issueAreas: 'issue:human-rights',
  practices: 'practice:media-education',
  territories: 'territory:PE',
  region: 'territory:PE-LOR',
  languages: 'language:qu',
  interprets: 'language:ay',
  skills: 'skill:facilitation',
};

/** Value of a field; a picture has a unique file name. */
const textOf = (kind: string) =>
  kind === 'avatar' ? crypto.randomUUID().replaceAll('-', '') : `Algo de ${kind}`;

/**
 * Fills every field and sets its audience. `turn` selects which audience each field gets; the name is always visible to
 * all members.
 */
async function audiences(handle: string, turn: number): Promise<void> {
  const { rows } = await db.query<{ id: string; kind: string; text: string; terms: string[] }>(
    `select f.id, f.kind, f.text, f.terms from profile_field f join account a on a.id = f.account_id
     where a.email = $1 and f.kind <> 'colour' order by f.kind`,
    [demoEmailOf(handle)],
  );
  for (const [at, { id, kind, text, terms }] of rows.entries()) {
    const upTo = ALL.slice(0, ALL.indexOf(CEILINGS[kind] ?? 'members') + 1);
    const audience = kind === 'name' ? 'members' : upTo[(at + turn) % upTo.length];
    const isEmpty = text === '' && terms.length === 0;
    const term = TERMS[kind];
    await db.query(
      `update profile_field set audience = $2, is_for_chosen_groups = false, version = version + 1,
         text = $3, terms = $4 where id = $1`,
      [...[id, audience], isEmpty && !term ? textOf(kind) : text, isEmpty && term ? [term] : terms],
    );
  }
}

const DOCUMENT = `query ($id: ID!) { person(id: $id) { name avatar pronouns about organisation contact supportSought
  issueAreas(language: es) { id } practices(language: es) { id } territories(language: es) { id }
  languages(language: es) { id } interprets(language: es) { id } skills(language: es) { id } region(language: es) { id } } }`;

/** Returns the fields of a person that the server answers with a value. */
async function answeredTo(page: Page, id: string): Promise<string[]> {
  type Answer = { person: Record<string, unknown> };
  const { person } = await queryApi<Answer>(page, product.url, DOCUMENT, { id });
  const says = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  return Object.keys(person)
    .filter((kind) => says(person[kind]))
    .sort();
}

test.each(sampledLanguages(OWNERS))(
  'In $language a member hides a field in the preview of their profile and undoes it, and an open page updates',
  async ({ language, owner, other: onlooker }) => {
    await audiences(owner, 0);
    await db.query(
      `update profile_field f set audience = 'members', text = 'Radio de la Ceiba' from account a
       where a.id = f.account_id and a.email = $1 and f.kind = 'organisation'`,
      [demoEmailOf(owner)],
    );
    const [page, other] = [await browsers.open(), await browsers.open()];
    await openAs(other, onlooker, `/app/people/${await profileOf(owner)}`);
    await other.getByText('Radio de la Ceiba').waitFor();
    await openAs(page, owner);
    const tap = new TapCounter();
    await tap.on(linkNamed(page, 'Tu cuenta'));
    await tap.on(mainContent(page).getByRole('link', { name: startOfText('Cómo me ven') }));
    const organisation = profileField(page, 'Organización');
    await organisation.waitFor();
    await waitForIdlePage(page);
    const found = await pageProblems(page, `seen-${language}`, language);
    // The page names the viewer whose view it shows, and its only action is to change the audience of a field.
    await page.getByText(partOfText('Estás viendo como: {0}', { 0: '' })).waitFor();
    const others = mainContent(page)
      .getByRole('button')
      .and(page.locator('button:not([aria-expanded], [aria-pressed])'));
    expect([await others.count(), await mainContent(page).getByRole('textbox').count()]).toEqual([
      0, 0,
    ]);
    await tap.on(audienceButton(organisation));
    expect(await gapBelowAudienceButton(organisation)).toBeLessThan(24);
    await tap.on(organisation.getByRole('radio', { name: wholeText('Solo yo') }));
    expect(tap.count).toBeLessThanOrEqual(4);
    await organisation.getByText(wholeText('No se ve')).waitFor();
    await other.getByText('Radio de la Ceiba').waitFor({ state: 'detached' });
    await undoButton(page).click();
    await organisation.getByText(wholeText('Se ve')).waitFor();
    await other.getByText('Radio de la Ceiba').waitFor();
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  120_000,
);

/** Finds three viewers of member1: an unrelated member, a member of a shared group and an ally. */
async function onlookers(): Promise<Record<'stranger' | 'mate' | 'ally', string>> {
  const handles = async (sql: string) => {
    const { rows } = await db.query<{ email: string }>(
      `with me as (select id from account where email = '${demoEmailOf('member1')}')
       select a.email from account a, me where a.standing = 'member' and a.id <> me.id and ${sql}
         and not exists (select 1 from duty d where d.account_id = a.id)
         and not exists (select 1 from hidden_pair h where h.account_id = a.id and h.other_id = me.id)
       order by a.email limit 1`,
    );
    return rows[0]!.email.split('@')[0]!;
  };
  const shares = `exists (select 1 from membership m join membership o using (group_id)
    where m.account_id = a.id and o.account_id = me.id and m.ended_at is null and o.ended_at is null)`;
  const plainly = `exists (select 1 from membership m join "group" g on g.id = m.group_id
    where m.account_id = a.id and g.slug = 'one' and m.ended_at is null and m.persona_name is null)`;
  const isAlly = 'exists (select 1 from ally y where y.account_id = a.id and y.other_id = me.id)';
  return {
    stranger: await handles(`not ${shares} and not ${isAlly}`),
    mate: await handles(`${plainly} and not ${isAlly}`),
    ally: await handles(isAlly),
  };
}

test('The preview shows each field to a member, a group, an ally and a person exactly as the server sends it to them', async () => {
  const { stranger, mate, ally } = await onlookers();
  const id = await profileOf('member1');
  const page = await browsers.open();
  await setSessionCookie(page, product.url, 'member1');
  const [{ name: groupName }] = (
    await db.query<{ name: string }>(`select name from "group" where slug = 'one'`)
  ).rows as [{ name: string }];
  const strangersName = (
    await db.query<{ text: string }>(
      `select f.text from profile_field f join account a on a.id = f.account_id
       where a.email = $1 and f.kind = 'name'`,
      [demoEmailOf(stranger)],
    )
  ).rows[0]!.text;
  const eyes = [
    { who: stranger, choose: () => viewAsOption(page, wholeText('Miembros')).click() },
    { who: mate, choose: () => viewAsOption(page, groupName).click() },
    { who: ally, choose: () => viewAsOption(page, wholeText('Aliadas y aliados')).click() },
    {
      who: stranger,
      async choose() {
        await viewAsOption(page, wholeText('Una persona')).click();
        await openSheet(page).getByRole('textbox').fill(strangersName);
        await page.keyboard.press('Enter');
        await openSheet(page).getByRole('button', { name: strangersName }).click();
      },
    },
  ];
  const others = new Map<string, Page>();
  for (const { who } of eyes) {
    if (others.has(who)) continue;
    const other = await browsers.open();
    await setSessionCookie(other, product.url, who);
    others.set(who, other);
  }
  const met = new Set<string>();
  for (let turn = 0; turn < 4; turn++) {
    await audiences('member1', turn);
    await page.goto(`${product.url}/app/me/view-as`);
    for (const { who, choose } of eyes) {
      await choose();
      await profileField(page, 'Organización').waitFor();
      await waitForIdlePage(page);
      const shown = await fieldsByVisibility(page, 'Se ve');
      expect([turn, who, shown]).toEqual([turn, who, await answeredTo(others.get(who)!, id)]);
      met.add(shown.join());
    }
  }
  expect(met.size).toBeGreaterThan(6);
  for (const one of [page, ...others.values()]) await one.context().close();
}, 180_000);

test('The preview for a group shows the persona that the member has there', async () => {
  const page = await browsers.open();
  await openAs(page, 'alba', '/app/me/view-as');
  const { rows } = await db.query<{ name: string }>(`select name from "group" where slug = 'two'`);
  await viewAsOption(page, rows[0]!.name).click();
  await personaHeading(page, 'Lluvia Tres').waitFor();
  expect(await mainContent(page).getByRole('region').count()).toBe(0);
  await linkNamed(mainContent(page), 'Cambiar cómo me ven aquí').click();
  await page.getByRole('heading', { name: wholeText('Cómo me ven aquí'), level: 1 }).waitFor();
  await personaHeading(page, 'Lluvia Tres').waitFor();
  await page.context().close();
}, 60_000);
