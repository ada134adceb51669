import type { Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { faultsOf } from '../../support/browser/looks.js';
import { reader as openReader } from '../../support/browser/reading.js';
import { sendButton } from '../../support/browser/sent-files.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

const reader = (handle: string) => openReader(browsers, product.url, handle, 'Traducciones');
const mic = (page: Page) => page.locator('.iconbtn--mic');
/** Speaks for a moment, so that there is something to hear. */
const SPOKEN_MS = 2_200;

/** Whether the sound of a page runs: the place in it moves on. */
async function hears(page: Page, player: string): Promise<void> {
  await page.locator(`${player} .play`).click();
  await page.waitForFunction(
    (one) => Number(document.querySelector<HTMLInputElement>(`${one} .voice__at`)?.value) >= 1,
    player,
  );
}

const WORDS = [
  { language: 'es', words: 'Nos vemos el martes en la radio' },
  { language: 'pt', words: 'A gente se vê na terça, na rádio' },
  { language: 'en', words: 'See you on Tuesday at the radio' },
];

test.each(WORDS)(
  'In $language a voice note is recorded, heard before it is sent, heard by another, and written down by them',
  async ({ language, words }) => {
    for (const handle of ['member1', 'steward1']) {
      await db.query('update account set language = $2 where email = $1', [
        emailOf(handle),
        language,
      ]);
    }
    const [page, other] = [await reader('member1'), await reader('steward1')];
    const found: string[] = [];
    const look = async (of: Page, state: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await of.emulateMedia({ colorScheme });
        const name = `voice-${language}-${state}-${colorScheme}`;
        found.push(...(await faultsOf(of, name, language)));
      }
    };
    await look(page, 'composer');
    await mic(page).focus();
    await page.keyboard.press('Enter');
    await page.locator('.recording [role=timer]', { hasText: '0:02' }).waitFor();
    await look(page, 'recording');
    await page.keyboard.press('Enter');
    await page.locator('.attached .voice').waitFor();
    await look(page, 'listening');
    await hears(page, '.attached .voice');
    await sendButton(page).click();
    await page.locator('.waits').waitFor({ state: 'detached' });
    await other.locator('.files .voice').last().waitFor();
    await look(other, 'sent');
    const play = other.locator('.msg:last-of-type .files .voice .play');
    const still = (await play.getAttribute('aria-label'))!;
    await hears(other, '.msg:last-of-type .files .voice');
    await other.locator('.msg:last-of-type .voice__speed').click();
    expect(await other.locator('.msg:last-of-type .voice__speed').innerText()).toMatch(/^1[.,]5×$/);
    // At its end it stops by itself.
    await play.evaluate((one: HTMLElement, name) => one.ariaLabel !== name && one.click(), still);
    await other.locator(`.msg:last-of-type .play[aria-label="${still}"]`).waitFor();
    await other.locator('.msg:last-of-type .voice__at').focus();
    await other.keyboard.press('Home');
    expect(await other.locator('.msg:last-of-type .voice__at').inputValue()).toBe('0');

    await other.locator('.msg:last-of-type .written .btn').last().click();
    // By keys, as somebody at a table: letters that are keys of the feed elsewhere are letters here.
    await other.locator('.written textarea').pressSequentially(words);
    await look(other, 'writing');
    await other.locator('.written .btn--primary').click();

    const read = page.locator('.msg:last-of-type .written [aria-expanded]');
    await read.waitFor();
    await read.click();
    await page.locator('.msg:last-of-type .written', { hasText: words }).waitFor();
    await look(page, 'read');
    const { rows } = await db.query<{ type: string; kind: string }>(
      'select kind, type from attachment where text = $1 and message_id is not null',
      [words],
    );
    expect(rows).toEqual([{ kind: 'voice', type: 'audio/webm' }]);
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  240_000,
);

test('Held, it ends when it is let go; thrown away, nothing of it stays', async () => {
  const page = await reader('member2');
  const place = (await mic(page).boundingBox())!;
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await page.locator('.recording').waitFor();
  await page.waitForTimeout(SPOKEN_MS);
  await page.mouse.up();
  await page.locator('.attached .voice').waitFor();
  await page.locator('.attached__one > .iconbtn').click();
  await page.locator('.attached__one').waitFor({ state: 'detached' });

  await mic(page).click();
  await page.locator('.recording').waitFor();
  await page.keyboard.press('Escape');
  await mic(page).waitFor();
  expect(await page.locator('.attached__one').count()).toBe(0);
  await page.context().close();
}, 120_000);

test('Who goes elsewhere while speaking finds what was said in the draft', async () => {
  const page = await reader('member2');
  await mic(page).click();
  await page.locator('.recording [role=timer]', { hasText: '0:01' }).waitFor();
  await page.locator('.topbar--channel a[href="/app/channels"]').click();
  await page.locator('.chrow', { hasText: 'Traducciones' }).first().click();
  await page.locator('.attached .voice').waitFor();
  await page.context().close();
}, 120_000);

test('A microphone that is refused is explained, and where there is none there is no button', async () => {
  await db.query(`update account set language = 'es' where email = $1`, [emailOf('member2')]);
  const page = await reader('member2');
  await page.evaluate(() => {
    const denied = new DOMException('denied', 'NotAllowedError');
    navigator.mediaDevices.getUserMedia = () => Promise.reject(denied);
  });
  await mic(page).click();
  await page.locator('.composer__fault', { hasText: 'El navegador no deja usar' }).waitFor();
  await mic(page).waitFor();

  await page.addInitScript(() => {
    navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
  });
  await page.reload();
  await page.locator('.composer [aria-haspopup=menu]').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await mic(page).count()).toBe(0);
  expect(await page.locator('.iconbtn--send').isVisible()).toBe(true);
  await page.context().close();
}, 120_000);

test('A microphone that answers after one left listens to nobody', async () => {
  const page = await reader('member2');
  await page.evaluate(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      await new Promise((answer) => addEventListener('let', answer, { once: true }));
      const stream = await ask(wanted);
      Object.assign(globalThis, { given: stream });
      return stream;
    };
  });
  await mic(page).click();
  await page.locator('.topbar--channel a[href="/app/channels"]').click();
  await page.locator('.chrow', { hasText: 'Traducciones' }).first().waitFor();
  await page.evaluate(() => void dispatchEvent(new Event('let')));
  await page.waitForFunction(() => {
    const { given } = globalThis as { given?: MediaStream };
    return given?.getTracks().every(({ readyState }) => readyState === 'ended');
  });
  await page.context().close();
}, 120_000);

test('Sent by two quick taps a voice note goes once', async () => {
  const page = await reader('member2');
  const before = await page.locator('.msg--me .files .voice').count();
  await mic(page).click();
  await page.locator('.recording [role=timer]', { hasText: '0:02' }).waitFor();
  await page.locator('.recording .iconbtn--send').evaluate((send: HTMLElement) => {
    send.click();
    send.click();
  });
  await page.locator('.msg--me .files .voice').nth(before).waitFor();
  await page.locator('.waits').waitFor({ state: 'detached' });
  await page.locator('.outbox').waitFor({ state: 'detached' });
  expect(await page.locator('.msg--me .files .voice').count()).toBe(before + 1);
  expect(await page.locator('.attached__one').count()).toBe(0);
  await page.context().close();
}, 120_000);
