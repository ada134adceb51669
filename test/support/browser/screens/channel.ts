import type { Locator, Page } from 'playwright-core';
import { anyCount, anyPattern, partOfText, startOfText, wholeText } from '../ui-texts.js';

export const composer = (page: Page): Locator => page.getByPlaceholder(wholeText('Mensaje'));

export const sendButton = (page: Page): Locator =>
  page.getByRole('button', { name: wholeText('Enviar') });

/** The scrolling list of messages; it is focusable. */
export const messageFeed = (page: Page): Locator =>
  page.getByRole('group', { name: wholeText('Mensajes') });

/**
 * The messages on the screen. With `text`, only messages whose author and text together contain it. The quote in a
 * reply is a separate element.
 */
export const messages = (page: Page, text?: string | RegExp): Locator =>
  page.getByRole('feed').getByRole('article', text === undefined ? {} : { name: text });

/** The last message with this text. */
export const message = (page: Page, text: string | RegExp): Locator => messages(page, text).last();

const QUEUED = partOfText('En cola · se enviará al volver la señal');
const SENDING = partOfText('Enviando');
const REFUSED = partOfText('No se envió');

/** Messages that wait in the outbox. */
export const queuedMessages = (page: Page, text?: string): Locator =>
  messages(page, text).filter({ hasText: QUEUED });

/** Messages that are being sent. */
export const sendingMessages = (page: Page, text?: string): Locator =>
  messages(page, text).filter({ hasText: SENDING });

/** Messages that the server refused. */
export const refusedMessages = (page: Page, text?: string): Locator =>
  messages(page, text).filter({ hasText: REFUSED });

/** The last message with this text that the server has stored. */
export const sentMessage = (page: Page, text: string): Locator =>
  message(page, text).filter({ hasNotText: anyPattern(QUEUED, SENDING, REFUSED) });

/** The text of each message, without its author. */
export const messageTexts = (page: Page): Promise<string[]> =>
  messages(page).locator('.msg__t').allInnerTexts();

/** A reaction under a message, with its count. `isOwn`: whether the viewer has added this reaction. */
export const reactionButton = (of: Locator, text: string, isOwn?: boolean): Locator =>
  of.getByRole('button', { name: text, ...(isOwn && { pressed: true }) });

/** An item of the open message menu. */
export const messageMenuItem = (page: Page, id: string): Locator =>
  page.getByRole('menuitem', { name: wholeText(id) });

const NEW_MESSAGES = '{count, plural, one {# mensaje nuevo} other {# mensajes nuevos}}';
const newMessages = (count: number | undefined) =>
  count === undefined ? anyCount(NEW_MESSAGES) : wholeText(NEW_MESSAGES, { count });

/** The divider above the first unread message, with the unread count. */
export const unreadDivider = (page: Page, count?: number): Locator =>
  page.getByRole('feed').getByText(newMessages(count));

/** Button that scrolls down to messages that arrived while the reader was further up. */
export const newMessagesButton = (page: Page, count: number): Locator =>
  page.getByRole('button', { name: newMessages(count) });

const MESSAGES_BELOW = '{below, plural, one {# mensaje más abajo} other {# mensajes más abajo}}';

/** Button that scrolls down to the newest message, with the number of messages below the screen. */
export const scrollToNewestButton = (page: Page): Locator =>
  page.getByRole('button', { name: anyCount(MESSAGES_BELOW) });

/** The notice that there is no connection, in the channel's bar or in the app's. */
export const offlineNotice = (page: Page): Locator =>
  page
    .getByRole('status')
    .filter({ hasText: anyPattern(partOfText('Sin conexión'), partOfText('Reconectando')) })
    .first();

/** Counter of queued and refused messages; absent when there are none. */
export const outboxCounter = (page: Page): Locator =>
  page
    .getByRole('status')
    .filter({ hasText: anyPattern(partOfText('Reintentar'), partOfText('Reintentar todo')) });

/** Waits until the page is connected and the outbox is empty. */
export async function waitForEmptyOutbox(page: Page): Promise<void> {
  await offlineNotice(page).waitFor({ state: 'detached' });
  await outboxCounter(page).waitFor({ state: 'detached' });
}

/** Matches the outbox notice for this number of messages. */
export const queuedCount = (count: number): RegExp =>
  partOfText('{count, plural, one {# en cola} other {# en cola}}', { count });

/** The name of the open channel or topic. */
export const channelTitle = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name });

/** Link to the list of channels: a tab on other pages, the back link in a channel. */
export const channelsLink = (page: Page): Locator =>
  page.getByRole('link', { name: startOfText('Canales') }).first();

/** The list of channels: a separate page on a phone, beside the open channel on a wide screen. */
export const channelList = (page: Page): Locator =>
  page.getByRole('navigation', { name: wholeText('Canales') });

/** A channel in the list, matched by name only, because its last line may name another channel. */
export const channelRow = (page: Page, name: string): Locator =>
  channelList(page)
    .getByRole('link')
    .filter({ has: page.getByText(name, { exact: true }) });

/** A channel in the list whose last message starts with this text. */
export const channelRowWithText = (page: Page, name: string, words: string): Locator =>
  channelRow(page, name).filter({ hasText: words });

/** The notice in place of a channel that the reader can no longer open. */
export const closedChannelNotice = (page: Page): Locator =>
  page.getByRole('heading', {
    level: 1,
    name: anyPattern(
      wholeText('Ya no tienes acceso a este canal'),
      wholeText('No encontramos ese canal'),
    ),
  });

/** The link from the notice of a closed channel to the reader's other channels. */
export const ownChannelsLink = (page: Page): Locator =>
  page.getByRole('link', { name: wholeText('Ver tus canales') });

/** The unsent drafts of a closed channel. */
export const unsentDrafts = (page: Page): Locator =>
  page.getByRole('region', { name: wholeText('Esto no se envió') });

/** Opens a channel from the list. */
export async function openChannel(page: Page, name: string): Promise<void> {
  await channelsLink(page).click();
  await channelRow(page, name).first().click();
  await channelTitle(page, name).waitFor();
}

export async function sendText(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await sendButton(page).click();
}
