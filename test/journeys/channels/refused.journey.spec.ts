import { faultsOf, signIn } from '../../support/browser/looks.js';
import {
  box,
  reader as openReader,
  say,
  SETTLED_MS,
  toList,
} from '../../support/browser/reading.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

/** Archives a channel behind the backs of those who read it, or opens it again. */
const archive = (channel: string, isArchived: boolean) =>
  db.query(
    `update channel c set archived_at = case when $2 then now() end
     from "group" g where g.id = c.group_id and g.slug = 'one' and c.name = $1`,
    [channel, isArchived],
  );

/** A steward takes a message away, as by hand. */
async function remove(text: string): Promise<void> {
  const steward = await browsers.open();
  await signIn(steward, product.url, 'steward1');
  const { rows } = await db.query<{ id: string }>('select id from message where body = $1', [text]);
  const answer = await steward.evaluate(async (id) => {
    const query = 'mutation ($id: ID!) { removeMessage(messageId: $id) { id } }';
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query, variables: { id } });
    return (await fetch('/graphql', { method: 'POST', headers, body })).json();
  }, rows[0]!.id);
  expect(answer).not.toHaveProperty('errors');
  await steward.context().close();
}

test('What is refused says why, in its channel and in the list, and is let go from there', async () => {
  const page = await reader('member1', 'Traducciones');
  await page.context().setOffline(true);
  await say(page, 'Llegó tarde');
  await page.waitForTimeout(SETTLED_MS);
  await archive('Traducciones', true);
  try {
    await page.context().setOffline(false);
    const failed = page.locator('.msg--failed', { hasText: 'Llegó tarde' });
    await failed.locator('[role=alert]', { hasText: 'archivado' }).waitFor();
    const found = await faultsOf(page, 'refused-feed', 'es');
    await toList(page);
    await page.reload(); // the list knows the words by itself
    const row = page.locator('.card li', { hasText: 'Llegó tarde' });
    await row.filter({ hasText: 'archivado' }).waitFor();
    found.push(...(await faultsOf(page, 'refused-list', 'es')));
    await row.locator('button').click();
    await row.waitFor({ state: 'detached' });
    await page.locator('.outbox').waitFor({ state: 'detached' });
    expect(found).toEqual([]);
  } finally {
    await archive('Traducciones', false);
  }
  await page.context().close();
}, 120_000);

test('A new text for a message that was taken away meanwhile goes with it, and that is said', async () => {
  const page = await reader('member1', 'Avisos');
  await say(page, 'Nos vemos a las ocho');
  const own = page.locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: 'a las ocho' });
  await own.waitFor();
  await own.focus();
  await page.keyboard.press('Enter');
  await page.locator('.menu__item', { hasText: 'Editar' }).waitFor();
  await page.context().setOffline(true);
  await page.locator('.menu__item', { hasText: 'Editar' }).click();
  await box(page).fill('Nos vemos a las nueve');
  await page.keyboard.press('Control+Enter');
  await page.locator('.msg--queued', { hasText: 'a las nueve' }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await remove('Nos vemos a las ocho');

  await page.context().setOffline(false);

  await page.locator('.outbox').waitFor({ state: 'detached' });
  await page.locator('.toast').waitFor();
  const gone = page.locator('.msg--me', { hasText: 'Mensaje borrado' }).last();
  // In one line, as any other.
  expect((await gone.locator('.msg__b').boundingBox())!.width).toBeGreaterThan(120);
  await page.context().close();
}, 120_000);

test('Where the device keeps nothing, whoever writes is told not to leave', async () => {
  const page = await reader('member1', 'Avisos');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.context().setOffline(true);
  await say(page, 'Sin sitio');
  const waiting = page.locator('.msg--queued', { hasText: 'Sin sitio' });
  await waiting.locator('[role=alert]', { hasText: 'Deja abierta esta página' }).waitFor();
  const found = await faultsOf(page, 'refused-device', 'es');

  await page.context().setOffline(false);

  await page
    .locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: 'Sin sitio' })
    .waitFor();
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('A request that nobody answers is given up within a minute, and its message goes then', async () => {
  const page = await reader('member1', 'Avisos');
  await page.clock.install();
  let isDead = true;
  await page.route('**/graphql', async (route) => {
    if (isDead && route.request().postData()?.includes('mutation PostMessage')) return; // no answer ever
    await route.continue();
  });
  await say(page, 'Por una línea muerta');
  await page.locator('.msg--sending', { hasText: 'línea muerta' }).waitFor();
  await page.clock.fastForward(59_000);
  expect(await page.locator('.msg--sending', { hasText: 'línea muerta' }).count()).toBe(1);
  isDead = false;
  await page.clock.fastForward(2_000);
  await page.locator('.msg--queued', { hasText: 'línea muerta' }).waitFor();
  await page.clock.fastForward(16_000);
  await page
    .locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: 'línea muerta' })
    .waitFor();
  await page.context().close();
}, 120_000);
