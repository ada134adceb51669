import type { Locator, Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { type Identity, joined, rowsIn } from '../../support/matrix/dots.js';
import { Hearing } from '../../support/browser/hearing.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Two who come into both groups under other names: one in a language, who is heard; the other looks. */
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
/** Open to every member, so that each comes in by themself. */
const GROUPS = ['three', 'five'] as const;

const inMain = (page: Page, selector: string): Locator => page.locator(`main ${selector}`);

async function comeIn(page: Page, slug: string, name: string): Promise<void> {
  await page.goto(`${product.url}/app/groups/${slug}`);
  await inMain(page, 'input[name=as]').nth(1).check();
  await page.fill('input[name=personaName]', name);
  await inMain(page, '.btn--primary').click();
  await page.locator(`a[href="/app/groups/${slug}/me"]`).waitFor();
}

/** Says a little of oneself, under that name. */
async function sayMore(page: Page, slug: string, about: string, tint: number): Promise<void> {
  await page.locator(`a[href="/app/groups/${slug}/me"]`).click();
  await page.locator('textarea').fill(about);
  await page.locator('.tint').nth(tint).click();
  await inMain(page, '[type=submit]').click();
  await inMain(page, '.said').getByText(about).waitFor();
}

async function write(page: Page, slug: string, text: string): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from channel c join "group" g on g.id = c.group_id where g.slug = $1
     order by c.created_at, c.id limit 1`,
    [slug],
  );
  await page.goto(`${product.url}/app/channels/${rows[0]!.id}`);
  await page.fill('.composer__box', text);
  await page.locator('.iconbtn--send').click();
  await page.locator('.msg__t', { hasText: text }).waitFor();
}

/** Who somebody is: by their profile, and in each group. */
async function identitiesOf(handle: string): Promise<{ personId: string; all: Identity[] }> {
  const sql = (text: string) => db.query<Record<string, string>>(text, [emailOf(handle)]);
  const profile = await sql(
    `select p.id, f.text as name from profile p join account a on a.id = p.account_id
     join profile_field f on f.account_id = a.id and f.kind = 'name' where a.email = $1`,
  );
  const worn = await sql(
    `select m.id, m.persona_name as name, m.persona_about as about from membership m
     join account a on a.id = m.account_id where a.email = $1 and m.persona_name is not null
     and m.group_id in (select id from "group" where slug in ('three', 'five'))`,
  );
  const { id, name } = profile.rows[0]!;
  const all: Identity[] = worn.rows.map((one) => ({
    ...{ of: handle, key: one['name']! },
    marks: [one['id']!, one['name']!, one['about']!],
  }));
  return { personId: id!, all: [...all, { of: handle, key: 'profile', marks: [id!, name!] }] };
}

/** Everything that was heard, as JSON: answers, and frames of the socket. */
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

test.each(MEETINGS)(
  'In $language two who share two groups under other names meet as four people who have nothing in common',
  async ({ language, heard, looks, as }) => {
    await db.query('update account set language = $2 where email = $1', [emailOf(heard), language]);
    const [page, other] = [await browsers.open(), await browsers.open()];
    const hearing = new Hearing(other);
    await signIn(other, product.url, looks);
    for (const slug of GROUPS) await comeIn(other, slug, `Lluvia ${language} ${slug}`);

    await signIn(page, product.url, heard);
    const found: string[] = [];
    for (const [at, slug] of GROUPS.entries()) {
      await comeIn(page, slug, as[at]!);
      await sayMore(page, slug, `${as[at]}: ${language}`, at + 2);
      if (at === 0) found.push(...(await faultsOf(page, `persona-${language}-me`, language)));
      await write(page, slug, `${as[at]} ${slug}`);
    }
    const { personId, all } = await identitiesOf(heard);
    expect(all).toHaveLength(3);

    // Whoever looks goes everywhere: the people of each group, each card, each channel, the directory, the profile.
    for (const [at, slug] of GROUPS.entries()) {
      await other.goto(`${product.url}/app/groups/${slug}/members`);
      const card = other.locator(`a[href^="/app/groups/${slug}/members/"]`, { hasText: as[at]! });
      await card.click();
      await inMain(other, '.said').getByText(`${as[at]}: ${language}`).waitFor();
      expect(await other.locator('main a[href^="/app/people/"]').count()).toBe(0);
      await write(other, slug, `Hola (${language}) desde ${slug}`);
      await other.locator('.msg__t', { hasText: `${as[at]} ${slug}` }).waitFor();
    }
    for (const path of [`/people/${personId}`, '/people', '/groups', '/channels', '/']) {
      await other.goto(`${product.url}/app${path}`);
      await settled(other);
    }
    await other.goto(`${product.url}/app/people`);
    await other.fill('#people-words', as[0]!);
    await other.keyboard.press('Enter');
    await settled(other);

    const text = await hearing.between(0);
    const told = parsed(text);
    expect(told.length).toBeGreaterThan(30);
    for (const { marks } of all) expect(text).toContain(marks[1]);
    expect(joined(told.flatMap(rowsIn), all)).toEqual([]);
    const account = await db.query<{ id: string }>('select id from account where email = $1', [
      emailOf(heard),
    ]);
    expect(text).not.toContain(account.rows[0]!.id);
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  180_000,
);

test('Another name is taken and laid down again from the toast, and one’s own is refused in words', async () => {
  const page = await browsers.open();
  await signIn(page, product.url, 'member1');
  await page.goto(`${product.url}/app/groups/one/me`);
  await settled(page);
  const own = (await inMain(page, 'h2').first().textContent())!;
  await inMain(page, 'input[name=as]').nth(1).check();
  const name = inMain(page, 'input.input').first();
  await name.fill(own.toUpperCase());
  await inMain(page, '[type=submit]').click();
  await page.getByText('Es el nombre de tu perfil').waitFor();
  await name.fill('Nube Baja');
  await page.getByText('Lo que ya se vio no se borra').waitFor();
  await inMain(page, '[type=submit]').click();
  await inMain(page, 'h2').getByText('Nube Baja').waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Deshacer' }).click();
  await inMain(page, 'h2').getByText(own).waitFor();
  await page.context().close();
}, 60_000);
