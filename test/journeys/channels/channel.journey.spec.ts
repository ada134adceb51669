import type { Page } from 'playwright-core';
import { Hearing } from '../../support/browser/hearing.js';
import {
  hasFocus,
  isSomewhere,
  pressOn,
  signInByKeys,
  typeInto,
} from '../../support/browser/keys.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { box, endOf, say, shown } from '../../support/browser/reading.js';
import { type TalkPlace as Place, TALK_PLACES } from '../../support/talk/talk-places.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Everything in the general feed of the channel, as the server lists it. */
async function listed({ slug, channel }: Pick<Place, 'slug' | 'channel'>): Promise<string[]> {
  const { rows } = await db.query<{ body: string }>(
    `select m.body from message m join channel c on c.id = m.channel_id
     join "group" g on g.id = c.group_id where g.slug = $1 and c.name = $2 and m.topic_id is null order by m.seq`,
    [slug, channel],
  );
  return rows.map(({ body }) => body);
}

/** Opens the channel as people do: from the list. */
async function enter(page: Page, { channel }: Pick<Place, 'channel'>): Promise<void> {
  await page.locator('.tabs a[href="/app/channels"]').click();
  await page.locator('.chrow', { hasText: channel }).first().click();
  await box(page).waitFor();
  await settled(page);
}

const faults = (page: Page, { language }: Place, name: string) =>
  faultsOf(page, `channel-${language}-${name}`, language);

const NUMBERS = Array.from({ length: 20 }, (_, at) => `${at + 1} de 20`);

test.each(TALK_PLACES)(
  'In $language two people talk, one is cut off for twenty messages and is later removed',
  async (place) => {
    const [one, other] = [await browsers.open(), await browsers.open()];
    const hearing = new Hearing(other);
    await signIn(one, product.url, place.steward);
    await signIn(other, product.url, place.member);
    for (const page of [one, other]) await enter(page, place);

    await say(one, 'Kuñá, ¿me lees?');
    await other.locator('.msg__t', { hasText: 'Kuñá, ¿me lees?' }).waitFor();
    await say(other, 'Sim, te leo');
    await one.locator('.msg__t', { hasText: 'Sim, te leo' }).waitFor();
    const found = await faults(other, place, 'talk');

    await other.context().setOffline(true);
    await other.locator('.chan .conn--off').waitFor();
    for (const text of NUMBERS) await say(one, text);
    for (const text of ['Uno sin señal', 'Dos sin señal']) await say(other, text);
    await one.locator('.msg__t', { hasText: NUMBERS.at(-1)! }).waitFor();
    expect(await other.locator('.outbox').innerText()).toMatch(/2 (en cola|na fila|waiting)/);
    await other.locator('.msg--queued .msg__st').nth(1).waitFor();
    expect(await shown(other)).not.toContain(NUMBERS[0]);
    found.push(...(await faults(other, place, 'offline')));

    await other.context().setOffline(false);
    await one.locator('.msg__t', { hasText: 'Dos sin señal' }).waitFor({ timeout: 10_000 });
    await other.locator('.outbox').waitFor({ state: 'detached' });
    const missed = [...NUMBERS, 'Uno sin señal', 'Dos sin señal'];
    expect(await endOf(other, missed)).toEqual(missed);
    const all = await listed(place);
    for (const texts of [await shown(one), await shown(other)]) {
      expect(texts.length).toBeGreaterThan(22);
      expect(texts).toEqual(all.slice(-texts.length));
    }

    await one.goto(`${product.url}/app/groups/${place.slug}/members`);
    await one.locator('.row', { hasText: place.name }).locator('.btn').first().click();
    found.push(...(await faults(one, place, 'remove')));
    await one.locator('dialog .btn--danger').click();
    await other.locator('.empty h1').waitFor();
    const since = hearing.length;
    found.push(...(await faults(other, place, 'removed')));
    expect(await box(other).count()).toBe(0);

    await one.goto(`${product.url}/app/channels`);
    await enter(one, place);
    await say(one, 'Canario después de salir');
    await one.waitForFunction(() => !document.querySelector('.msg--queued'));
    await other.waitForTimeout(1_000);
    await other.reload();
    await other.locator('.empty h1').waitFor();
    await other.locator('.chan .empty .btn').click();
    await settled(other);
    for (const text of ['Kuñá, ¿me lees?', NUMBERS[0]]) {
      expect(await hearing.between(0, since)).toContain(text);
    }
    expect(await hearing.between(since)).not.toContain('Canario');
    expect(await other.locator('.chrow', { hasText: place.channel }).count()).toBe(0);
    expect(await listed(place)).toContain('Canario después de salir');
    expect(found).toEqual([]);
    for (const page of [one, other]) await page.context().close();
  },
  120_000,
);

