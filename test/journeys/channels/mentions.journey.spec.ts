import type { Locator, Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { enter, faults, saying } from '../../support/talk/messages.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

const BELL = '.topbar a[href="/app/inbox"]';

async function inboxOf(handle: string, language = 'es'): Promise<Page> {
  await db.query('update account set language = $2 where email = $1', [emailOf(handle), language]);
  const page = await browsers.open();
  await signIn(page, product.url, handle);
  await page.goto(`${product.url}/app/inbox`);
  await page.locator('h1').waitFor();
  await settled(page);
  return page;
}

/** The name of a demo person in the first group, as others there read it. */
async function nameOf(handle: string): Promise<string> {
  const { rows } = await db.query<{ name: string }>(
    `select n.name from membership_name n join membership m on m.id = n.membership_id
       join account a on a.id = m.account_id join "group" g on g.id = m.group_id
     where g.slug = 'one' and a.email = $1`,
    [`${handle}@trama.example`],
  );
  return rows[0]!.name;
}

/** A letter and Enter with no time to draw between them, as on a slow phone. */
const typeAndTake = (box: Locator, letter: string) =>
  box.evaluate((element, typed) => {
    document.execCommand('insertText', false, typed);
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
  }, letter);

test('Somebody is named by keys, finds it in the inbox, opens it, and it is read on both', async () => {
  const name = await nameOf('member4');
  const [writer, reader] = [await enter('member1', 'Avisos'), await inboxOf('member4')];
  const box = writer.locator('.composer__box');
  await box.click();
  // Without accents and capitals.
  const typed = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 5);
  await writer.keyboard.type(`Mira, @${typed}`);
  const option = writer.locator('[role=option]', { hasText: name });
  await option.waitFor();
  expect(await box.getAttribute('aria-controls')).toBe(
    await writer.locator('[role=listbox]').getAttribute('id'),
  );
  const found = await faults(writer, 'naming');
  await writer.keyboard.press('Escape');
  await writer.locator('[role=listbox]').waitFor({ state: 'detached' });
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
  await saying(writer, 'el mapa').locator('mark.named', { hasText: name }).waitFor();

  await reader.locator('.inbox .row--new', { hasText: 'el mapa' }).waitFor();
  await reader.locator(`${BELL} .dot`, { hasText: '1' }).waitFor();
  found.push(...(await faults(reader, 'inbox')));
  const other = await inboxOf('member4');
  await other.locator('.inbox .row--new').waitFor();
  await reader.locator('.inbox a', { hasText: 'el mapa' }).click();
  await saying(reader, 'el mapa').locator('mark.named--me').waitFor();
  await other.locator('.inbox .row:not(.row--new)', { hasText: 'el mapa' }).waitFor();
  await other.locator(`${BELL} .dot`).waitFor({ state: 'detached' });
  expect(found).toEqual([]);
  for (const page of [writer, reader, other]) await page.context().close();
}, 180_000);

test('What one hears of a channel is chosen with one tap, and quiet hours by the clock of a place', async () => {
  const page = await enter('member1', 'Avisos');
  await page.locator('.detail__open').click();
  await page.locator('input[value=none]').click();
  await page.locator('input[value=none]:checked').waitFor();
  const found = await faults(page, 'level');
  await page.goto(`${product.url}/app/channels`);
  await page.locator('.chrow', { hasText: 'Avisos' }).locator('svg').first().waitFor();
  await page.goto(`${product.url}/app/me/notifications`);
  await page.locator('input[value=each]').click();
  await page.locator('input[type=checkbox]').check();
  await page.locator('input[type=time]').first().waitFor();
  await page.locator('select').selectOption('America/Lima');
  await settled(page);
  found.push(...(await faults(page, 'notifications')));
  await page.reload();
  await page.locator('input[value=each]:checked').waitFor();
  expect(await page.locator('select').inputValue()).toBe('America/Lima');
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test.each(['es', 'pt', 'en'])(
  'The pages of it say everything in %s',
  async (language) => {
    const page = await inboxOf('member4', language);
    const found = await faultsOf(page, 'inbox', language);
    await page.goto(`${product.url}/app/me/notifications`);
    await page.locator('input[value=daily]').waitFor();
    found.push(...(await faultsOf(page, 'notifications', language)));
    expect(found).toEqual([]);
    await page.context().close();
  },
  120_000,
);
