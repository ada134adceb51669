import type { Page } from 'playwright-core';
import { HOUR } from '#kernel/clock.js';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  storedByBrowser,
  waitUntilDeleted,
  waitUntilStored,
} from '../../support/browser/device-storage.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { composer, message, messages } from '../../support/browser/screens/channel.js';
import {
  detailsPanel,
  detailsAction,
  detailsButton,
  dialogTitled,
} from '../../support/browser/screens/channel-details.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { partOfText, wholeText, uiTextIn } from '../../support/browser/ui-texts.js';
import { sendAndWait } from '../../support/messages/message-page.js';
import { waitUntil } from '../../support/wait-until.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

const SOON_MS = 2 * HOUR;

/** Pairs of allies with their language and screen width. */
const TALKS = [
  { language: 'es', one: 'member1', other: 'rumi', isWide: false },
  { language: 'pt', one: 'luana', other: 'nina', isWide: false },
  { language: 'en', one: 'member3', other: 'davi', isWide: true },
] as const;

async function talkOf(one: string, other: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from account a join ally y on y.account_id = a.id join channel c on c.alliance_id = y.alliance_id
       join account b on b.id = y.other_id where a.email = $1 and b.email = $2`,
    [demoEmailOf(one), demoEmailOf(other)],
  );
  return rows[0]!.id;
}

async function enter(handle: string, channelId: string, isWide: boolean): Promise<Page> {
  const page = await browsers.open(isWide ? { viewport: { width: 1280, height: 800 } } : {});
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app/channels/${channelId}`);
  await composer(page).waitFor();
  await waitForIdlePage(page);
  return page;
}

const beginning = (page: Page) => page.evaluate(() => performance.timeOrigin);

/** Longest remaining lifetime of the messages stored on the device, in milliseconds. */
async function lastsOn(page: Page): Promise<number> {
  const ends = (await storedByBrowser(page)).matchAll(/"expiresAt":"([^"]+)"/g);
  return Math.max(...[...ends].map(([, end]) => Date.parse(end!))) - Date.now();
}

/** Sets the retention to one hour in the channel details. */
async function chooseAnHour(page: Page, language: string): Promise<string[]> {
  if (!(await detailsPanel(page).isVisible())) await detailsButton(page).click();
  await detailsAction(page, 'Cuánto se guarda').click();
  const sheet = dialogTitled(page, 'Cuánto se guarda');
  await sheet.getByRole('radio', { name: wholeText('1 hora') }).check({ force: true });
  const found = await pageProblems(page, `timer-choice-${language}`, language);
  await sheet.getByRole('button', { name: wholeText('Cambiar el borrado automático') }).click();
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  return found;
}

const AN_HOUR = partOfText('{hours, plural, one {# hora} other {# horas}}', { hours: 1 });
/** Remaining lifetime of the message after the clock was moved forward. It must be longer than a page takes to load. */
const LAST = '25 seconds';

/** Runs one conversation from its first message to its expiry, on the screens of both allies. */
async function talk({ language, one, other, isWide }: (typeof TALKS)[number]): Promise<void> {
  await db.query('update account set language = $1 where email = any($2)', [
    ...[language, [demoEmailOf(one), demoEmailOf(other)]],
  ]);
  const channelId = await talkOf(one, other);
  const pages = await Promise.all([one, other].map((who) => enter(who, channelId, isWide)));
  const [first, second] = pages as [Page, Page];
  const text = `qz${language} una sola vez`;
  const words = uiTextIn(language);
  const who = { authorName: '', time: words('1 hora') };
  const hasTimer = {
    hasText: words('{authorName} cambió el borrado automático a {time}', who).trim(),
  };
  await sendAndWait(first, text);
  await message(second, text).waitFor();
  // The device shows another page when the message expires, and must delete the message all the same.
  await waitUntilStored(second, text);
  await second.goto(`${product.url}/app/channels`);
  const found = await chooseAnHour(first, language);
  await waitUntil('The device keeps messages for longer', async () => {
    return (await lastsOn(second)) <= SOON_MS;
  });
  await second.goto(`${product.url}/app/channels/${channelId}`);
  for (const page of pages) {
    await page.getByRole('article').filter(hasTimer).waitFor();
    await page.getByText(partOfText('Se borra en <0/>')).filter({ hasText: AN_HOUR }).waitFor();
  }
  found.push(...(await pageProblems(first, `timer-line-${language}`, language)));
  // Moves the message's times almost an hour into the past.
  await db.query(
    `with next as (update channel c set last_version = c.last_version + 1 from message m
       where m.channel_id = c.id and m.body = $1 returning c.last_version)
     update message set version = next.last_version, created_at = now() - interval '1 hour' + $2::interval,
       expires_at = now() + $2::interval from next where body = $1`,
    [text, LAST],
  );
  await Promise.all(pages.map((page) => page.reload()));
  await Promise.all(pages.map((page) => message(page, text).waitFor()));
  const began = await Promise.all(pages.map(beginning));
  await message(first, text).focus();
  for (const page of pages) {
    await messages(page, text).waitFor({ state: 'detached', timeout: 90_000 });
  }
  expect(await Promise.all(pages.map(beginning))).toEqual(began);
  expect(await first.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  for (const page of pages) {
    await waitUntilDeleted(page, text);
    await page.getByRole('article').filter(hasTimer).waitFor();
    await page.context().close();
  }
  expect(found).toEqual([]);
}

test('An expired message disappears from the screens and devices of both allies', async () => {
  await Promise.all(sampledLanguages(TALKS).map(talk));
}, 240_000);
