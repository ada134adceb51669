import type { Page } from 'playwright-core';
import { faultsOf, settled, shoot, signIn } from '../../support/browser/looks.js';
import { box, enter, reader, say, SETTLED_MS, shown } from '../../support/browser/reading.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';
import { TALK_PLACES } from '../../support/talk/talk-places.js';

onStage();

const CENSUS = 'Censo: lo que preguntan';
const WIDE = { viewport: { width: 1280, height: 800 } };
const open = (handle: string) => reader(browsers, product.url, handle, 'Verificación');
const title = (page: Page, name: string) => page.locator('.topbar h1', { hasText: name }).waitFor();

/** To another feed of the channel, by its list. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.locator('.feeds').click();
  await page.locator('.feedlink', { hasText: name }).click();
  await page.locator('.feedlink').first().waitFor({ state: 'detached' });
}

const said = async (body: string) =>
  (
    await db.query(
      'select t.name from message m left join topic t on t.id = m.topic_id where body = $1',
      [body],
    )
  ).rows;

test('Two people talk in a topic: drafts stay apart, what is unread is counted, marked, and found by a line', async () => {
  const [ana, ste] = [await open('member1'), await open('steward1')];
  await box(ana).fill('Borrador de lo general');
  const found = await faultsOf(ana, 'topics-head', 'es');
  await ana.locator('.feeds').click();
  await ana.locator('.feedlink', { hasText: CENSUS }).waitFor();
  found.push(...(await faultsOf(ana, 'topics-list', 'es')));
  await ana.locator('.feedlink', { hasText: CENSUS }).click();
  await title(ana, CENSUS);
  expect(await ana.title()).not.toContain('Censo');
  await ana.locator('.feed .msg__t').first().waitFor();
  expect(await box(ana).inputValue()).toBe('');
  await box(ana).fill('Borrador del censo');
  found.push(...(await faultsOf(ana, 'topics-feed', 'es')));
  await ana.locator('.topbar--channel a', { hasText: 'Verificación' }).click();
  await title(ana, 'Verificación');
  await ana.waitForFunction(
    () => document.querySelector('textarea')?.value === 'Borrador de lo general',
  );
  await ana.waitForTimeout(SETTLED_MS);
  await ana.reload();
  await ana.waitForFunction(
    () => document.querySelector('textarea')?.value === 'Borrador de lo general',
  );

  await goTo(ste, CENSUS);
  await title(ste, CENSUS);
  await say(ste, 'Décima pregunta: ¿y las casas vacías?');
  await say(ste, 'Undécima: ¿quién firma?');
  await ste.locator('.msg--queued, .msg--sending').first().waitFor({ state: 'detached' });
  await ana.locator('.feeds__new').waitFor();
  expect(await shown(ana)).not.toContain('Undécima: ¿quién firma?');
  await goTo(ana, CENSUS);
  await ana.locator('.msg__t', { hasText: 'Undécima' }).waitFor();
  await ana.waitForFunction(
    () => document.querySelector('textarea')?.value === 'Borrador del censo',
  );
  await ana.locator('.unread').waitFor();
  found.push(...(await faultsOf(ana, 'topics-unread', 'es')));
  await ana.locator('.feed').focus();
  await ana.keyboard.press('n');
  await ana.waitForFunction(() => {
    const line = document.querySelector('.unread')!.getBoundingClientRect();
    return line.top >= 0 && line.bottom <= innerHeight;
  });

  const read = ana.waitForResponse(
    (one) => one.request().postData()?.includes('MarkRead') === true,
  );
  await ana.locator('.feed').evaluate((feed) => feed.scrollTo(0, feed.scrollHeight));
  await read;
  await ana.locator('article', { hasText: 'Décima pregunta' }).focus();
  await ana.keyboard.press('Shift+F10');
  await ana.locator('[role=menuitem]', { hasText: 'Dejar como no leído' }).click();
  await ana.waitForURL('**/app/channels');
  const elsewhere = await browsers.open(WIDE);
  await signIn(elsewhere, product.url, 'member1');
  await elsewhere.goto(`${product.url}/app/channels`);
  await elsewhere.locator('.chrow', { hasText: 'Verificación' }).click();
  const row = elsewhere.locator('.feedlink', { hasText: CENSUS });
  await row.locator('.count', { hasText: '2' }).waitFor();
  await settled(elsewhere);
  await shoot(elsewhere, 'topics-wide');
  found.push(...(await faultsOf(elsewhere, 'topics-beside', 'es')));
  await row.click();
  await title(elsewhere, CENSUS);
  expect(await elsewhere.locator('.unread').innerText()).toBe('2 mensajes nuevos');
  expect(found).toEqual([]);
  for (const page of [ana, ste, elsewhere]) await page.context().close();
}, 180_000);

test('What is written in a topic without a network survives a reload and arrives once, in its topic', async () => {
  const page = await open('member1');
  await goTo(page, CENSUS);
  await page.locator('.feed .msg__t').first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const before = await shown(page);
  await page.context().setOffline(true);
  await say(page, 'Escrito en la lancha');
  await page.locator('.msg--queued', { hasText: 'lancha' }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await page.reload();
  await page.locator('.msg--queued', { hasText: 'lancha' }).waitFor();
  expect((await shown(page)).slice(0, before.length)).toEqual(before);
  await goTo(page, 'Lo general');
  await title(page, 'Verificación');
  expect(await page.locator('.msg--queued').count()).toBe(0);
  await page.context().setOffline(false);
  await goTo(page, CENSUS);
  await page.locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: 'lancha' }).waitFor();
  expect(await said('Escrito en la lancha')).toEqual([{ name: CENSUS }]);
  await page.context().close();
}, 120_000);

test.each(TALK_PLACES)(
  'In $language a topic is made, renamed, closed, and opened again by keys alone where that is undone',
  async ({ language, channel, member, steward }) => {
    const page = await browsers.open();
    await signIn(page, product.url, member);
    await enter(page, channel);
    await page.locator('.detail__open').click();
    const start = page.locator('.sheet .row', { has: page.locator('svg') });
    const name = `Asunto ${language}`;
    await start.filter({ hasText: /Tema nuevo|Tópico novo|New topic/ }).click();
    await page.locator('dialog.dialog input').fill(' ');
    await page.keyboard.press('Enter');
    await page.locator('dialog.dialog [aria-invalid=true]').waitFor();
    const found = await faultsOf(page, `topics-new-${language}`, language);
    await page.locator('dialog.dialog input').fill(name);
    await page.keyboard.press('Enter');
    await title(page, name);
    found.push(...(await faultsOf(page, `topics-empty-${language}`, language)));
    await say(page, `Primero de ${language}`);
    await page.locator('.msg--me:not(.msg--queued, .msg--sending)').waitFor();

    const other = await browsers.open();
    await signIn(other, product.url, steward);
    await enter(other, channel);
    await goTo(other, name);
    await other.locator('.msg__t', { hasText: `Primero de ${language}` }).waitFor();
    await page.locator('.detail__open').click();
    await page
      .locator('.sheet .row', { hasText: /Cerrar el tema|Fechar o tópico|Close the topic/ })
      .click();
    await other.locator('.chan .banner').waitFor();
    expect(await box(other).count()).toBe(0);
    await other.locator('.feed').focus();
    found.push(...(await faultsOf(other, `topics-closed-${language}`, language)));
    await page.locator('.toast button').press('Enter');
    await box(other).waitFor();
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  120_000,
);