test('Who is removed while away reads nothing more, and gets back what never went out', async () => {
  const [one, other] = [await browsers.open(), await browsers.open()];
  await signIn(one, product.url, 'efrain');
  await signIn(other, product.url, 'nicandro');
  await enter(other, { channel: 'Fichas y metadatos' });
  const hearing = new Hearing(other);
  await other.context().setOffline(true);
  await say(other, 'Lo que escribí en el camino');
  await other.locator('.msg--queued').waitFor();

  await one.goto(`${product.url}/app/groups/four/members`);
  await one.locator('.row', { hasText: 'Nicandro' }).locator('.btn').first().click();
  await one.locator('dialog .btn--danger').click();
  await one.locator('dialog').waitFor({ state: 'detached' });
  await enter(one, { channel: 'Fichas y metadatos' });
  await say(one, 'Canario mientras no estaba');
  await other.context().setOffline(false);

  await other.locator('.empty h1').waitFor({ timeout: 10_000 });
  await other.locator('.unsent', { hasText: 'Lo que escribí en el camino' }).waitFor();
  expect(await faultsOf(other, 'channel-es-unsent', 'es')).toEqual([]);
  expect(await hearing.between(0)).not.toContain('Canario');
  await other.locator('.unsent button').click();
  await other.locator('.unsent').waitFor({ state: 'detached' });
  await other.reload();
  await other.locator('.empty h1').waitFor();
  expect(await other.locator('.unsent').count()).toBe(0);
  const said = await listed({ slug: 'four', channel: 'Fichas y metadatos' });
  expect(said).toContain('Canario mientras no estaba');
  expect(said).not.toContain('Lo que escribí en el camino');
  for (const page of [one, other]) await page.context().close();
}, 60_000);

/** Opens a channel by keys alone. */
async function enterByKeys(page: Page, channel: string): Promise<void> {
  await pressOn(page, page.locator('.tabs a[href="/app/channels"]'));
  await pressOn(page, page.locator('.chrow', { hasText: channel }));
  await box(page).waitFor();
}

async function sayByKeys(page: Page, text: string): Promise<void> {
  await typeInto(page, box(page), text);
  await page.keyboard.press('Control+Enter');
}

/** How long a page that was cut off takes to be back: the best of three, what else the machine does is not its own. */
async function backAfter(page: Page): Promise<number> {
  const off = page.locator('.chan .conn--off');
  let took = Infinity;
  for (let n = 0; n < 3 && took >= 2_000; n++) {
    await page.context().setOffline(true);
    await off.waitFor();
    await page.waitForTimeout(8_000); // long enough that it would try again late by itself
    const began = performance.now();
    await page.context().setOffline(false);
    await off.waitFor({ state: 'detached' });
    took = performance.now() - began;
  }
  return took;
}

test('The same goes by keys alone', async () => {
  const [one, other] = [await browsers.open(), await browsers.open()];
  await signInByKeys(one, product.url, 'efrain');
  await signInByKeys(other, product.url, 'mateo');
  for (const page of [one, other]) await enterByKeys(page, 'Consentimiento');
  await pressOn(one, one.locator('.feed'), 'Control+End');
  expect(await hasFocus(box(one))).toBe(true);
  await sayByKeys(one, 'Por teclas');
  await other.locator('.msg__t', { hasText: 'Por teclas' }).waitFor();

  await other.context().setOffline(true);
  for (const text of NUMBERS) await sayByKeys(one, text);
  await sayByKeys(other, 'Sin señal y sin ratón');
  await other.locator('.msg--queued').waitFor();
  expect(await backAfter(other)).toBeLessThan(2_000);
  await one.locator('.msg__t', { hasText: 'Sin señal y sin ratón' }).waitFor({ timeout: 10_000 });
  await other.locator('.outbox').waitFor({ state: 'detached' });
  const missed = [...NUMBERS, 'Sin señal y sin ratón'];
  expect(await endOf(other, missed)).toEqual(missed);
  expect(await hasFocus(box(other))).toBe(true);

  await pressOn(one, one.locator('.topbar a[href="/app/groups/four"]'));
  await pressOn(one, one.locator('a[href="/app/groups/four/members"]'));
  const row = one.locator('.row', { hasText: 'Mateo' });
  await pressOn(one, row.locator('.btn').first());
  await one.keyboard.press('Escape');
  await one.locator('dialog').waitFor({ state: 'detached' });
  expect(await hasFocus(row.locator('.btn').first())).toBe(true);
  await one.keyboard.press('Enter');
  await pressOn(one, one.locator('dialog .btn--danger'));
  await row.waitFor({ state: 'detached' });
  expect(await isSomewhere(one)).toBe(true);

  await other.locator('.empty h1').waitFor();
  expect(await isSomewhere(other)).toBe(true);
  await pressOn(other, other.locator('.chan .empty .btn'));
  await other.waitForURL('**/app/channels');
  for (const page of [one, other]) await page.context().close();
}, 120_000);
