import type { Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { keptBy } from '../../support/browser/device.js';
import { settled, signIn } from '../../support/browser/looks.js';
import { box, enter, say, SETTLED_MS } from '../../support/browser/reading.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

/** A member in a channel, in a network that lets no socket through: nothing says that their session ended. */
async function reader(handle: string, channel: string, isAlone = false): Promise<Page> {
  const page = await browsers.open();
  await page.route('**/realtime/**', (route) => route.abort());
  await page.routeWebSocket(/realtime/, (socket) => socket.close());
  if (isAlone)
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  await signIn(page, product.url, handle);
  await settled(page);
  await enter(page, channel);
  return page;
}

const idOf = async (handle: string): Promise<string> => {
  const sql = 'select id from account where email = $1';
  return (await db.query<{ id: string }>(sql, [emailOf(handle)])).rows[0]!.id;
};

/** The addresses of those under whose name a message of this text stands on the server. */
async function authorsOf(body: string): Promise<string[]> {
  const { rows } = await db.query<{ email: string }>(
    'select a.email from message m join account a on a.id = m.account_id where m.body = $1',
    [body],
  );
  return rows.map(({ email }) => email);
}

async function isPosted(body: string): Promise<void> {
  while ((await authorsOf(body)).length === 0) await new Promise((again) => setTimeout(again, 50));
}

/** Lets nothing be posted from a page until the function that this gives is called. */
async function holdPosts(page: Page): Promise<() => void> {
  let isHeld = true;
  await page.route('**/graphql', (route) =>
    isHeld && route.request().postData()?.includes('mutation PostMessage')
      ? route.abort('internetdisconnected')
      : route.continue(),
  );
  return () => (isHeld = false);
}

/** Whose session the browser of a page has. */
const signedInAs = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ me { id } }' });
    const answer = await fetch('/graphql', { method: 'POST', headers, body });
    return ((await answer.json()) as { data: { me: { id: string } } }).data.me.id;
  });

test('What one account wrote in a tab is neither sent nor shown to another that signs in beside it, and goes once its author is back', async () => {
  const page = await reader('member1', 'Avisos');
  const release = await holdPosts(page);
  await say(page, 'Lo escribió la primera');
  await page.locator('.msg--queued', { hasText: 'Lo escribió la primera' }).waitFor();
  await box(page).fill('Borrador de la primera');
  await page.waitForTimeout(SETTLED_MS);

  const other = await page.context().newPage();
  await signIn(other, product.url, 'member2');
  await settled(other);
  release();
  // The first tab becomes one of the account that the browser has by now.
  await enter(other, 'Avisos');
  await page.locator('.feed .msg__t').first().waitFor();
  for (const one of [page, other]) {
    await settled(one);
    expect(await one.locator('.msg--queued').count()).toBe(0);
    expect(await box(one).inputValue()).toBe('');
  }
  await say(other, 'Lo escribió la segunda');
  await isPosted('Lo escribió la segunda');
  await say(page, 'También la segunda, en la otra pestaña');
  await isPosted('También la segunda, en la otra pestaña');
  expect(await authorsOf('También la segunda, en la otra pestaña')).toEqual([emailOf('member2')]);
  expect(await authorsOf('Lo escribió la primera')).toEqual([]);

  await other.goto(`${product.url}/es/safety`);
  await signIn(other, product.url, 'member1');
  await isPosted('Lo escribió la primera');
  expect(await authorsOf('Lo escribió la primera')).toEqual([emailOf('member1')]);
  await enter(other, 'Avisos');
  await other.waitForFunction(
    () => document.querySelector('textarea')?.value === 'Borrador de la primera',
  );
  await page.context().close();
}, 120_000);

test('A page that did not hear of the other account is refused when it writes, and becomes its page', async () => {
  const page = await reader('member1', 'Avisos', true);
  const other = await page.context().newPage();
  await other.goto(`${product.url}/es/sign-in`);
  const switched = await other.evaluate(
    async (login) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/auth/sign-in', {
        method: 'POST',
        headers,
        body: JSON.stringify(login),
      });
      return answer.status;
    },
    { email: emailOf('member2'), password: 'trama-demo-2026' },
  );
  expect([switched, await signedInAs(other)]).toEqual([200, await idOf('member2')]);

  const reloaded = page.waitForEvent('load', { timeout: 60_000 });
  await say(page, 'Sin saber de la otra cuenta');
  const sent = page.locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: 'Sin saber' });
  await Promise.race([reloaded, sent.waitFor()]);
  expect(await authorsOf('Sin saber de la otra cuenta')).toEqual([]);
  await reloaded;
  await settled(page);

  expect(await page.locator('.msg--queued').count()).toBe(0);
  await say(page, 'Ya con la otra cuenta');
  await isPosted('Ya con la otra cuenta');
  expect(await authorsOf('Ya con la otra cuenta')).toEqual([emailOf('member2')]);
  expect(await authorsOf('Sin saber de la otra cuenta')).toEqual([]);
  await page.context().close();
}, 120_000);

/** What a version of the app without owners left on a device. */
async function leaveAsBefore(page: Page, owner: string, channelId: string): Promise<void> {
  await page.evaluate(
    async ({ owner, channelId }) => {
      const opening = indexedDB.open('trama', 4);
      const shelves = ['outbox', 'drafts', 'application', 'cards', 'answers', 'channels'];
      opening.onupgradeneeded = () => {
        for (const shelf of [...shelves, 'files', 'forms', 'owner'])
          opening.result.createObjectStore(shelf);
      };
      await new Promise((done) => (opening.onsuccess = done));
      const all = opening.result.transaction(['outbox', 'drafts', 'owner'], 'readwrite');
      const [clientId, at] = [crypto.randomUUID(), new Date().toISOString()];
      const body = 'De una versión anterior';
      all
        .objectStore('outbox')
        .put(
          { ...{ clientId, at, state: 'queued', channelId, topicId: null, body } },
          `${at} ${clientId}`,
        );
      all.objectStore('drafts').put('Borrador de antes', `channel ${channelId}`);
      all.objectStore('owner').put(owner, 'account');
      await new Promise((done) => (all.oncomplete = done));
      opening.result.close();
    },
    { owner, channelId },
  );
}

test('What an older version queued without an owner is shown and not sent', async () => {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from channel c join "group" g on g.id = c.group_id where g.slug = 'one' and c.name = 'Avisos'`,
  );
  const page = await browsers.open();
  await page.goto(`${product.url}/es/safety`);
  await leaveAsBefore(page, await idOf('member1'), rows[0]!.id);
  await signIn(page, product.url, 'member1');
  await settled(page);
  await enter(page, 'Avisos');

  const old = page.locator('.msg--failed', { hasText: 'De una versión anterior' });
  await old.locator('[role=alert]', { hasText: 'versión anterior' }).waitFor();
  await page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
  expect(await box(page).inputValue()).toBe('Borrador de antes');
  await page.locator('.outbox__retry').click();
  await say(page, 'De esta versión');
  await isPosted('De esta versión');
  expect(await authorsOf('De una versión anterior')).toEqual([]);
  await old.focus();
  await page.keyboard.press('Enter');
  await page.locator('.menu__item', { hasText: 'Descartar' }).click();
  await old.waitFor({ state: 'detached' });
  await page.waitForTimeout(SETTLED_MS);
  expect(await keptBy(page)).not.toContain('De una versión anterior');
  await page.context().close();
}, 120_000);
