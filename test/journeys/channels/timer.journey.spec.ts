import type { Page } from 'playwright-core';
import { HOUR } from '#kernel/clock.js';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { keptBy } from '../../support/browser/device.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { say, saying } from '../../support/talk/messages.js';
import { SETTLED_MS } from '../../support/browser/reading.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

const SOON_MS = 2 * HOUR;

/** Two allies, who looks at it how, and how the line reads. */
const TALKS = [
  { language: 'es', one: 'member1', other: 'rumi', line: 'puso el reloj en 1 hora', isWide: false },
  {
    language: 'pt',
    one: 'luana',
    other: 'nina',
    line: 'pôs o temporizador em 1 hora',
    isWide: false,
  },
  { language: 'en', one: 'member3', other: 'davi', line: 'set the timer to 1 hour', isWide: true },
] as const;

async function talkOf(one: string, other: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from account a join ally y on y.account_id = a.id join channel c on c.alliance_id = y.alliance_id
       join account b on b.id = y.other_id where a.email = $1 and b.email = $2`,
    [emailOf(one), emailOf(other)],
  );
  return rows[0]!.id;
}

async function enter(handle: string, channelId: string, isWide: boolean): Promise<Page> {
  const page = await browsers.open(isWide ? { viewport: { width: 1280, height: 800 } } : {});
  await signIn(page, product.url, handle);
  await page.goto(`${product.url}/app/channels/${channelId}`);
  await page.locator('.composer__box').waitFor();
  await settled(page);
  return page;
}

const beginning = (page: Page) => page.evaluate(() => performance.timeOrigin);

/** How long what a device keeps of channels lasts at most, in milliseconds. */
async function lastsOn(page: Page): Promise<number> {
  const ends = (await keptBy(page)).matchAll(/"expiresAt":"([^"]+)"/g);
  return Math.max(...[...ends].map(([, end]) => Date.parse(end!))) - Date.now();
}

/** Chooses an hour in the details of the channel. */
async function chooseAnHour(page: Page, language: string): Promise<string[]> {
  if (!(await page.locator('aside.detail').isVisible()))
    await page.locator('.detail__open').click();
  await page
    .locator('button.row', { has: page.locator('.row__s') })
    .filter({ hasText: /365/ })
    .click();
  const sheet = page.locator('dialog[open]', { has: page.locator('input[value=hours1]') }).last();
  await sheet.locator('input[value=hours1]').check({ force: true });
  const found = await faultsOf(page, `timer-choice-${language}`, language);
  await sheet.locator('button[type=submit]').click();
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  return found;
}

/** One talk from its first word to its end, with all that two people see of it. */
async function talk({ language, one, other, line, isWide }: (typeof TALKS)[number]): Promise<void> {
  await db.query('update account set language = $1 where email = any($2)', [
    ...[language, [emailOf(one), emailOf(other)]],
  ]);
  const channelId = await talkOf(one, other);
  const pages = await Promise.all([one, other].map((who) => enter(who, channelId, isWide)));
  const [first, second] = pages as [Page, Page];
  const text = `qz${language} una sola vez`;
  await say(first, text);
  await saying(second, text).waitFor();
  // Whoever is elsewhere in the app just then keeps nothing for longer, either.
  await second.waitForTimeout(SETTLED_MS);
  await second.goto(`${product.url}/app/channels`);
  const found = await chooseAnHour(first, language);
  while ((await lastsOn(second)) > SOON_MS) await second.waitForTimeout(500);
  await second.goto(`${product.url}/app/channels/${channelId}`);
  for (const page of pages) {
    await page.locator('article', { hasText: line }).waitFor();
    await page.locator('.composer__meta', { hasText: /1 h/ }).waitFor();
  }
  found.push(...(await faultsOf(first, `timer-line-${language}`, language)));
  // An hour, but for three quarters of a minute, goes by.
  await db.query(
    `with next as (update channel c set last_version = c.last_version + 1 from message m
       where m.channel_id = c.id and m.body = $1 returning c.last_version)
     update message set version = next.last_version, created_at = now() - interval '1 hour' + interval '45 seconds',
       expires_at = now() + interval '45 seconds' from next where body = $1`,
    [text],
  );
  await Promise.all(pages.map((page) => page.reload()));
  await Promise.all(pages.map((page) => saying(page, text).waitFor()));
  const began = await Promise.all(pages.map(beginning));
  await saying(first, text).focus();
  for (const page of pages) {
    await page
      .locator('article', { hasText: text })
      .waitFor({ state: 'detached', timeout: 90_000 });
  }
  expect(await Promise.all(pages.map(beginning))).toEqual(began);
  expect(await first.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  for (const page of pages) {
    while ((await keptBy(page)).includes(text)) await page.waitForTimeout(500);
    await page.locator('article', { hasText: line }).waitFor();
    await page.context().close();
  }
  expect(found).toEqual([]);
}

test('In es, pt and en the time of what was said is over in front of both, on the screen and on the device', async () => {
  await Promise.all(TALKS.map(talk));
}, 240_000);
