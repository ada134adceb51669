import type { Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { Hearing } from '../../support/browser/hearing.js';
import {
  hasFocus,
  isSomewhere,
  pressOn,
  signInByKeys,
  tabTo,
  typeInto,
} from '../../support/browser/keys.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Indigenous rights + Amazonia + Portuguese, as the address keeps them. */
const CHIPS = ['issue:indigenous-rights', 'territory:amazonia', 'language:pt'];
const chipsOf = (page: Page) => new URL(page.url()).searchParams.getAll('c');

/** Who looks, in a language; whom they find; and the words they type for it. */
interface Meeting {
  readonly language: string;
  readonly asker: string;
  readonly handle: string;
  readonly name: string;
  /** Whom they ask the shorter way. */
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

/** How one may be reached: what nobody may read before the other said yes. */
const contactOf = ({ handle }: Meeting) => `${handle}.buzon@trama.example`;

/** The conversation of the two, once there is one. */
async function conversationOf({ asker, handle }: Meeting): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from channel c join alliance l on l.id = c.alliance_id
     join account a on a.id = l.low_id join account b on b.id = l.high_id
     where array[a.email::text, b.email::text] @> array[$1, $2]`,
    [emailOf(asker), emailOf(handle)],
  );
  return rows[0]?.id;
}

test.each(MEETINGS)(
  'In $language somebody finds an ally, asks, is accepted, and only then learns how to reach them',
  async (meeting) => {
    const { language } = meeting;
    const page = await browsers.open();
    const hearing = new Hearing(page);
    const found: string[] = [];
    const look = async (name: string) =>
      void found.push(...(await faultsOf(page, `ally-${language}-${name}`, language)));
    let taps = 0;
    const tap = async (selector: string, hasText?: string) => {
      taps += 1;
      await page
        .locator(selector, hasText ? { hasText } : {})
        .first()
        .click();
    };
    await signIn(page, product.url, meeting.asker);

    await tap('.tabs a[href="/app/people"]');
    for (const chip of meeting.chips) await tap('.strip .chip', chip);
    await page.waitForFunction((count) => location.search.split('c=').length > count, 3);
    expect(chipsOf(page)).toEqual(CHIPS);
    await settled(page);
    await look('found');
    await tap('.pc', meeting.name);
    await page.locator('.dl').waitFor();
    await look('person');
    await tap('main .btn--primary');
    await page.fill('textarea[name=note]', 'Olá. ¿Comparamos lo que escuchamos?');
    await look('asking');
    await tap('dialog [type=submit]');
    await page.locator('.rows a[href^="/app/introductions/"]').waitFor();
    expect(taps).toBeLessThanOrEqual(8);
    await look('asked');
    expect(await page.locator('main .btn--primary').count()).toBe(0);

    const other = await browsers.open();
    await signIn(other, product.url, meeting.handle);
    const card = other.locator('.card--wait', { hasText: '¿Comparamos lo que escuchamos?' });
    await card.locator('a.btn').click();
    await other.locator('.btns button.btn--primary').waitFor();
    const before = hearing.length;
    await other.locator('.btns button.btn--primary').click();
    await other.locator('a.btn[href^="/app/channels/"]').waitFor();

    await page.getByText(contactOf(meeting)).waitFor();
    await look('allies');
    const conversation = (await conversationOf(meeting))!;
    const unheard = await hearing.between(0, before);
    expect(unheard).toContain(meeting.name);
    expect(unheard).not.toContain(contactOf(meeting));
    expect(unheard).not.toContain(conversation);
    await tap('main .btn--primary');
    await page.waitForURL(`**/app/channels/${conversation}`);
    const heard = await hearing.between(before);
    expect(heard).toContain(contactOf(meeting));
    expect(heard).toContain(conversation);
    await page.fill('.composer__box', 'Gracias por aceptar');
    await page.locator('.iconbtn--send').click();
    await look('conversation');
    await other.locator('a.btn[href^="/app/channels/"]').click();
    await other.locator('.msg__t', { hasText: 'Gracias por aceptar' }).waitFor();
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  120_000,
);

test.each(MEETINGS)(
  'Typing "$words" in $language is the same as the three chips, and a shorter way to a request',
  async (one) => {
    const page = await browsers.open();
    await signIn(page, product.url, one.asker);
    let taps = 0;
    const tap = async (selector: string, hasText?: string) => {
      taps += 1;
      await page
        .locator(selector, hasText ? { hasText } : {})
        .first()
        .click();
    };
    await tap('.tabs a[href="/app/people"]');
    await page.fill('#people-words', one.words);
    await page.keyboard.press('Enter');
    await page.waitForURL(/c=/);
    expect(chipsOf(page)).toEqual(CHIPS);
    await page.locator('.pc', { hasText: 'Iracema' }).waitFor();
    await page.locator('.wrap [aria-pressed=true]').nth(2).waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#people-words')?.value === '',
    );
    expect(await page.inputValue('#people-words')).toBe('');
    expect(await page.locator('.wrap [aria-pressed=true]').allInnerTexts()).toEqual(
      one.chips.map((chip) => expect.stringContaining(chip)),
    );
    await tap('.pc', one.next);
    await tap('main .btn--primary');
    await page.fill('textarea[name=note]', 'Olá. ¿Comparamos lo que escuchamos?');
    await tap('dialog [type=submit]');
    await page.locator('.rows a[href^="/app/introductions/"]').waitFor();
    expect(taps).toBeLessThanOrEqual(5);
    await page.context().close();
  },
  60_000,
);

test('Two chips tapped before the page follows are both on, and going back takes them off one by one', async () => {
  const page = await browsers.open();
  await signIn(page, product.url, 'member1');
  await page.locator('.tabs a[href="/app/people"]').click();
  await page.locator('.strip .chip[aria-pressed]').nth(1).waitFor();
  await page.evaluate(async () => {
    const [one, other] = document.querySelectorAll<HTMLElement>('.strip .chip[aria-pressed]');
    one!.click();
    await Promise.resolve(); // the least that is between two taps
    other!.click();
  });
  const on = page.locator('.wrap [aria-pressed=true]');
  await on.nth(1).waitFor();
  expect(chipsOf(page)).toHaveLength(2);
  await settled(page);
  expect(await on.count()).toBe(2);
  for (const left of [1, 0]) {
    await page.goBack();
    await on.nth(left).waitFor({ state: 'detached' });
    expect([await on.count(), chipsOf(page).length]).toEqual([left, left]);
  }
  await page.context().close();
}, 60_000);

test('The same goes by keys alone', async () => {
  const [page, other] = [await browsers.open(), await browsers.open()];
  await signInByKeys(page, product.url, 'steward1');
  await pressOn(page, page.locator('.tabs a[href="/app/people"]'));

  await pressOn(page, page.locator('.chip--add'));
  const sheet = page.locator('dialog');
  for (const chip of MEETINGS[0]!.chips) {
    await pressOn(page, sheet.getByLabel(chip, { exact: true }), 'Space');
  }
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await hasFocus(page.locator('.chip--add'))).toBe(true);
  expect(chipsOf(page)).toEqual(CHIPS);

  await pressOn(page, page.locator('.wrap [aria-pressed=true]').last());
  await page.locator('.wrap [aria-pressed=true]').nth(2).waitFor({ state: 'detached' });
  expect(await isSomewhere(page)).toBe(true);
  await page.keyboard.press('/');
  await page.keyboard.type('portugues');
  await page.keyboard.press('Enter');
  await page.locator('.wrap [aria-pressed=true]').nth(2).waitFor();
  expect(await hasFocus(page.locator('#people-words'))).toBe(true);

  await pressOn(page, page.locator('.pc', { hasText: 'Ubiratã' }));
  await pressOn(page, page.locator('main .btn--primary'));
  await typeInto(page, page.locator('textarea[name=note]'), 'Sin ratón, con ganas.');
  await pressOn(page, page.locator('dialog [type=submit]'));
  const asked = page.locator('.rows a[href^="/app/introductions/"]');
  await asked.waitFor();
  await sheet.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  await tabTo(page, asked);

  await signInByKeys(other, product.url, 'ubirata');
  await pressOn(other, other.locator('.card--wait', { hasText: 'Sin ratón' }).locator('a.btn'));
  await pressOn(other, other.locator('.btns button.btn--primary'));
  await other.locator('a.btn[href^="/app/channels/"]').waitFor();
  expect(await isSomewhere(other)).toBe(true);

  await page.getByText('ubirata.buzon@trama.example').waitFor();
  await pressOn(page, page.locator('main a.btn--primary'));
  await page.locator('.composer__box').waitFor();
  await typeInto(page, page.locator('.composer__box'), 'Hola por teclas');
  await page.keyboard.press('Control+Enter');
  await pressOn(other, other.locator('a.btn[href^="/app/channels/"]'));
  await other.locator('.msg__t', { hasText: 'Hola por teclas' }).waitFor();
  for (const one of [page, other]) await one.context().close();
}, 120_000);
