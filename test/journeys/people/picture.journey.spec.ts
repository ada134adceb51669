import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Who shows a picture, in a language; who looks; and a group where the first has another name. */
const SHOWN = [
  { language: 'es', owner: 'member1', other: 'sarita', colours: ['#77aacc', '#402010'] },
  { language: 'pt', owner: 'member2', other: 'jaciara', colours: ['#e0c070', '#206040'] },
  { language: 'en', owner: 'member3', other: 'wilder', colours: ['#d0d0e8', '#802040'] },
] as const;

/** A group that is open to both, in which neither is. */
async function openTo(one: string, other: string): Promise<string> {
  const { rows } = await db.query<{ slug: string }>(
    `select slug from "group" g where access = 'open' and is_listed and not exists (
       select 1 from membership m join account a on a.id = m.account_id
       where m.group_id = g.id and m.ended_at is null and a.email in ($1, $2)) order by slug limit 1`,
    [emailOf(one), emailOf(other)],
  );
  return rows[0]!.slug;
}

/** A landscape of two colours. */
async function picture([sky, ground]: readonly [string, string]) {
  const create = { width: 320, height: 240, channels: 3 as const, background: sky };
  const land = { create: { ...create, height: 110, background: ground } };
  const buffer = await sharp({ create })
    .composite([{ input: land, left: 0, top: 130 }])
    .jpeg()
    .toBuffer();
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer };
}

const profileOf = async (handle: string) => {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select p.id, f.text as name from profile p join account a on a.id = p.account_id
     join profile_field f on f.account_id = a.id and f.kind = 'name' where a.email = $1`,
    [emailOf(handle)],
  );
  return rows[0]!;
};

async function at(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}/app${path}`);
  await settled(page);
}

/** Chooses a file and sends it. */
async function send(page: Page, file: Awaited<ReturnType<typeof picture>>): Promise<void> {
  await page.locator('main input[type=file]').setInputFiles(file);
  const preview = page.locator('main img[src^="data:"]');
  await preview.waitFor();
  await page.locator('main .btn--primary.btn--sm').click();
}

/** Lets go of what was refused: it would pass for what is chosen next. */
async function cancel(page: Page): Promise<void> {
  await page.locator('main .btn--primary.btn--sm + .btn--text').click();
  await page.locator('main img[src^="data:"]').waitFor({ state: 'detached' });
}

const shown = (page: Page, of: 'avatar' | 'persona') => page.locator(`img[src^="/files/${of}/"]`);
/** Whether the browser could draw it; a picture far down is fetched when it is looked at, and a list may be made anew meanwhile. */
const isDrawn = async (page: Page, of: 'avatar' | 'persona') => {
  const drawn = await page.waitForFunction((kind) => {
    const image = document.querySelector<HTMLImageElement>(`img[src^="/files/${kind}/"]`);
    image?.scrollIntoView();
    return image?.complete && image.naturalWidth > 0;
  }, of);
  return drawn.jsonValue();
};

test.each(SHOWN)(
  'In $language a picture is shown where its owner is found and in what others see, and taken away and back',
  async ({ language, owner, other, colours }) => {
    for (const handle of [owner, other]) {
      await db.query('update account set language = $2 where email = $1', [
        emailOf(handle),
        language,
      ]);
    }
    const [page, onlooker] = [await browsers.open(), await browsers.open()];
    await signIn(page, product.url, owner);
    await signIn(onlooker, product.url, other);
    const { id, name } = await profileOf(owner);
    await db.query(
      `update profile_field f set audience = 'members' from account a
       where a.id = f.account_id and a.email = $1 and f.kind = 'avatar'`,
      [emailOf(owner)],
    );
    const found: string[] = [];
    const look = async (where: string) =>
      void found.push(...(await faultsOf(page, `picture-${language}-${where}`, language)));

    await at(page, '/me');
    await send(page, await picture(colours));
    await page.locator('.toast').waitFor();
    await shown(page, 'avatar').first().waitFor();
    await look('mine');

    await at(onlooker, '/people');
    await onlooker.fill('#people-words', name);
    await onlooker.keyboard.press('Enter');
    const card = onlooker.locator('.pc', { hasText: name });
    await card.locator('img[src^="/files/avatar/"]').waitFor();
    expect(await isDrawn(onlooker, 'avatar')).toBe(true);
    await at(page, '/me/view-as');
    await page.locator('[data-field=avatar] .badge--ok').waitFor();
    expect(await isDrawn(page, 'avatar')).toBe(true);
    await look('view-as');

    await at(onlooker, `/people/${id}`);
    await shown(onlooker, 'avatar').first().waitFor();
    await at(page, '/me');
    await page.locator('.pf:has(input[type=file]) .btn--text').click();
    await shown(page, 'avatar').first().waitFor({ state: 'detached' });
    await shown(onlooker, 'avatar').first().waitFor({ state: 'detached' });
    await page.locator('.toast button').click();
    await shown(page, 'avatar').first().waitFor();
    await shown(onlooker, 'avatar').first().waitFor();
    expect(await isDrawn(onlooker, 'avatar')).toBe(true);
    expect(found).toEqual([]);
    for (const one of [page, onlooker]) await one.context().close();
  },
  180_000,
);

