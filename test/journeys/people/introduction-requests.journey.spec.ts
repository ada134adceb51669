import type { Locator, Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { NetworkRecorder } from '../../support/browser/network-recorder.js';
import {
  hasFocus,
  hasAnyFocus,
  tabToAndPress,
  signInByKeyboard,
  tabTo,
  tabToAndType,
} from '../../support/browser/keyboard.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import {
  buttonNamed,
  mainContent,
  openAs,
  openSheet,
  undoButton,
  bottomTab,
  TapCounter,
} from '../../support/browser/screens/page-layout.js';
import { composer, message, sendButton } from '../../support/browser/screens/channel.js';
import {
  acceptButton,
  requestIntroductionButton,
  conversationLink,
  requestNoteField,
  sendRequestButton,
  sentRequestLink,
  pendingRequestCard,
} from '../../support/browser/screens/introductions.js';
import {
  filtersButton,
  filtersInUrl,
  firstPersonTop,
  quickFilter,
  personCard,
  directorySearchBox,
  searchPeople,
  activeFilters,
} from '../../support/browser/screens/people-directory.js';
import { PHONE_VIEWPORT } from '../../support/browser/browser.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { startOfText, wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

/** Filters for indigenous rights, Amazonia and Portuguese, as the URL encodes them. */
const CHIPS = ['issue:indigenous-rights', 'territory:amazonia', 'language:pt'];

/** Language and requester, the member to find, and the search text that finds this member. */
interface Meeting {
  readonly language: string;
  readonly asker: string;
  readonly handle: string;
  readonly name: string;
  /** The next member whom the requester asks, with fewer taps. */
  readonly next: string;
  readonly chips: readonly string[];
  readonly words: string;
}
const MEETINGS: readonly Meeting[] = [
  {
    language: 'es',
    asker: 'member1',
    handle: 'yara',
    name: 'Yara Cachoeira',
    next: 'Jaciara',
    chips: ['Pueblos indígenas', 'Amazonía', 'Portugués'],
    words: 'indigenas amazonia portugues',
  },
  {
    language: 'pt',
    asker: 'member2',
    handle: 'jaciara',
    name: 'Jaciara Lago Verde',
    next: 'Iracema',
    chips: ['Povos indígenas', 'Amazônia', 'Português'],
    words: 'indigenas amazonia portugues',
  },
  {
    language: 'en',
    asker: 'member3',
    handle: 'tadeu',
    name: 'Tadeu Pedra Branca',
    next: 'Iracema',
    chips: ['Indigenous rights', 'Amazonia', 'Portuguese'],
    words: 'indigenous amazonia portuguese',
  },
];

/** Expects that a phone's tab bar does not cover the element, neither at the top nor at the end of the page. */
async function reachable(page: Page, what: Locator): Promise<void> {
  for (const to of [Number.MAX_SAFE_INTEGER, 0]) {
    await page.evaluate((top) => window.scrollTo(0, top), to);
    const { y, height } = (await what.boundingBox())!;
    const tabs = (await bottomTab(page, 'Gente').boundingBox())!;
    expect([y > 0, y + height <= tabs.y]).toEqual([true, true]);
  }
}

/** Contact details, which are hidden until the other member accepts. */
const contactOf = ({ handle }: Meeting) => `${handle}.buzon@trama.example`;

