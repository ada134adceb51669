import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import {
  buttonNamed,
  mainContent,
  openAs,
  openSheet,
  undoButton,
} from '../../support/browser/screens/page-layout.js';
import {
  joinGroup,
  personaNameField,
  otherNameOption,
  savePersona,
  personaHeading,
  profileOption,
} from '../../support/browser/screens/join-with-persona.js';
import { memberRow } from '../../support/browser/screens/group-members.js';
import { personCard, searchPeople } from '../../support/browser/screens/people-directory.js';
import {
  cancelPicture,
  isPictureLoaded,
  type PictureFile,
  pictures,
  removePictureButton,
  uploadPicture,
} from '../../support/browser/screens/pictures.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney();

/** A member with a picture, the language of the page, an observer, and a group where the member uses another name. */
const SHOWN = [
  { language: 'es', owner: 'member1', other: 'sarita', colours: ['#77aacc', '#402010'] },
  { language: 'pt', owner: 'member2', other: 'jaciara', colours: ['#e0c070', '#206040'] },
  { language: 'en', owner: 'member3', other: 'wilder', colours: ['#d0d0e8', '#802040'] },
] as const;

/** Finds a group that both accounts may join and to which neither belongs. */
async function openTo(one: string, other: string): Promise<string> {
  const { rows } = await db.query<{ slug: string }>(
    `select slug from "group" g where access = 'open' and is_listed and not exists (
       select 1 from membership m join account a on a.id = m.account_id
       where m.group_id = g.id and m.ended_at is null and a.email in ($1, $2)) order by slug limit 1`,
    [demoEmailOf(one), demoEmailOf(other)],
  );
  return rows[0]!.slug;
}

/** Creates a picture with two colours. */
async function picture([sky, ground]: readonly [string, string]): Promise<PictureFile> {
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
    [demoEmailOf(handle)],
  );
  return rows[0]!;
};

async function at(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}/app${path}`);
  await waitForIdlePage(page);
}

test.each(sampledLanguages(SHOWN))(
  'In $language a profile picture appears in the directory and in the preview, and can be removed and restored',
  async ({ language, owner, other, colours }) => {
    for (const handle of [owner, other]) {
      await db.query('update account set language = $2 where email = $1', [
        demoEmailOf(handle),
        language,
      ]);
    }
    const [page, onlooker] = [await browsers.open(), await browsers.open()];
    const { id, name } = await profileOf(owner);
    await db.query(
      `update profile_field f set audience = 'members' from account a
       where a.id = f.account_id and a.email = $1 and f.kind = 'avatar'`,
      [demoEmailOf(owner)],
    );
    const found: string[] = [];
    const look = async (where: string) =>
      void found.push(...(await pageProblems(page, `picture-${language}-${where}`, language)));

    await openAs(page, owner, '/app/me');
    await waitForIdlePage(page);
    await uploadPicture(page, await picture(colours));
    await undoButton(page).waitFor();
    await pictures(page.getByRole('banner'), 'avatar').waitFor();
    await pictures(mainContent(page), 'avatar').waitFor();
    await look('mine');

    await openAs(onlooker, other, '/app/people');
    await searchPeople(onlooker, name);
    await pictures(personCard(onlooker, name), 'avatar').waitFor();
    expect(await isPictureLoaded(onlooker, 'avatar')).toBe(true);
    await at(page, '/me/view-as');
    const field = page.getByRole('region', { name: wholeText('Foto') });
    await field.getByText(wholeText('Se ve')).waitFor();
    expect(await isPictureLoaded(page, 'avatar')).toBe(true);
    await look('view-as');

    await at(onlooker, `/people/${id}`);
    await pictures(onlooker, 'avatar').first().waitFor();
    await at(page, '/me');
    await removePictureButton(page).click();
    await pictures(page, 'avatar').first().waitFor({ state: 'detached' });
    await pictures(onlooker, 'avatar').first().waitFor({ state: 'detached' });
    await undoButton(page).click();
    await pictures(page, 'avatar').first().waitFor();
    await pictures(onlooker, 'avatar').first().waitFor();
    expect(await isPictureLoaded(onlooker, 'avatar')).toBe(true);
    expect(found).toEqual([]);
    for (const one of [page, onlooker]) await one.context().close();
  },
  180_000,
);

const USED_ELSEWHERE =
  'Ya muestras esa foto, o una casi igual, con otro de tus nombres o en un grupo que sostienes. Quien viera las dos sabría que eres tú: elige otra.';

const reportsOf = async (personaName: string): Promise<number> => {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from report r
       join membership m on m.persona_picture = replace(r.subject_key::text, '-', '')
     where r.subject_name = 'Membership' and m.persona_name = $1`,
    [personaName],
  );
  return rows[0]!.count;
};

