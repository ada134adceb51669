import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { whileFocused } from '../../support/browser/keyboard.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import {
  buttonNamed,
  mainContent,
  openAs,
  openSheet,
  undoButton,
} from '../../support/browser/screens/page-layout.js';
import { channelList, composer, messages } from '../../support/browser/screens/channel.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { type Language, startOfText, wholeText, uiTextIn } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

/**
 * Pairs of allies who wrote to each other: the member who ends the alliance, the other member, and the language of
 * both.
 */
const PARTINGS = [
  { language: 'es', one: 'member1', other: 'rumi' },
  { language: 'pt', one: 'luana', other: 'nina' },
  { language: 'en', one: 'member3', other: 'davi' },
] as const;

interface Talk {
  readonly channelId: string;
  /** Profile id of the other member. */
  readonly otherId: string;
  /** Contact details of the other member. */
  readonly contact: string;
}

async function talkOf(one: string, other: string): Promise<Talk> {
  const { rows } = await db.query<Talk>(
    `select c.id as "channelId", p.id as "otherId", f.text as contact
     from account a join ally y on y.account_id = a.id join channel c on c.alliance_id = y.alliance_id
       join account b on b.id = y.other_id join profile p on p.account_id = b.id
       join profile_field f on f.account_id = b.id and f.kind = 'contact'
     where a.email = $1 and b.email = $2`,
    [demoEmailOf(one), demoEmailOf(other)],
  );
  return rows[0]!;
}

const shownText = (page: Page) => mainContent(page).innerText();

/** Returns the ended conversation in the list. The list may hide the name of a former ally. */
const endedConversation = (page: Page) =>
  mainContent(page)
    .getByRole('region', { name: wholeText('Conversaciones terminadas') })
    .getByRole('link');

const putAwayButton = (page: Page) => buttonNamed(page, 'Quitar de mi lista');

const BRING_BACK = startOfText('Devolver<0> a mi lista: {name}</0>', { name: '' });

/**
 * Brings back conversations that were put away, by keyboard, until the list is empty. Call it after the undo period.
 */
async function bringBackByKeys(
  page: Page,
  language: Language,
  look: (name: string) => Promise<unknown>,
): Promise<void> {
  await page.reload();
  await waitForIdlePage(page);
  expect(await shownText(page)).not.toContain(uiTextIn(language)('Conversaciones terminadas'));
  const opener = buttonNamed(page, 'Conversaciones que quitaste');
  await opener.press('Enter');
  const bringBack = openSheet(page).getByRole('button', { name: BRING_BACK });
  await bringBack.waitFor();
  await look('away');
  await bringBack.press('Enter');
  await endedConversation(page).waitFor();
  await openSheet(page).waitFor({ state: 'detached' });
  await whileFocused(page, opener).waitFor();
  await opener.press('Enter');
  await openSheet(page)
    .getByRole('heading', { name: wholeText('No quitaste ninguna') })
    .waitFor();
  await look('away-empty');
  await page.keyboard.press('Escape');
  await openSheet(page).waitFor({ state: 'detached' });
}

test.each(sampledLanguages(PARTINGS))(
  'In $language both former allies can read their conversation until they put it away',
  async ({ language, one, other }) => {
    const { channelId, otherId, contact } = await talkOf(one, other);
    const ended = uiTextIn(language)('Conversaciones terminadas');
    await db.query('update account set language = $1 where email = any($2)', [
      ...[language, [demoEmailOf(one), demoEmailOf(other)]],
    ]);
    const [page, open] = [await browsers.open(), await browsers.open()];
    const found: string[] = [];
    const look = async (at: Page, name: string) =>
      void found.push(...(await pageProblems(at, `parting-${language}-${name}`, language)));
    await openAs(open, other, `/app/channels/${channelId}`);
    await composer(open).waitFor();

    await openAs(page, one, `/app/people/${otherId}`);
    await page.getByText(contact).waitFor();
    await buttonNamed(page, 'Terminar la alianza').click();
    await look(page, 'asked');
    await buttonNamed(openSheet(page), 'Terminar').click();
    await page.getByText(contact).waitFor({ state: 'detached' });

    const putAway = putAwayButton(open);
    await putAway.waitFor();
    expect(await composer(open).count()).toBe(0);
    expect(await messages(open).count()).toBeGreaterThan(3);
    await look(open, 'ended');
    await putAway.click();
    await open.waitForURL(/\/app\/channels$/);
    await channelList(open).waitFor();
    await waitForIdlePage(open);
    expect(await shownText(open)).not.toContain(ended);
    await look(open, 'put-away');
    await undoButton(open).click();
    await endedConversation(open).waitFor();
    await look(open, 'back');
    await endedConversation(open).click();
    await putAway.click();
    await open.waitForURL(/\/app\/channels$/);
    await bringBackByKeys(open, language, (name) => look(open, name));
    await endedConversation(open).click();
    await putAway.click();
    await open.waitForURL(/\/app\/channels$/);

    await page.goto(`${product.url}/app/channels`);
    await endedConversation(page).click();
    await putAwayButton(page).waitFor();
    expect(await shownText(page)).not.toContain(contact);
    await open.goto(`${product.url}/app/channels/${channelId}`);
    await mainContent(open).getByRole('heading', { level: 1 }).waitFor();
    await waitForIdlePage(open);
    expect(await messages(open).count()).toBe(0);
    expect(found).toEqual([]);
    for (const each of [page, open]) await each.context().close();
  },
  120_000,
);

test('A member distinguishes two vouches given in the same minute, and withdraws the chosen one', async () => {
  await db.query(
    `insert into vouch (voucher_id, attestations, created_at)
     select id, '{}', $2 from account, generate_series(1, 2) where email = $1`,
    [demoEmailOf('luana'), '2026-11-20T12:00:00Z'],
  );
  const said = uiTextIn('pt');
  const page = await browsers.open();
  await openAs(page, 'luana', '/app/vouch');
  const given = mainContent(page).getByRole('listitem');
  await given.nth(1).waitFor();
  const texts = await given.allInnerTexts();
  expect(new Set(texts).size).toBe(texts.length);
  const named = (number: number) => said('Aval {number}', { number });
  const first = given.filter({ hasText: named(1) });
  await first.getByRole('button', { name: `${said('Retirar')} ${named(1)}` }).click();
  await openSheet(page).getByText(named(1), { exact: true }).waitFor();
  const found = await pageProblems(page, 'withdrawing', 'pt');
  await buttonNamed(openSheet(page), 'Retirar').click();
  await first.getByText(startOfText('Retirado el {day}', { day: '' })).waitFor();
  expect(await given.getByText(said('Vigente'), { exact: true }).count()).toBe(texts.length - 1);
  found.push(...(await pageProblems(page, 'vouches', 'pt')));
  expect(found).toEqual([]);
  await page.context().close();
}, 60_000);
