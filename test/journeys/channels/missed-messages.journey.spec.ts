import { randomUUID } from 'node:crypto';
import type { Page, Request } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { waitUntilStored } from '../../support/browser/device-storage.js';
import { openSignedIn, queryApi, waitForIdlePage } from '../../support/browser/page-checks.js';
import {
  lastMessages,
  openChannelWithMessages,
  openChannelForOffline as openReader,
  backToChannelList,
} from '../../support/browser/read-channel.js';
import {
  channelsLink,
  messageFeed,
  message,
  sendText,
  sentMessage,
  unreadDivider,
} from '../../support/browser/screens/channel.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import {
  commandMenuOption,
  findInCommandMenu,
} from '../../support/browser/screens/command-menu.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney({ allowsServiceWorker: true });

const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

async function hasRead(handle: string, body: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from channel_reader r join message m on m.channel_id = r.channel_id
       join account a on a.id = r.account_id
     where a.email = $1 and m.body = $2 and r.read_version >= m.seq`,
    [demoEmailOf(handle), body],
  );
  return rowCount === 1;
}

test('A member who returns to a channel finds the unread divider above the messages that arrived meanwhile', async () => {
  const [page, other] = [await reader('member1', 'Avisos'), await reader('steward1', 'Avisos')];
  await sendText(other, 'Leído todavía');
  await message(page, 'Leído todavía').waitFor();
  await messageFeed(page).evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await waitUntil('The message is not marked as read', () => hasRead('member1', 'Leído todavía'));
  await backToChannelList(page);
  for (const text of ['Uno nuevo', 'Dos nuevos', 'Tres nuevos']) {
    await sendText(other, text);
    await sentMessage(other, text).waitFor();
  }

  await openChannelWithMessages(page, 'Avisos');

  await unreadDivider(page, 3).waitFor();
  // Reads the feed from top to bottom, as a screen reader does.
  const read = await messageFeed(page).ariaSnapshot();
  const places = ['Leído todavía', '3 mensajes nuevos', 'Uno nuevo'].map((text) =>
    read.indexOf(text),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const one of [page, other]) await one.context().close();
}, 120_000);

const POST = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { id } }';

/** Posts the messages in the open channel of a page, in order; returns their ids. */
async function postAll(page: Page, bodies: readonly string[]): Promise<string[]> {
  const channelId = new URL(page.url()).pathname.split('/').at(-1);
  const ids: string[] = [];
  for (const body of bodies) {
    const input = { channelId, clientId: randomUUID(), body };
    const { postMessage } = await queryApi<{ postMessage: { id: string } }>(
      page,
      product.url,
      POST,
      {
        input,
      },
    );
    ids.push(postMessage.id);
  }
  return ids;
}

const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${word} ${at + 1}`);

const isEarlier = (request: Request) =>
  /query History.*"before":\d/s.test(request.postData() ?? '');

/**
 * Delays two responses. The page then requests earlier messages before it learns that it missed too many, and receives
 * them only after it has restarted with the newest messages.
 */
async function answerEarlierLate(page: Page, newest: string): Promise<void> {
  const first = page.waitForRequest(isEarlier);
  await page.route('**/graphql', async (route) => {
    const request = route.request();
    if (request.postData()?.includes('query Changes')) await first;
    if (isEarlier(request) && (await first) === request) await message(page, newest).waitFor();
    await route.continue();
  });
}

test('A member who missed many messages and follows a link far up the channel can read all of them', async () => {
  const [page, other] = [
    await reader('member1', 'Traducciones'),
    await reader('steward1', 'Traducciones'),
  ];
  const old = numbered('viejo', 60);
  const [, , third] = await postAll(other, old);
  await message(page, 'viejo 60').waitFor();
  await waitUntilStored(page, 'viejo 60');
  const place = page.url();
  await page.goto('about:blank');
  const fresh = numbered('nuevo', 130);
  await postAll(other, fresh);
  await answerEarlierLate(page, 'nuevo 130');

  await page.goto(`${place}?m=${third}`);

  await message(page, /viejo 3$/).waitFor();
  await waitForIdlePage(page);
  const all = [...old.slice(2), ...fresh];
  expect(await lastMessages(page, all)).toEqual(all);
  for (const one of [page, other]) await one.context().close();
}, 180_000);

test('A member of 500 channels finds one of them by its name, writes there and sees it first in the list', async () => {
  await db.query(
    `insert into channel (group_id, name)
     select id, 'Canal ' || n from "group", generate_series(1, 500) n where slug = 'one'`,
  );
  const page = await browsers.open();
  await openSignedIn(page, product.url, 'member1');
  await waitForIdlePage(page);
  await channelsLink(page).click();
  const rows = page.getByRole('link', { name: /Canal \d+/ });
  await waitUntil('The list is not whole', async () => (await rows.count()) === 500);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await findInCommandMenu(page, 'Canal 437');
  await commandMenuOption(page, /Canal 437/).click();
  await sendText(page, 'Aquí también');
  await sentMessage(page, 'Aquí también').waitFor();
  await backToChannelList(page);
  await rows.first().filter({ hasText: 'Canal 437' }).filter({ hasText: 'Aquí también' }).waitFor();
  await page.context().close();
}, 120_000);
