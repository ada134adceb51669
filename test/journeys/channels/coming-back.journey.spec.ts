import type { Page } from 'playwright-core';
import {
  enter,
  reader as openReader,
  say,
  SETTLED_MS,
  shown,
  toList,
} from '../../support/browser/reading.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';

onStage();

const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

test('Whoever comes back to a channel finds the line before what came meanwhile', async () => {
  const [page, other] = [await reader('member1', 'Avisos'), await reader('steward1', 'Avisos')];
  await say(other, 'Leído todavía');
  await page.locator('.feed .msg__t', { hasText: 'Leído todavía' }).waitFor();
  const marked = page.waitForResponse((answer) =>
    Boolean(answer.request().postData()?.includes('mutation MarkRead')),
  );
  await page.locator('.feed').evaluate((feed) => feed.scrollTo(0, feed.scrollHeight));
  await marked;
  await toList(page);
  for (const text of ['Uno nuevo', 'Dos nuevos', 'Tres nuevos']) {
    await say(other, text);
    await other.locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: text }).waitFor();
  }

  await enter(page, 'Avisos');

  await page.locator('.unread', { hasText: '3 mensajes nuevos' }).waitFor();
  const after = page.locator('.unread + article', { hasText: 'Uno nuevo' });
  await after.waitFor();
  for (const one of [page, other]) await one.context().close();
}, 120_000);

/** Says each of these in the open channel of a page, in order, as if it were typed. */
const sayAll = (page: Page, texts: readonly string[]) =>
  page.evaluate(async (bodies) => {
    const query = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { id } }';
    const channelId = location.pathname.split('/').at(-1);
    const ids: string[] = [];
    for (const body of bodies) {
      const input = { channelId, clientId: crypto.randomUUID(), body };
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { input } }),
      });
      ids.push((await answer.json()).data.postMessage.id);
    }
    return ids;
  }, texts);

const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${word} ${at + 1}`);

test('Who follows a link far up a channel of which they missed much finds it whole', async () => {
  const [page, other] = [
    await reader('member1', 'Traducciones'),
    await reader('steward1', 'Traducciones'),
  ];
  const old = numbered('viejo', 60);
  const [, , third] = await sayAll(other, old);
  await page.locator('.feed .msg__t', { hasText: 'viejo 60' }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const place = page.url();
  await page.goto('about:blank');
  const fresh = numbered('nuevo', 130);
  await sayAll(other, fresh);
  // What is asked before all begins anew is answered after that.
  const asked: string[] = [];
  await page.route('**/graphql', async (route) => {
    const text = route.request().postData() ?? '';
    const isChanges = text.includes('query Changes');
    const isEarlier = /query History.*"before":\d/s.test(text);
    const isFirst = isEarlier && !asked.includes('earlier');
    if (isChanges) asked.push('changes');
    if (isEarlier) asked.push('earlier');
    if (isChanges || isFirst)
      await new Promise((done) => setTimeout(done, isChanges ? 1_500 : 5_000));
    await route.continue();
  });

  await page.goto(`${place}?m=${third}`);

  await page.locator('.feed .msg__t', { hasText: /^viejo 3$/ }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const all = await shown(page);
  expect(all.slice(all.indexOf('viejo 3'))).toEqual([...old.slice(2), ...fresh]);
  expect(asked).toContain('earlier');
  for (const one of [page, other]) await one.context().close();
}, 180_000);
