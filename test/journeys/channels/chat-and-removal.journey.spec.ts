import type { Page } from 'playwright-core';
import { NetworkRecorder } from '../../support/browser/network-recorder.js';
import {
  hasFocus,
  hasAnyFocus,
  tabToAndPress,
  signInByKeyboard,
  tabToAndType,
} from '../../support/browser/keyboard.js';
import {
  queryApi,
  pageProblems,
  waitForIdlePage,
  openSignedIn,
} from '../../support/browser/page-checks.js';
import { lastMessages } from '../../support/browser/read-channel.js';
import { waitForClosedDialog } from '../../support/browser/screens/app.js';
import {
  channelList,
  waitForEmptyOutbox,
  channelRow,
  channelsLink,
  closedChannelNotice,
  composer,
  offlineNotice,
  messageFeed,
  message,
  openChannel,
  outboxCounter,
  ownChannelsLink,
  queuedMessages,
  sendText,
  sentMessage,
  messageTexts,
  unsentDrafts,
  queuedCount,
} from '../../support/browser/screens/channel.js';
import {
  memberActionsButton,
  openRemovalPage,
  confirmRemoval,
} from '../../support/browser/screens/group-members.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { startOfText, uiTextIn, wholeText } from '../../support/browser/ui-texts.js';
import { type DemoChannel as Place, DEMO_CHANNELS } from '../../support/messages/demo-channels.js';
import { waitUntil } from '../../support/wait-until.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

// The helper `heardAll` founds a group, which only a member after probation may do.
useJourney({ prepare: () => db.query('update account set probation_ends_at = null') });

const words = uiTextIn('es');

/** Returns all messages of the channel's general feed, in server order. */
async function listed({ slug, channel }: Pick<Place, 'slug' | 'channel'>): Promise<string[]> {
  const { rows } = await db.query<{ body: string }>(
    `select m.body from message m join channel c on c.id = m.channel_id
     join "group" g on g.id = c.group_id where g.slug = $1 and c.name = $2 and m.topic_id is null order by m.seq`,
    [slug, channel],
  );
  return rows.map(({ body }) => body);
}

async function enter(page: Page, { channel }: Pick<Place, 'channel'>): Promise<void> {
  await openChannel(page, channel);
  await waitForIdlePage(page);
}

const faults = (page: Page, { language }: Place, name: string) =>
  pageProblems(page, `channel-${language}-${name}`, language);

const NUMBERS = Array.from({ length: 20 }, (_, at) => `${at + 1} de 20`);

const FOUND = 'mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id } }';

/**
 * Waits until a page has received everything that was sent so far: the account founds a group, and the notice about it
 * arrives last.
 */
async function heardAll(page: Page, hearing: NetworkRecorder): Promise<void> {
  const since = hearing.length;
  const group = { name: 'Marca', purpose: 'Saber que todo llegó', issueAreas: [] };
  const input = { ...group, access: 'invitation', isListed: false };
  const { foundGroup } = await queryApi<{ foundGroup: { id: string } }>(page, product.url, FOUND, {
    input,
  });
  await waitUntil('The news of the group did not come', async () =>
    (await hearing.between(since)).includes(foundGroup.id),
  );
}

test.each(sampledLanguages(DEMO_CHANNELS))(
  'In $language two members chat; one of them misses twenty messages while disconnected and is later removed',
  async (place) => {
    const [one, other] = [await browsers.open(), await browsers.open()];
    const hearing = new NetworkRecorder(other);
    await openSignedIn(one, product.url, place.steward);
    await openSignedIn(other, product.url, place.member);
    for (const page of [one, other]) await enter(page, place);

    await sendText(one, 'Kuñá, ¿me lees?');
    await message(other, 'Kuñá, ¿me lees?').waitFor();
    await sendText(other, 'Sim, te leo');
    await message(one, 'Sim, te leo').waitFor();
    const found = await faults(other, place, 'talk');

    await other.context().setOffline(true);
    await offlineNotice(other).waitFor();
    for (const text of NUMBERS) await sendText(one, text);
    for (const text of ['Uno sin señal', 'Dos sin señal']) await sendText(other, text);
    await message(one, NUMBERS.at(-1)!).waitFor();
    await outboxCounter(other)
      .filter({ hasText: queuedCount(2) })
      .waitFor();
    await queuedMessages(other).nth(1).waitFor();
    expect(await messageTexts(other)).not.toContain(NUMBERS[0]);
    found.push(...(await faults(other, place, 'offline')));

    await other.context().setOffline(false);
    await message(one, 'Dos sin señal').waitFor({ timeout: 10_000 });
    await waitForEmptyOutbox(other);
    const missed = [...NUMBERS, 'Uno sin señal', 'Dos sin señal'];
    expect(await lastMessages(other, missed)).toEqual(missed);
    const all = await listed(place);
    for (const shown of [await messageTexts(one), await messageTexts(other)]) {
      expect(shown.length).toBeGreaterThan(22);
      expect(shown).toEqual(all.slice(-shown.length));
    }

    await one.goto(`${product.url}/app/groups/${place.slug}/members`);
    await openRemovalPage(one, place.name);
    await confirmRemoval(one).waitFor();
    found.push(...(await faults(one, place, 'remove')));
    await confirmRemoval(one).click();
    await closedChannelNotice(other).waitFor();
    const since = hearing.length;
    found.push(...(await faults(other, place, 'removed')));
    expect(await composer(other).count()).toBe(0);

    await one.goto(`${product.url}/app/channels`);
    await enter(one, place);
    await sendText(one, 'Canario después de salir');
    await sentMessage(one, 'Canario después de salir').waitFor();
    await heardAll(other, hearing);
    await other.reload();
    await closedChannelNotice(other).waitFor();
    await ownChannelsLink(other).click();
    await channelList(other).waitFor();
    await waitForIdlePage(other);
    for (const text of ['Kuñá, ¿me lees?', NUMBERS[0]]) {
      expect(await hearing.between(0, since)).toContain(text);
    }
    expect(await hearing.between(since)).not.toContain('Canario');
    expect(await channelRow(other, place.channel).count()).toBe(0);
    expect(await listed(place)).toContain('Canario después de salir');
    expect(found).toEqual([]);
    for (const page of [one, other]) await page.context().close();
  },
  120_000,
);

