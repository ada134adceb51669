import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import {
  buttonNamed,
  mainContent,
  openAs,
  openSheet,
  bottomTab,
  TapCounter,
} from '../../support/browser/screens/page-layout.js';
import {
  acceptButton,
  requestIntroductionButton,
  conversationLink,
  listedRequest,
  requestNoteField,
  sendRequestButton,
  sentRequestLink,
  pendingRequestCard,
} from '../../support/browser/screens/introductions.js';
import { personCard, searchPeople } from '../../support/browser/screens/people-directory.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { anyPattern, startOfText, wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ prepare: () => db.query(OFFERS, [demoEmailOf(STEWARD)]) });

/** The steward of the group `one`. All members in this test use their profile names in this group. */
const STEWARD = 'steward1';
const OFFERS =
  'insert into introducer (account_id) select id from account where email = $1 on conflict do nothing';

const inLanguage = (handle: string, language: string) =>
  db.query('update account set language = $2 where email = $1', [demoEmailOf(handle), language]);

/** Profile name of an account. */
async function nameOf(handle: string): Promise<string> {
  const { rows } = await db.query<{ text: string }>(
    `select f.text from profile_field f join account a on a.id = f.account_id
     where f.kind = 'name' and a.email = $1`,
    [demoEmailOf(handle)],
  );
  return rows[0]!.text;
}

async function areAllies(one: string, other: string): Promise<boolean> {
  const { rows } = await db.query(
    `select 1 from ally y join account a on a.id = y.account_id join account b on b.id = y.other_id
     where a.email = $1 and b.email = $2`,
    [demoEmailOf(one), demoEmailOf(other)],
  );
  return rows.length > 0;
}

/** Sets the language of an account, then opens a page as this account. */
async function signedIn(handle: string, language: string, path: string): Promise<Page> {
  await inLanguage(handle, language);
  const page = await browsers.open();
  await openAs(page, handle, `/app${path}`);
  await waitForIdlePage(page);
  return page;
}

async function at(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}/app${path}`);
  await waitForIdlePage(page);
}

/** Returns the text of a page with all numbers replaced by 0, because relative times change. */
const saidOn = async (page: Page) => (await mainContent(page).innerText()).replaceAll(/\d+/g, '0');

const ASKED = [
  { language: 'es', asker: 'member1', asked: 'wilder', letters: 'wilder' },
  { language: 'pt', asker: 'member2', asked: 'tadeu', letters: 'tadeu' },
  { language: 'en', asker: 'ikiam', asked: 'nelly', letters: 'nelly' },
] as const;

test.each(sampledLanguages(ASKED))(
  'In $language a request goes through the proposed introducer, who passes it on, and the two become allies',
  async ({ language, asker, asked, letters }) => {
    const found: string[] = [];
    const page = await signedIn(asker, language, '');
    const look = async (where: Page, name: string) =>
      void found.push(...(await pageProblems(where, `introducing-${language}-${name}`, language)));
    const [stewardsName, askedName] = [await nameOf(STEWARD), await nameOf(asked)];
    const note = `Nota de ${language}: ¿nos presentas?`;
    const tap = new TapCounter();
    await tap.on(bottomTab(page, 'Gente'));
    await searchPeople(page, letters);
    await tap.on(personCard(page, askedName));
    await tap.on(requestIntroductionButton(page));
    // A steward of a shared group is preselected.
    await openSheet(page).getByRole('radio', { name: stewardsName, checked: true }).waitFor();
    await requestNoteField(page).fill(note);
    await look(page, 'asking');
    await tap.on(sendRequestButton(page));
    await sentRequestLink(page).waitFor();
    expect(tap.count).toBeLessThanOrEqual(5);

    const other = await signedIn(asked, language, '/introductions');
    expect(await other.getByText(note).count()).toBe(0);
    const introducer = await signedIn(STEWARD, language, '/introductions?side=introducer');
    await listedRequest(introducer, askedName).click();
    await introducer.getByText(note).waitFor();
    await waitForIdlePage(introducer);
    await look(introducer, 'introducer');
    await buttonNamed(introducer, 'Pasar el pedido').click();

    await at(other, '/introductions');
    await listedRequest(other, await nameOf(asker)).click();
    await other.getByText(note).waitFor();
    expect(await mainContent(other).innerText()).toContain(stewardsName);
    await look(other, 'asked');
    expect(await areAllies(asker, asked)).toBe(false);
    await acceptButton(other).click();
    await conversationLink(other).waitFor();
    expect(await areAllies(asker, asked)).toBe(true);
    await conversationLink(page).waitFor();
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

/** Fills in the sheet in which a steward suggests two members to each other. */
async function suggest(steward: Page, names: readonly string[], line: string): Promise<void> {
  await buttonNamed(mainContent(steward), 'Sugerir que dos se conozcan').click();
  const form = openSheet(steward);
  for (const name of names) {
    const label = anyPattern(wholeText('Busca a una persona'), wholeText('Busca a la otra'));
    await form.getByRole('textbox', { name: label }).fill(name.slice(0, 5).toLowerCase());
    await form.getByRole('checkbox', { name }).first().click();
    await form.getByRole('checkbox', { name, checked: true }).waitFor();
  }
  await form.getByRole('textbox', { name: startOfText('¿Por qué?') }).fill(line);
}

async function sendSuggestion(steward: Page): Promise<void> {
  await buttonNamed(openSheet(steward), 'Sugerir').click();
  await openSheet(steward).waitFor({ state: 'detached' });
}

test.each(sampledLanguages(SUGGESTED))(
  'In $language two members whom a steward suggests to each other become allies when both accept, and a refusal is not disclosed',
  async ({ language, one, other, declines }) => {
    const found: string[] = [];
    const look = async (where: Page, name: string) =>
      void found.push(...(await pageProblems(where, `suggesting-${language}-${name}`, language)));
    const [line, second] = [`Se escuchan (${language}).`, `Se leen (${language}).`];

    const steward = await signedIn(STEWARD, language, '/groups/one/members');
    await suggest(steward, [await nameOf(one), await nameOf(other)], line);
    await look(steward, 'sheet');
    await sendSuggestion(steward);
    await suggest(steward, [await nameOf(one), await nameOf(declines)], second);
    await sendSuggestion(steward);

    const ones = await signedIn(one, language, '/introductions');
    for (const said of [line, second]) {
      const yes = buttonNamed(pendingRequestCard(ones, said), 'Sí, quiero');
      await yes.click();
      await yes.waitFor({ state: 'detached' });
    }
    await look(ones, 'agreed');
    await at(ones, '/introductions');
    const before = await saidOn(ones);
    const declining = await signedIn(declines, language, '/introductions');
    await look(declining, 'waiting');
    await buttonNamed(pendingRequestCard(declining, second), 'Ahora no').click();
    await declining.getByText(second).waitFor({ state: 'detached' });
    await at(ones, '/introductions');
    expect(await saidOn(ones)).toBe(before);
    expect(await areAllies(one, declines)).toBe(false);

    const others = await signedIn(other, language, '/introductions');
    await buttonNamed(pendingRequestCard(others, line), 'Sí, quiero').click();
    await others.getByText(line).waitFor({ state: 'detached' });
    await ones.getByText(line).waitFor({ state: 'detached' });
    expect(await areAllies(one, other)).toBe(true);
    await pendingRequestCard(ones, second).waitFor();
    expect(found).toEqual([]);
    for (const page of [steward, ones, others, declining]) await page.context().close();
  },
  180_000,
);
