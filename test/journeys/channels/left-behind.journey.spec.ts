import type { Page } from 'playwright-core';
import { keptBy } from '../../support/browser/device.js';
import { signIn } from '../../support/browser/looks.js';
import {
  box,
  enter,
  reader as openReader,
  SETTLED_MS,
  shown,
  toList,
} from '../../support/browser/reading.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

/** A draft is read from the device once its feed stands. */
const drafted = (page: Page, text: string) =>
  page.waitForFunction((one) => document.querySelector('textarea')?.value === one, text);

/** As a browser does whose storage is full. */
function refuseToStore(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}

test('A draft stays in its channel, through another one and a reload, and goes with a lock', async () => {
  const page = await reader('member1', 'Verificación');
  await box(page).fill('Borrador de aquí');
  await toList(page);
  await enter(page, 'Avisos');
  expect(await box(page).inputValue()).toBe('');
  await box(page).fill('Borrador de allá');
  await page.waitForTimeout(SETTLED_MS);
  await page.reload();
  await page.locator('.feed .msg__t').first().waitFor();
  await drafted(page, 'Borrador de allá');
  await toList(page);
  await enter(page, 'Verificación');
  await drafted(page, 'Borrador de aquí');
  expect(await keptBy(page)).toContain('Borrador de allá');

  await page.evaluate(refuseToStore);
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift');

  await page.waitForURL('about:blank');
  await page.goto(`${product.url}/es/safety`);
  expect(await keptBy(page)).not.toMatch(/Borrador|messages|Verificación/);
  await page.context().close();
}, 120_000);

/** Types as soon as there is where to, before the page could read anything. */
function typeAtOnce(): void {
  new MutationObserver((_changes, observer) => {
    const composer = document.querySelector<HTMLTextAreaElement>('.composer__box');
    if (!composer) return;
    observer.disconnect();
    composer.setRangeText('Lo de ahora');
    composer.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }).observe(document, { childList: true, subtree: true });
}

test('Whoever types before the draft was read has both, each once', async () => {
  const page = await reader('member1', 'Avisos');
  await box(page).fill('Lo de antes');
  await page.waitForTimeout(SETTLED_MS);
  await page.addInitScript(typeAtOnce);
  await page.reload();
  await drafted(page, 'Lo de antes\nLo de ahora');
  await toList(page);
  await enter(page, 'Avisos');
  await page.waitForTimeout(SETTLED_MS);
  await drafted(page, 'Lo de antes\nLo de ahora');
  await page.context().close();
}, 120_000);

/** The ways in which what was read has to go from a device. */
const ENDS: readonly [string, (page: Page) => Promise<void>][] = [
  [
    'a lock without a network',
    async (page) => {
      await page.context().setOffline(true);
      for (let n = 0; n < 3; n++) await page.keyboard.press('Shift');
      await page.waitForURL('about:blank');
      await page.context().setOffline(false);
    },
  ],
  [
    'a quick exit',
    async (page) => {
      await page.locator('.iconbtn--shield:visible').click();
      await page.locator('.btn--clay').click();
      await page.waitForURL('about:blank');
    },
  ],
  [
    'a sign-out',
    async (page) => {
      await toList(page);
      await page.locator('.topbar button.iconbtn').last().click();
      await page.locator('dialog .btn--line', { hasText: 'Cerrar sesión' }).click();
      await page.waitForURL('**/es/sign-in');
    },
  ],
  [
    'the end of the session',
    async (page) => {
      await db.query(`delete from session`);
      await page.reload();
      await page.waitForURL(/\/es\/sign-in/);
    },
  ],
];

test.each(ENDS)(
  'After %s nothing that was read is on the device',
  async (_how, end) => {
    const page = await reader('steward1', 'Verificación');
    const [read] = (await shown(page)).slice(-1);
    expect(await keptBy(page)).toContain(read);

    await end(page);

    await page.goto(`${product.url}/es/safety`);
    const kept = await keptBy(page);
    expect(kept).not.toContain(read);
    expect(kept).not.toContain('Verificación');
    await page.context().close();
  },
  120_000,
);

test.each(ENDS.slice(0, 2))(
  'After %s every other tab is empty',
  async (_how, end) => {
    const page = await reader('steward1', 'Verificación');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.feed .msg__t').first().waitFor();

    await Promise.all([other.waitForURL('about:blank'), end(page)]);

    await page.context().close();
  },
  120_000,
);

test('A channel that was closed to somebody while they were away goes from their device', async () => {
  const page = await reader('member4', 'Verificación');
  const [read] = (await shown(page)).slice(-1);
  await box(page).fill('A medio escribir');
  await page.waitForTimeout(SETTLED_MS);
  await page.context().setOffline(true);
  expect(await keptBy(page)).toContain(read);
  expect(await keptBy(page)).toContain('A medio escribir');
  const steward = await browsers.open();
  await signIn(steward, product.url, 'steward1');
  const { rows } = await db.query<{ id: string }>(
    `select m.id from membership m join account a on a.id = m.account_id join "group" g on g.id = m.group_id
     where g.slug = 'one' and a.email = 'member4@trama.example' and m.ended_at is null`,
  );
  await steward.evaluate(async (id) => {
    const query = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';
    await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { id } }),
    });
  }, rows[0]!.id);

  await page.context().setOffline(false);
  await page.locator('.empty h1').waitFor();
  await page.waitForTimeout(SETTLED_MS);

  expect(await keptBy(page)).not.toContain(read);
  expect(await keptBy(page)).not.toContain('A medio escribir');
  expect(await page.locator('.feed').count()).toBe(0);
  for (const one of [page, steward]) await one.context().close();
}, 120_000);
