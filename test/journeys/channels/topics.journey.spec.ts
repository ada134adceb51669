import type { Page } from 'playwright-core';
import { waitUntilStored } from '../../support/browser/device-storage.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
  openSignedIn,
} from '../../support/browser/page-checks.js';
import {
  openChannelWithMessages,
  openChannelForOffline,
} from '../../support/browser/read-channel.js';
import {
  channelList,
  channelRow,
  composer,
  messageFeed,
  messageMenuItem,
  message,
  messages,
  queuedMessages,
  sendText,
  sentMessage,
  messageTexts,
  channelTitle,
  unreadDivider,
} from '../../support/browser/screens/channel.js';
import {
  detailsAction,
  detailsButton,
  dialogTitled,
  writingDisabledNotice,
} from '../../support/browser/screens/channel-details.js';
import { waitUntilInView } from '../../support/browser/screens/scrolling.js';
import {
  goToTopic,
  topicLink,
  topicsButton,
  unreadTopicsButton,
} from '../../support/browser/screens/topics.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { wholeText, uiTextIn } from '../../support/browser/ui-texts.js';
import { DEMO_CHANNELS } from '../../support/messages/demo-channels.js';
import { waitUntil } from '../../support/wait-until.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ allowsServiceWorker: true });

const es = uiTextIn('es');
const CENSUS = 'Censo: lo que preguntan';
const WIDE = { viewport: { width: 1280, height: 800 } };
const open = (handle: string) =>
  openChannelForOffline(browsers, product.url, handle, 'Verificación');
const untilDraft = (page: Page, text: string) =>
  waitUntil(`The draft is not «${text}»`, async () => (await composer(page).inputValue()) === text);

const said = async (body: string) =>
  (
    await db.query(
      'select t.name from message m left join topic t on t.id = m.topic_id where body = $1',
      [body],
    )
  ).rows;

test('Each topic keeps its own draft and its own unread messages, on a phone and on a wide screen', async () => {
  const [ana, ste] = [await open('member1'), await open('steward1')];
  await composer(ana).fill('Borrador de lo general');
  const found = await pageProblems(ana, 'topics-head', 'es');
  await topicsButton(ana).click();
  await topicLink(ana, CENSUS).waitFor();
  found.push(...(await pageProblems(ana, 'topics-list', 'es')));
  await topicLink(ana, CENSUS).click();
  await channelTitle(ana, CENSUS).waitFor();
  expect(await ana.title()).not.toContain('Censo');
  await messages(ana).first().waitFor();
  expect(await composer(ana).inputValue()).toBe('');
  await composer(ana).fill('Borrador del censo');
  found.push(...(await pageProblems(ana, 'topics-feed', 'es')));
  await ana.getByRole('link', { name: 'Verificación', exact: true }).click();
  await channelTitle(ana, 'Verificación').waitFor();
  await untilDraft(ana, 'Borrador de lo general');
  await waitUntilStored(ana, 'Borrador de lo general', 'Borrador del censo');
  await ana.reload();
  await untilDraft(ana, 'Borrador de lo general');

  await goToTopic(ste, CENSUS);
  await channelTitle(ste, CENSUS).waitFor();
  for (const text of ['Décima pregunta: ¿y las casas vacías?', 'Undécima: ¿quién firma?']) {
    await sendText(ste, text);
    await sentMessage(ste, text).waitFor();
  }
  await unreadTopicsButton(ana).waitFor();
  expect(await messageTexts(ana)).not.toContain('Undécima: ¿quién firma?');
  // The page may report by itself that the end of the topic was read, before the scroll below.
  const read = ana.waitForResponse((one) =>
    /mutation MarkRead.*"topicId":"/s.test(one.request().postData() ?? ''),
  );
  await goToTopic(ana, CENSUS);
  await message(ana, 'Undécima').waitFor();
  await untilDraft(ana, 'Borrador del censo');
  await unreadDivider(ana).waitFor();
  found.push(...(await pageProblems(ana, 'topics-unread', 'es')));
  await waitUntilInView(unreadDivider(ana), messageFeed(ana));

  await messageFeed(ana).evaluate((all) => all.scrollTo(0, all.scrollHeight));
  await read;
  await message(ana, 'Décima pregunta').focus();
  await ana.keyboard.press('Shift+F10');
  await messageMenuItem(ana, 'Marcar como no leído').click();
  await ana.waitForURL('**/app/channels');
  const elsewhere = await browsers.open(WIDE);
  await setSessionCookie(elsewhere, product.url, 'member1');
  await elsewhere.goto(`${product.url}/app/channels`);
  await elsewhere.getByRole('heading', { level: 1 }).waitFor();
  const list = await channelList(elsewhere).elementHandle();
  await waitForIdlePage(elsewhere);
  found.push(...(await pageProblems(elsewhere, 'channels-wide', 'es')));
  await channelRow(elsewhere, 'Verificación').click();
  const row = topicLink(elsewhere, CENSUS);
  await row.getByText(`2 ${es('sin leer')}`, { exact: true }).waitFor();
  await waitForIdlePage(elsewhere);
  expect(await list!.evaluate((one) => one.isConnected)).toBe(true);
  found.push(...(await pageProblems(elsewhere, 'topics-beside', 'es')));
  await row.click();
  await channelTitle(elsewhere, CENSUS).waitFor();
  await unreadDivider(elsewhere, 2).waitFor();
  expect(found).toEqual([]);
  for (const page of [ana, ste, elsewhere]) await page.context().close();
}, 180_000);