test.each(sampledLanguages(SHOWN))(
  "In $language a persona may not use the profile picture; the persona's own picture is shown only inside the group and can be reported",
  async ({ language, owner, other, colours: [one, two] }) => {
    const [page, onlooker] = [await browsers.open(), await browsers.open()];
    const slug = await openTo(owner, other);
    for (const [where, handle, as] of [
      [page, owner, `Zorzal ${language}`],
      [onlooker, other, undefined],
    ] as const) {
      await openAs(where, handle, `/app/groups/${slug}`);
      await joinGroup(where, as);
    }
    const found: string[] = [];
    await at(page, `/groups/${slug}/me`);
    await uploadPicture(page, await picture([one, two]));
    await page.getByText(wholeText(USED_ELSEWHERE)).waitFor();
    found.push(...(await pageProblems(page, `persona-picture-${language}-refused`, language)));
    expect(await pictures(page, 'persona').count()).toBe(0);
    await cancelPicture(page);
    await uploadPicture(page, await picture([two, one]));
    await pictures(page, 'persona').first().waitFor();
    found.push(...(await pageProblems(page, `persona-picture-${language}-mine`, language)));

    await at(onlooker, `/groups/${slug}/members`);
    const row = memberRow(onlooker, `Zorzal ${language}`);
    await pictures(row, 'persona').waitFor();
    expect(await isPictureLoaded(onlooker, 'persona')).toBe(true);
    await row.getByRole('link').click();
    await mainContent(onlooker).getByRole('heading', { level: 1, name: 'Zorzal' }).waitFor();
    expect(await isPictureLoaded(onlooker, 'persona')).toBe(true);
    await buttonNamed(onlooker, 'Reportar su foto').click();
    await openSheet(onlooker)
      .getByRole('radio', { name: wholeText('Odio o discriminación') })
      .check();
    found.push(...(await pageProblems(onlooker, `persona-picture-${language}-report`, language)));
    await buttonNamed(openSheet(onlooker), 'Enviar el reporte').click();
    await onlooker
      .getByText(wholeText('Reporte enviado. Lo verá alguien de moderación.'))
      .waitFor();
    expect(await reportsOf(`Zorzal ${language}`)).toBe(1);
    const names = await pictures(onlooker, 'persona').first().getAttribute('src');
    await at(onlooker, `/people/${(await profileOf(owner)).id}`);
    expect(await mainContent(onlooker).innerHTML()).not.toContain(names!.split('/')[3]!);
    expect(found).toEqual([]);
    for (const one_ of [page, onlooker]) await one_.context().close();
  },
  180_000,
);

test('Undo restores the picture of a persona that was given up, and a removed picture', async () => {
  const [page, onlooker] = [await browsers.open(), await browsers.open()];
  await openAs(page, 'sarita', '/app/groups/one/me');
  await otherNameOption(page).check();
  await personaNameField(page).fill('Garza Parda');
  await savePersona(page);
  await personaHeading(page, 'Garza Parda').waitFor();
  await uploadPicture(page, await picture(['#c8b0e0', '#503010']));
  await pictures(page, 'persona').first().waitFor();
  await openAs(onlooker, 'member1', '/app/groups/one/members');
  const row = memberRow(onlooker, 'Garza Parda');
  await pictures(row, 'persona').waitFor();

  await profileOption(page).check();
  await savePersona(page);
  await personaHeading(page, 'Sarita').waitFor();
  await row.waitFor({ state: 'detached' });
  expect(await pictures(page, 'persona').count()).toBe(0);
  await undoButton(page).click();
  await personaHeading(page, 'Garza Parda').waitFor();
  await pictures(page, 'persona').first().waitFor();
  await pictures(row, 'persona').waitFor();
  expect(await isPictureLoaded(onlooker, 'persona')).toBe(true);

  await removePictureButton(page).click();
  await pictures(page, 'persona').first().waitFor({ state: 'detached' });
  await pictures(row, 'persona').waitFor({ state: 'detached' });
  await undoButton(page).click();
  await pictures(page, 'persona').first().waitFor();
  await pictures(row, 'persona').waitFor();
  for (const one of [page, onlooker]) await one.context().close();
}, 180_000);

test('The API process never decodes a profile picture itself', async () => {
  const page = await browsers.open();
  await setSessionCookie(page, product.url, 'member1');
  const { buffer } = await picture(['#102030', '#f0e0d0']);
  const headers = { 'content-type': 'application/octet-stream', origin: product.url };
  const sent = { data: buffer, headers };
  expect((await page.request.post(`${product.url}/uploads/avatar`, sent)).status()).toBe(200);
  expect(readFileSync(`/proc/${product.pid}/maps`, 'utf8')).not.toContain('libvips');
  await page.context().close();
}, 60_000);

test('A member has the same picture in the directory, the list of channels, messages and the members of a group', async () => {
  const NAME = 'Benício Rio Claro';
  const page = await browsers.open();
  const sourceIn = (place: Locator) => pictures(place, 'avatar').first().getAttribute('src');
  await openAs(page, 'member1', '/app/people');
  await searchPeople(page, NAME);
  const source = await sourceIn(personCard(page, NAME));
  await at(page, '/channels');
  expect(await sourceIn(page.getByRole('link', { name: new RegExp(`^${NAME}`) }))).toBe(source);
  await page.getByRole('link', { name: /^Verificación/ }).click();
  expect(await sourceIn(page.getByRole('article', { name: new RegExp(`^${NAME}`) }))).toBe(source);
  await at(page, '/groups/one/members');
  expect(await sourceIn(memberRow(page, NAME))).toBe(source);

  // A page that gets no notice removes a hidden picture when the page becomes visible again.
  await db.query(
    `update profile_field f set audience = 'onlyMe' from account a
     where a.id = f.account_id and a.email = $1 and f.kind = 'avatar'`,
    [demoEmailOf('benicio')],
  );
  await waitUntil('The members of the group still show the hidden picture', async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    return (await pictures(memberRow(page, NAME), 'avatar').count()) === 0;
  });
  await page.context().close();
}, 60_000);