const reportsOf = async (personaName: string): Promise<number> => {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from report r
       join membership m on m.persona_picture = replace(r.subject_key::text, '-', '')
     where r.subject_name = 'Membership' and m.persona_name = $1`,
    [personaName],
  );
  return rows[0]!.count;
};

test.each(SHOWN)(
  'In $language another name has another picture: the same one is refused in words, another is seen by the group alone, and can be reported',
  async ({ language, owner, other, colours: [one, two] }) => {
    const [page, onlooker] = [await browsers.open(), await browsers.open()];
    const slug = await openTo(owner, other);
    for (const [where, handle, as] of [
      [page, owner, `Zorzal ${language}`],
      [onlooker, other, null],
    ] as const) {
      await signIn(where, product.url, handle);
      await at(where, `/groups/${slug}`);
      if (as) {
        await where.locator('main input[name=as]').nth(1).check();
        await where.fill('input[name=personaName]', as);
      }
      await where.locator('main .btn--primary').click();
      await where.locator(`a[href="/app/groups/${slug}/me"]`).waitFor();
    }
    const found: string[] = [];
    await at(page, `/groups/${slug}/me`);
    await send(page, await picture([one, two]));
    await page.locator('main .error').waitFor();
    found.push(...(await faultsOf(page, `persona-picture-${language}-refused`, language)));
    expect(await shown(page, 'persona').count()).toBe(0);
    await cancel(page);
    await send(page, await picture([two, one]));
    await shown(page, 'persona').first().waitFor();
    found.push(...(await faultsOf(page, `persona-picture-${language}-mine`, language)));

    await at(onlooker, `/groups/${slug}/members`);
    const row = onlooker.locator('.row', { hasText: `Zorzal ${language}` });
    await row.locator('img[src^="/files/persona/"]').waitFor();
    expect(await isDrawn(onlooker, 'persona')).toBe(true);
    await row.locator('a').click();
    await onlooker.locator('main h1', { hasText: 'Zorzal' }).waitFor();
    expect(await isDrawn(onlooker, 'persona')).toBe(true);
    await onlooker.locator('main .btn--text').click();
    await onlooker.locator('dialog[open] input[type=radio]').nth(2).check();
    found.push(...(await faultsOf(onlooker, `persona-picture-${language}-report`, language)));
    await onlooker.locator('dialog[open] [type=submit]').click();
    await onlooker.locator('.toast').waitFor();
    expect(await reportsOf(`Zorzal ${language}`)).toBe(1);
    const names = await shown(onlooker, 'persona').first().getAttribute('src');
    await at(onlooker, `/people/${(await profileOf(owner)).id}`);
    expect(await onlooker.locator('main').innerHTML()).not.toContain(names!.split('/')[3]!);
    expect(found).toEqual([]);
    for (const one_ of [page, onlooker]) await one_.context().close();
  },
  180_000,
);

test('Laid down with its name and taken back from the toast, a persona has its picture again; removed, too', async () => {
  const [page, onlooker] = [await browsers.open(), await browsers.open()];
  await signIn(page, product.url, 'sarita');
  await signIn(onlooker, product.url, 'member1');
  const inside = page.locator('main');
  await at(page, '/groups/one/me');
  await inside.locator('input[name=as]').nth(1).check();
  await inside.locator('input.input').first().fill('Garza Parda');
  await inside.locator('[type=submit]').click();
  await inside.locator('h2', { hasText: 'Garza Parda' }).waitFor();
  await send(page, await picture(['#c8b0e0', '#503010']));
  await shown(page, 'persona').first().waitFor();
  await at(onlooker, '/groups/one/members');
  const row = onlooker.locator('.row', { hasText: 'Garza Parda' });
  await row.locator('img[src^="/files/persona/"]').waitFor();

  await inside.locator('input[name=as]').first().check();
  await inside.locator('[type=submit]').click();
  await inside.locator('h2', { hasText: 'Sarita' }).waitFor();
  await row.waitFor({ state: 'detached' });
  expect(await shown(page, 'persona').count()).toBe(0);
  await page.locator('.toast button').click();
  await inside.locator('h2', { hasText: 'Garza Parda' }).waitFor();
  await shown(page, 'persona').first().waitFor();
  await row.locator('img[src^="/files/persona/"]').waitFor();
  expect(await isDrawn(onlooker, 'persona')).toBe(true);

  await inside.locator('.btn--text', { hasText: 'Quitar foto' }).click();
  await shown(page, 'persona').first().waitFor({ state: 'detached' });
  await row.locator('img').waitFor({ state: 'detached' });
  await page.locator('.toast button').click();
  await shown(page, 'persona').first().waitFor();
  await row.locator('img[src^="/files/persona/"]').waitFor();
  for (const one of [page, onlooker]) await one.context().close();
}, 180_000);