/** Returns the channel id of the conversation between requester and member, if it exists. */
async function conversationOf({ asker, handle }: Meeting): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from channel c join alliance l on l.id = c.alliance_id
     join account a on a.id = l.low_id join account b on b.id = l.high_id
     where array[a.email::text, b.email::text] @> array[$1, $2]`,
    [demoEmailOf(asker), demoEmailOf(handle)],
  );
  return rows[0]?.id;
}

test.each(sampledLanguages(MEETINGS))(
  'In $language a member finds another, asks to be introduced, and sees contact details only after being accepted',
  async (meeting) => {
    const { language } = meeting;
    const page = await browsers.open();
    const hearing = new NetworkRecorder(page);
    const found: string[] = [];
    const look = async (name: string) =>
      void found.push(...(await pageProblems(page, `ally-${language}-${name}`, language)));
    const tap = new TapCounter();
    await openAs(page, meeting.asker);

    await tap.on(bottomTab(page, 'Gente'));
    await waitForIdlePage(page);
    expect(await firstPersonTop(page)).toBeLessThan(PHONE_VIEWPORT.height * 0.33);
    for (const chip of meeting.chips) await tap.on(quickFilter(page, chip));
    await activeFilters(page).nth(2).waitFor();
    expect(filtersInUrl(page)).toEqual(CHIPS);
    await waitForIdlePage(page);
    expect(await firstPersonTop(page)).toBeLessThan(PHONE_VIEWPORT.height * 0.43);
    await look('found');
    await tap.on(personCard(page, meeting.name));
    await page.getByRole('term').first().waitFor();
    await look('person');
    await reachable(page, requestIntroductionButton(page));
    await tap.on(requestIntroductionButton(page));
    await requestNoteField(page).fill('Olá. ¿Comparamos lo que escuchamos?');
    await look('asking');
    await tap.on(sendRequestButton(page));
    await sentRequestLink(page).waitFor();
    expect(tap.count).toBeLessThanOrEqual(8);
    await look('asked');
    expect(await requestIntroductionButton(page).count()).toBe(0);

    const other = await browsers.open();
    await openAs(other, meeting.handle);
    const card = pendingRequestCard(other, '¿Comparamos lo que escuchamos?');
    await card.getByRole('link').click();
    await acceptButton(other).waitFor();
    const before = hearing.length;
    await acceptButton(other).click();
    await conversationLink(other).waitFor();

    await page.getByText(contactOf(meeting)).waitFor();
    await look('allies');
    await reachable(page, conversationLink(page));
    const conversation = (await conversationOf(meeting))!;
    const unheard = await hearing.between(0, before);
    expect(unheard).toContain(meeting.name);
    expect(unheard).not.toContain(contactOf(meeting));
    expect(unheard).not.toContain(conversation);
    await tap.on(conversationLink(page));
    await page.waitForURL(`**/app/channels/${conversation}`);
    const heard = await hearing.between(before);
    expect(heard).toContain(contactOf(meeting));
    expect(heard).toContain(conversation);
    await composer(page).fill('Gracias por aceptar');
    await sendButton(page).click();
    await look('conversation');
    await conversationLink(other).click();
    await message(other, 'Gracias por aceptar').waitFor();
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  120_000,
);

test.each(sampledLanguages(MEETINGS))(
  'Typing "$words" in $language sets the same three filters, and a request then takes fewer taps',
  async (one) => {
    const page = await browsers.open();
    await openAs(page, one.asker);
    const tap = new TapCounter();
    await tap.on(bottomTab(page, 'Gente'));
    await searchPeople(page, one.words);
    await page.waitForURL(/c=/);
    expect(filtersInUrl(page)).toEqual(CHIPS);
    await personCard(page, 'Iracema').waitFor();
    await activeFilters(page).nth(2).waitFor();
    expect(await directorySearchBox(page).inputValue()).toBe('');
    expect(await activeFilters(page).allInnerTexts()).toEqual(
      one.chips.map((chip) => expect.stringContaining(chip)),
    );
    await tap.on(personCard(page, one.next));
    await tap.on(requestIntroductionButton(page));
    await requestNoteField(page).fill('Olá. ¿Comparamos lo que escuchamos?');
    await tap.on(sendRequestButton(page));
    await sentRequestLink(page).waitFor();
    expect(tap.count).toBeLessThanOrEqual(5);
    await page.context().close();
  },
  60_000,
);

test('Two filters tapped at once are both set, and the Back button removes them one by one', async () => {
  const page = await browsers.open();
  await openAs(page, 'member1');
  await bottomTab(page, 'Gente').click();
  const [one, other] = MEETINGS[0]!.chips.map((chip) => quickFilter(page, chip));
  await one!.evaluate(
    async (first, second) => {
      (first as HTMLElement).click();
      await Promise.resolve(); // the shortest possible gap between two taps
      (second as HTMLElement).click();
    },
    await other!.elementHandle(),
  );
  const on = activeFilters(page);
  await on.nth(1).waitFor();
  expect(filtersInUrl(page)).toHaveLength(2);
  await waitForIdlePage(page);
  expect(await on.count()).toBe(2);
  for (const left of [1, 0]) {
    await page.goBack();
    await on.nth(left).waitFor({ state: 'detached' });
    expect([await on.count(), filtersInUrl(page).length]).toEqual([left, left]);
  }
  await page.context().close();
}, 60_000);

test('A search without results shows the next step on a phone without scrolling, and the member takes removed filters back', async () => {
  const page = await browsers.open();
  await openAs(page, 'member1', `/app/people?${CHIPS.map((chip) => `c=${chip}`).join('&')}`);
  await searchPeople(page, 'nadie-se-llama-asi');
  await page
    .getByRole('status')
    .filter({ hasText: wholeText('Sin resultados') })
    .waitFor();
  const next = (await buttonNamed(page, 'Quitar el último filtro').boundingBox())!;
  const tabs = (await bottomTab(page, 'Gente').boundingBox())!;
  expect(next.y + next.height).toBeLessThanOrEqual(tabs.y);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(await pageProblems(page, 'nobody', 'es')).toEqual([]);

  // The member takes back each way of removing filters.
  const left = async (count: number) => {
    await activeFilters(page).nth(count).waitFor({ state: 'detached' });
    if (count > 0)
      await activeFilters(page)
        .nth(count - 1)
        .waitFor();
  };
  await buttonNamed(page, 'Quitar el último filtro').click();
  await left(3);
  await undoButton(page).click();
  await left(4);
  await buttonNamed(page, 'Quitar todos').click();
  await left(0);
  await undoButton(page).click();
  await left(4);
  await buttonNamed(page, 'Quitar el último filtro').click();
  await left(3);
  await directorySearchBox(page).press('Backspace');
  await left(2);
  await undoButton(page).click();
  await left(3);
  expect(filtersInUrl(page)).toEqual(CHIPS);
  await page.context().close();
}, 60_000);

test('A member finds another, becomes their ally and invites them to a group by keyboard alone', async () => {
  const [page, other] = [await browsers.open(), await browsers.open()];
  await signInByKeyboard(page, product.url, 'steward1');
  await tabToAndPress(page, bottomTab(page, 'Gente'));

  await tabToAndPress(page, filtersButton(page));
  for (const chip of MEETINGS[0]!.chips) {
    await tabToAndPress(page, openSheet(page).getByLabel(chip, { exact: true }), 'Space');
  }
  await page.keyboard.press('Escape');
  await openSheet(page).waitFor({ state: 'detached' });
  expect(await hasFocus(filtersButton(page))).toBe(true);
  expect(filtersInUrl(page)).toEqual(CHIPS);

  await tabToAndPress(page, buttonNamed(page, 'Quitar todos'));
  await activeFilters(page).first().waitFor({ state: 'detached' });
  expect([filtersInUrl(page), await hasAnyFocus(page)]).toEqual([[], true]);
  await page.goBack();
  await activeFilters(page).nth(2).waitFor();
  await tabToAndPress(page, activeFilters(page).last());
  await activeFilters(page).nth(2).waitFor({ state: 'detached' });
  expect(await hasAnyFocus(page)).toBe(true);
  await page.keyboard.press('/');
  await page.keyboard.type('portugues');
  await page.keyboard.press('Enter');
  await activeFilters(page).nth(2).waitFor();
  expect(await hasFocus(directorySearchBox(page))).toBe(true);

  await tabToAndPress(page, personCard(page, 'Ubiratã'));
  await requestIntroductionButton(page).waitFor();
  const person = page.url();
  await tabToAndPress(page, requestIntroductionButton(page));
  await tabToAndType(page, requestNoteField(page), 'Sin ratón, con ganas.');
  await tabToAndPress(page, sendRequestButton(page));
  await sentRequestLink(page).waitFor();
  await openSheet(page).waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  await tabTo(page, sentRequestLink(page));

  await signInByKeyboard(other, product.url, 'ubirata');
  await tabToAndPress(other, pendingRequestCard(other, 'Sin ratón').getByRole('link'));
  await tabToAndPress(other, acceptButton(other));
  await conversationLink(other).waitFor();
  expect(await hasAnyFocus(other)).toBe(true);

  await page.getByText('ubirata.buzon@trama.example').waitFor();
  await tabToAndPress(page, conversationLink(page));
  await composer(page).waitFor();
  await tabToAndType(page, composer(page), 'Hola por teclas');
  await page.keyboard.press('Control+Enter');
  await tabToAndPress(other, conversationLink(other));
  await message(other, 'Hola por teclas').waitFor();

  // The new ally is among the suggestions of the group; the steward invites them from their page.
  await page.goto(`${product.url}/app/groups/one/members`);
  await tabToAndPress(page, buttonNamed(page, 'Invitar a alguien'));
  await tabToAndPress(page, openSheet(page).getByRole('button', { name: 'Ubiratã' }).first());
  await buttonNamed(openSheet(page), 'Invitar').waitFor();
  await page.keyboard.press('Escape');
  await page.goto(person);
  await tabToAndPress(page, buttonNamed(page, 'Invitar a un grupo'));
  await tabToAndPress(page, openSheet(page).getByRole('button', { name: 'Río Arriba' }));
  await tabToAndPress(page, buttonNamed(openSheet(page), 'Invitar'));
  await page.getByRole('status').getByText(startOfText('Invitación enviada')).waitFor();
  await other.goto(`${product.url}/app/inbox`);
  await mainContent(other)
    .getByRole('link', { name: startOfText('Te invitan a {group}', { group: 'Río Arriba' }) })
    .waitFor();
  for (const one of [page, other]) await one.context().close();
}, 120_000);
