import type { Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage({ prepare: () => db.query(OFFERS, [emailOf(STEWARD)]) });

/** Holds the group `one`, in which all of these are by their profiles. */
const STEWARD = 'steward1';
const OFFERS =
  'insert into introducer (account_id) select id from account where email = $1 on conflict do nothing';

const inLanguage = (handle: string, language: string) =>
  db.query('update account set language = $2 where email = $1', [emailOf(handle), language]);

/** The names of the profile. */
async function nameOf(handle: string): Promise<string> {
  const { rows } = await db.query<{ text: string }>(
    `select f.text from profile_field f join account a on a.id = f.account_id
     where f.kind = 'name' and a.email = $1`,
    [emailOf(handle)],
  );
  return rows[0]!.text;
}

async function areAllies(one: string, other: string): Promise<boolean> {
  const { rows } = await db.query(
    `select 1 from ally y join account a on a.id = y.account_id join account b on b.id = y.other_id
     where a.email = $1 and b.email = $2`,
    [emailOf(one), emailOf(other)],
  );
  return rows.length > 0;
}

async function signedIn(handle: string, language: string): Promise<Page> {
  await inLanguage(handle, language);
  const page = await browsers.open();
  await signIn(page, product.url, handle);
  return page;
}

async function at(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}/app${path}`);
  await settled(page);
}

const cardWith = (page: Page, text: string) => page.locator('.card', { hasText: text }).first();
/** What a page says, but for moments that pass. */
const saidOn = async (page: Page) =>
  (await page.locator('main').innerText()).replaceAll(/\d+/g, '0');

const ASKED = [
  { language: 'es', asker: 'member1', asked: 'wilder', letters: 'wilder' },
  { language: 'pt', asker: 'member2', asked: 'tadeu', letters: 'tadeu' },
  { language: 'en', asker: 'ikiam', asked: 'nelly', letters: 'nelly' },
] as const;

test.each(ASKED)(
  'In $language somebody asks through the introducer who stands there, who passes it on, and the two become allies',
  async ({ language, asker, asked, letters }) => {
    const found: string[] = [];
    const page = await signedIn(asker, language);
    const [introducer, other] = [
      await signedIn(STEWARD, language),
      await signedIn(asked, language),
    ];
    const look = async (where: Page, name: string) =>
      void found.push(...(await faultsOf(where, `introducing-${language}-${name}`, language)));
    const [stewardsName, askedName] = [await nameOf(STEWARD), await nameOf(asked)];
    const note = `Nota de ${language}: ¿nos presentas?`;
    let taps = 0;
    const tap = async (selector: string, hasText?: string) => {
      taps += 1;
      await page
        .locator(selector, hasText ? { hasText } : {})
        .first()
        .click();
    };
    await tap('.tabs a[href="/app/people"]');
    await page.fill('#people-words', letters);
    await page.keyboard.press('Enter');
    await tap('.pc', askedName);
    await tap('main .btn--primary');
    // A steward of a group of both is chosen before anything is.
    const chosen = page.locator('dialog .choice', { has: page.locator('input:checked') });
    await chosen.filter({ hasText: stewardsName }).waitFor();
    await page.fill('textarea[name=note]', note);
    await look(page, 'asking');
    await tap('dialog [type=submit]');
    await page.locator('.rows a[href^="/app/introductions/"]').waitFor();
    expect(taps).toBeLessThanOrEqual(5);

    await at(other, '/introductions');
    expect(await other.getByText(note).count()).toBe(0);
    await at(introducer, '/introductions?side=introducer');
    await cardWith(introducer, askedName).click();
    await introducer.getByText(note).waitFor();
    await settled(introducer);
    await look(introducer, 'introducer');
    await introducer.locator('.btns .btn--primary').click();

    await at(other, '/introductions');
    await other.locator('main a[href^="/app/introductions/"]').first().waitFor();
    await other
      .locator('main a[href^="/app/introductions/"]', { hasText: await nameOf(asker) })
      .click();
    await other.getByText(note).waitFor();
    expect(await other.locator('main').innerText()).toContain(stewardsName);
    await look(other, 'asked');
    expect(await areAllies(asker, asked)).toBe(false);
    await other.locator('.btns .btn--primary').click();
    await other.locator('a.btn[href^="/app/channels/"]').waitFor();
    expect(await areAllies(asker, asked)).toBe(true);
    await page.locator('main a.btn[href^="/app/channels/"]').waitFor();
    expect(found).toEqual([]);
    for (const one of [page, introducer, other]) await one.context().close();
  },
  180_000,
);

const SUGGESTED = [
  { language: 'es', one: 'sarita', other: 'yara', declines: 'deiby' },
  { language: 'pt', one: 'jaciara', other: 'marcelino', declines: 'nelly' },
  { language: 'en', one: 'iracema', other: 'ikiam', declines: 'wilder' },
] as const;

async function suggest(steward: Page, names: readonly string[], line: string): Promise<void> {
  const sheet = steward.locator('dialog');
  await steward.locator('main button[aria-haspopup=dialog]').first().click();
  for (const name of names) {
    await sheet.locator('input[autocomplete=off]').fill(name.slice(0, 5).toLowerCase());
    await sheet.locator('.choice', { hasText: name }).first().click();
    await sheet.locator('.choice:has(:checked)', { hasText: name }).waitFor();
  }
  await sheet.locator('textarea').fill(line);
}

test.each(SUGGESTED)(
  'In $language a steward suggests that two meet: both say yes and are allies; of two others one lets it lapse, and nobody learns of it',
  async ({ language, one, other, declines }) => {
    const steward = await signedIn(STEWARD, language);
    const [ones, others] = [await signedIn(one, language), await signedIn(other, language)];
    const declining = await signedIn(declines, language);
    const found: string[] = [];
    const look = async (where: Page, name: string) =>
      void found.push(...(await faultsOf(where, `suggesting-${language}-${name}`, language)));
    const [line, second] = [`Se escuchan (${language}).`, `Se leen (${language}).`];

    await at(steward, '/groups/one/members');
    await suggest(steward, [await nameOf(one), await nameOf(other)], line);
    await look(steward, 'sheet');
    await steward.locator('dialog [type=submit]').click();
    await steward.locator('dialog').waitFor({ state: 'detached' });
    await suggest(steward, [await nameOf(one), await nameOf(declines)], second);
    await steward.locator('dialog [type=submit]').click();
    await steward.locator('dialog').waitFor({ state: 'detached' });

    await at(ones, '/introductions');
    for (const said of [line, second]) {
      await cardWith(ones, said).locator('.btns .btn--primary').click();
      await cardWith(ones, said).locator('.btn--primary').waitFor({ state: 'detached' });
    }
    await look(ones, 'agreed');
    const before = await saidOn(ones);
    await at(declining, '/introductions');
    await look(declining, 'waiting');
    await cardWith(declining, second).locator('.btns .btn').last().click();
    await declining.getByText(second).waitFor({ state: 'detached' });
    await at(ones, '/introductions');
    expect(await saidOn(ones)).toBe(before);
    expect(await areAllies(one, declines)).toBe(false);

    await at(others, '/introductions');
    await cardWith(others, line).locator('.btns .btn--primary').click();
    await others.getByText(line).waitFor({ state: 'detached' });
    await ones.getByText(line).waitFor({ state: 'detached' });
    expect(await areAllies(one, other)).toBe(true);
    await cardWith(ones, second).waitFor();
    expect(found).toEqual([]);
    for (const page of [steward, ones, others, declining]) await page.context().close();
  },
  180_000,
);