test('A member who is removed while offline cannot read newer messages, and gets their unsent messages back', async () => {
  const [one, other] = [await browsers.open(), await browsers.open()];
  await openSignedIn(one, product.url, 'efrain');
  await openSignedIn(other, product.url, 'nicandro');
  await enter(other, { channel: 'Fichas y metadatos' });
  const hearing = new NetworkRecorder(other);
  await other.context().setOffline(true);
  await sendText(other, 'Lo que escribí en el camino');
  await queuedMessages(other).waitFor();

  await one.goto(`${product.url}/app/groups/four/members`);
  await openRemovalPage(one, 'Nicandro');
  await confirmRemoval(one).click();
  await one.waitForURL('**/app/groups/four/members');
  await enter(one, { channel: 'Fichas y metadatos' });
  await sendText(one, 'Canario mientras no estaba');
  await other.context().setOffline(false);

  await closedChannelNotice(other).waitFor({ timeout: 10_000 });
  await unsentDrafts(other).getByText('Lo que escribí en el camino').waitFor();
  expect(await pageProblems(other, 'channel-es-unsent', 'es')).toEqual([]);
  expect(await hearing.between(0)).not.toContain('Canario');
  await unsentDrafts(other)
    .getByRole('button', { name: words('Borrar de este dispositivo') })
    .click();
  await unsentDrafts(other).waitFor({ state: 'detached' });
  await other.reload();
  await closedChannelNotice(other).waitFor();
  expect(await unsentDrafts(other).count()).toBe(0);
  const said = await listed({ slug: 'four', channel: 'Fichas y metadatos' });
  expect(said).toContain('Canario mientras no estaba');
  expect(said).not.toContain('Lo que escribí en el camino');
  for (const page of [one, other]) await page.context().close();
}, 60_000);

/** Opens a channel by keyboard. */
async function enterByKeys(page: Page, channel: string): Promise<void> {
  await tabToAndPress(page, channelsLink(page));
  await tabToAndPress(page, channelRow(page, channel));
  await composer(page).waitFor();
}

async function sendByKeys(page: Page, text: string): Promise<void> {
  await tabToAndType(page, composer(page), text);
  await page.keyboard.press('Control+Enter');
}

/**
 * Restores the network of a page with a stopped clock. The retry timers do not run, so the `online` event of the
 * browser must trigger the reconnect.
 */
async function reconnect(page: Page): Promise<void> {
  await offlineNotice(page).waitFor();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
  await page.context().setOffline(false);
  await offlineNotice(page).waitFor({ state: 'detached' });
  await page.clock.resume();
}

test('Two members chat by keyboard alone, through a broken connection, until one is removed', async () => {
  const [one, other] = [await browsers.open(), await browsers.open()];
  await other.clock.install();
  await signInByKeyboard(one, product.url, 'efrain');
  await signInByKeyboard(other, product.url, 'mateo');
  for (const page of [one, other]) await enterByKeys(page, 'Consentimiento');
  await tabToAndPress(one, messageFeed(one), 'Control+End');
  expect(await hasFocus(composer(one))).toBe(true);
  await sendByKeys(one, 'Por teclas');
  await message(other, 'Por teclas').waitFor();

  await other.context().setOffline(true);
  for (const text of NUMBERS) await sendByKeys(one, text);
  await waitForEmptyOutbox(one);
  await sendByKeys(other, 'Sin señal y sin ratón');
  await queuedMessages(other).waitFor();
  await reconnect(other);
  await message(one, 'Sin señal y sin ratón').waitFor({ timeout: 10_000 });
  await waitForEmptyOutbox(other);
  const missed = [...NUMBERS, 'Sin señal y sin ratón'];
  expect(await lastMessages(other, missed)).toEqual(missed);
  expect(await hasFocus(composer(other))).toBe(true);

  await tabToAndPress(one, one.getByRole('link', { name: 'Archivo Vivo' }));
  await tabToAndPress(one, one.getByRole('link', { name: startOfText('Personas') }));
  await tabToAndPress(one, memberActionsButton(one, 'Mateo'));
  await one.keyboard.press('Escape');
  await waitForClosedDialog(one);
  expect(await hasFocus(memberActionsButton(one, 'Mateo'))).toBe(true);
  await one.keyboard.press('Enter');
  await one.getByRole('menuitem').first().waitFor();
  await one.keyboard.press('End');
  await one.keyboard.press('Enter');
  await tabToAndPress(one, confirmRemoval(one));
  await one.getByRole('heading', { name: wholeText('Personas'), level: 1 }).waitFor();
  await memberActionsButton(one, 'Mateo').waitFor({ state: 'detached' });
  expect(await hasAnyFocus(one)).toBe(true);

  await closedChannelNotice(other).waitFor();
  expect(await hasAnyFocus(other)).toBe(true);
  await tabToAndPress(other, ownChannelsLink(other));
  await other.waitForURL('**/app/channels');
  for (const page of [one, other]) await page.context().close();
}, 120_000);
