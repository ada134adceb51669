import type { Locator, Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { channelRow, composer, message } from '../../support/browser/screens/channel.js';
import { detailsButton } from '../../support/browser/screens/channel-details.js';
import { inboxItems, inboxLink } from '../../support/browser/screens/inbox.js';
import { buttonNamed, undoButton } from '../../support/browser/screens/page-layout.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { partOfText, startOfText, wholeText } from '../../support/browser/ui-texts.js';
import { openChannelAs, messagePageProblems } from '../../support/messages/message-page.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

const names = (page: Page) => page.getByRole('listbox', { name: wholeText('A quién mencionar') });

const WIDE = { viewport: { width: 1280, height: 800 } };

async function inboxOf(handle: string, language = 'es', options = {}): Promise<Page> {
  await db.query('update account set language = $2 where email = $1', [
    demoEmailOf(handle),
    language,
  ]);
  const page = await browsers.open(options);
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app/inbox`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await waitForIdlePage(page);
  return page;
}

/** Name of a demo account in the first group, as its members see it. */
async function nameOf(handle: string): Promise<string> {
  const { rows } = await db.query<{ name: string }>(
    `select n.name from membership_name n join membership m on m.id = n.membership_id
       join account a on a.id = m.account_id join "group" g on g.id = m.group_id
     where g.slug = 'one' and a.email = $1`,
    [`${handle}@trama.example`],
  );
  return rows[0]!.name;
}

/** Types a letter and presses Enter before the page can render again, as on a slow phone. */
const typeAndTake = (box: Locator, letter: string) =>
  box.evaluate((element, typed) => {
    document.execCommand('insertText', false, typed);
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
  }, letter);

test('A member mentions another by keyboard; the other finds the mention in the inbox and marks it as read on both devices', async () => {
  const name = await nameOf('member4');
  const [writer, reader] = [await openChannelAs('member1', 'Avisos'), await inboxOf('member4')];
  const box = composer(writer);
  await box.click();
  // The start of the name, without accents and capitals.
  const typed = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 5);
  await writer.keyboard.type(`Mira, @${typed}`);
  const option = names(writer).getByRole('option', { name });
  await option.waitFor();
  expect(await box.getAttribute('aria-controls')).toBe(await names(writer).getAttribute('id'));
  const found = await messagePageProblems(writer, 'naming');
  await writer.keyboard.press('Escape');
  await names(writer).waitFor({ state: 'detached' });
  expect(await box.inputValue()).toBe(`Mira, @${typed}`);
  await writer.keyboard.press('Backspace');
  await writer.keyboard.press('Escape');
  await box.fill('');
  await writer.keyboard.type(`Mira, @${typed.slice(0, -1)}`);
  await option.waitFor();
  await typeAndTake(box, typed.slice(-1));
  await writer.keyboard.type('el mapa');
  expect(await box.inputValue()).toBe(`Mira, @${name} el mapa`);
  await writer.keyboard.press('Control+Enter');
  await message(writer, 'el mapa').getByText(`@${name}`, { exact: true }).waitFor();

  const isUnread = partOfText('Sin leer');
  await inboxItems(reader, 'el mapa').filter({ hasText: isUnread }).waitFor();
  found.push(...(await messagePageProblems(reader, 'inbox')));
  const other = await inboxOf('member4', 'es', WIDE);
  await inboxLink(other, 1).waitFor();
  await inboxItems(other, 'el mapa').filter({ hasText: isUnread }).waitFor();
  // Both devices also learn that the reader marks everything as read, and undoes it.
  await buttonNamed(reader, 'Marcar todo como leído').click();
  await inboxItems(reader, 'el mapa').filter({ hasNotText: isUnread }).waitFor();
  await inboxLink(other, 0).waitFor();
  await undoButton(reader).click();
  await inboxItems(reader, 'el mapa').filter({ hasText: isUnread }).waitFor();
  await inboxLink(other, 1).waitFor();
  await inboxItems(reader, 'el mapa').getByRole('link').click();
  await message(reader, 'el mapa').getByText(partOfText('(te menciona)')).waitFor();
  await inboxItems(other, 'el mapa').filter({ hasNotText: isUnread }).waitFor();
  await inboxLink(other, 0).waitFor();
  expect(found).toEqual([]);
  for (const page of [writer, reader, other]) await page.context().close();
}, 180_000);

test('A member mutes a channel with one tap and undoes it, and sets quiet hours in a time zone', async () => {
  const page = await openChannelAs('member1', 'Avisos');
  await detailsButton(page).click();
  const nothing = { name: startOfText('Nada') };
  await page.getByRole('radio', nothing).click();
  await page.getByRole('radio', { ...nothing, checked: true }).waitFor();
  const found = await messagePageProblems(page, 'level');
  // The sheet covers the toast.
  await page.keyboard.press('Escape');
  await undoButton(page).click();
  await detailsButton(page).click();
  await page.getByRole('radio', { ...nothing, checked: false }).waitFor();
  await page.getByRole('radio', nothing).click();
  await page.getByRole('radio', { ...nothing, checked: true }).waitFor();
  await page.goto(`${product.url}/app/channels`);
  await channelRow(page, 'Avisos')
    .filter({ hasText: partOfText('Sin avisos') })
    .waitFor();
  await page.goto(`${product.url}/app/me/notifications`);
  const asItHappens = { name: startOfText('Cuando hay novedades') };
  const place = page.getByLabel(wholeText('La hora de'));
  await page.getByRole('radio', asItHappens).click();
  await page.getByLabel(wholeText('Quiero horas de silencio')).check();
  await page.getByLabel(wholeText('Desde')).waitFor();
  await place.selectOption('America/Lima');
  await waitForIdlePage(page);
  found.push(...(await messagePageProblems(page, 'notifications')));
  await page.reload();
  await page.getByRole('radio', { ...asItHappens, checked: true }).waitFor();
  expect(await place.inputValue()).toBe('America/Lima');
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test.each(sampledLanguages(['es', 'pt', 'en']))(
  'The inbox and the notification settings are readable and accessible in %s',
  async (language) => {
    const page = await inboxOf('member4', language);
    const found = await pageProblems(page, 'inbox', language);
    await page.goto(`${product.url}/app/me/notifications`);
    await page.getByRole('radio', { name: startOfText('Una vez al día') }).waitFor();
    found.push(...(await pageProblems(page, 'notifications', language)));
    expect(found).toEqual([]);
    await page.context().close();
  },
  120_000,
);