test('A message written offline in a topic survives a reload and arrives once, in its topic', async () => {
  const page = await open('member1');
  await goToTopic(page, CENSUS);
  await channelTitle(page, CENSUS).waitFor();
  await messages(page).first().waitFor();
  const before = await messageTexts(page);
  await waitUntilStored(page, before.at(-1)!);
  await page.context().setOffline(true);
  await sendText(page, 'Escrito en la lancha');
  await queuedMessages(page, 'lancha').waitFor();
  await waitUntilStored(page, 'Escrito en la lancha');
  await page.reload();
  await queuedMessages(page, 'lancha').waitFor();
  expect((await messageTexts(page)).slice(0, before.length)).toEqual(before);
  await goToTopic(page, es('Lo general'));
  await channelTitle(page, 'Verificación').waitFor();
  expect(await queuedMessages(page).count()).toBe(0);
  await page.context().setOffline(false);
  await goToTopic(page, CENSUS);
  await sentMessage(page, 'lancha').waitFor();
  expect(await said('Escrito en la lancha')).toEqual([{ name: CENSUS }]);
  await page.context().close();
}, 120_000);

test.each(sampledLanguages(DEMO_CHANNELS))(
  'In $language a member starts, closes and reopens a topic by keyboard alone',
  async ({ language, channel, member, steward }) => {
    const page = await browsers.open();
    await openSignedIn(page, product.url, member);
    await openChannelWithMessages(page, channel);
    await detailsButton(page).click();
    await detailsAction(page, 'Tema nuevo').click();
    const naming = { name: wholeText('Nombre del tema') };
    const dialogName = dialogTitled(page, 'Tema nuevo').getByRole('textbox', naming);
    await dialogName.fill(' ');
    await page.keyboard.press('Enter');
    // The server's reason for the refusal is the only description of the field.
    await page.getByRole('textbox', { ...naming, description: /./ }).waitFor();
    const found = await pageProblems(page, `topics-new-${language}`, language);
    const name = `Asunto ${language}`;
    await dialogName.fill(name);
    await page.keyboard.press('Enter');
    await channelTitle(page, name).waitFor();
    found.push(...(await pageProblems(page, `topics-empty-${language}`, language)));
    await sendText(page, `Primero de ${language}`);
    await sentMessage(page, `Primero de ${language}`).waitFor();

    const other = await browsers.open();
    await openSignedIn(other, product.url, steward);
    await openChannelWithMessages(other, channel);
    await goToTopic(other, name);
    await message(other, `Primero de ${language}`).waitFor();
    await detailsButton(page).click();
    await detailsAction(page, 'Cerrar el tema').click();
    await writingDisabledNotice(other).waitFor();
    expect(await composer(other).count()).toBe(0);
    await messageFeed(other).focus();
    found.push(...(await pageProblems(other, `topics-closed-${language}`, language)));
    await page.getByRole('button', { name: wholeText('Deshacer') }).press('Enter');
    await composer(other).waitFor();
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  120_000,
);
