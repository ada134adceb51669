import type { Locator, Page } from 'playwright-core';
import { anyCount, anyOf, partOfText, startOfText, wholeText } from '../words.js';

/** Where a message is written. */
export const composer = (page: Page): Locator => page.getByPlaceholder(wholeText('Mensaje'));

export const sendButton = (page: Page): Locator =>
  page.getByRole('button', { name: wholeText('Enviar') });

/** The scrolling list of messages; it takes the focus. */
export const feed = (page: Page): Locator =>
  page.getByRole('group', { name: wholeText('Mensajes') });

/** The messages on the screen; with a text, those whose author and text contain it. An answer only quotes another's text. */
export const messages = (page: Page, text?: string | RegExp): Locator =>
  page.getByRole('feed').getByRole('article', text === undefined ? {} : { name: text });

/** The last message that says it. */
export const message = (page: Page, text: string | RegExp): Locator => messages(page, text).last();

const QUEUED = partOfText('En cola · se enviará al volver la señal');
const SENDING = partOfText('Enviando');
const REFUSED = partOfText('No se envió');

/** Messages that wait in the outbox. */
export const queuedMessages = (page: Page, text?: string): Locator =>
  messages(page, text).filter({ hasText: QUEUED });

/** Messages on their way to the server. */
export const sendingMessages = (page: Page, text?: string): Locator =>
  messages(page, text).filter({ hasText: SENDING });

/** Messages that the server refused. */
export const refusedMessages = (page: Page, text?: string): Locator =>
  messages(page, text).filter({ hasText: REFUSED });

/** The last message that says it, once it has reached the server. */
export const sentMessage = (page: Page, text: string): Locator =>
  message(page, text).filter({ hasNotText: anyOf(QUEUED, SENDING, REFUSED) });

/** What each message says, without its author. */
export const texts = (page: Page): Promise<string[]> =>
  messages(page).locator('.msg__t').allInnerTexts();

/** A reaction under a message, with how many share it; `isOwn`: its reader is one of them. */
export const reaction = (of: Locator, text: string, isOwn?: boolean): Locator =>
  of.getByRole('button', { name: text, ...(isOwn && { pressed: true }) });

/** What can be done with a message, once its menu is open. */
export const menuItem = (page: Page, id: string): Locator =>
  page.getByRole('menuitem', { name: wholeText(id) });

const NEW_MESSAGES = '{count, plural, one {# mensaje nuevo} other {# mensajes nuevos}}';
const newMessages = (count: number | undefined) =>
  count === undefined ? anyCount(NEW_MESSAGES) : wholeText(NEW_MESSAGES, { count });

/** The divider above the first unread message, which says how many there are. */
export const unreadDivider = (page: Page, count?: number): Locator =>
  page.getByRole('feed').getByText(newMessages(count));

/** Leads down to messages that came while their reader was further up. */
export const newBelow = (page: Page, count: number): Locator =>
  page.getByRole('button', { name: newMessages(count) });

const MESSAGES_BELOW = '{below, plural, one {# mensaje más abajo} other {# mensajes más abajo}}';

/** Leads down to the newest, with how many messages stand below the screen. */
export const toNewest = (page: Page): Locator =>
  page.getByRole('button', { name: anyCount(MESSAGES_BELOW) });

/** Says that there is no connection: on the channel's own bar, or on that of the app. */
export const disconnected = (page: Page): Locator =>
  page
    .getByRole('status')
    .filter({ hasText: anyOf(partOfText('Sin conexión'), partOfText('Reconectando')) })
    .first();

/** Counts what waits to be sent or was refused; absent when there is nothing. */
export const outbox = (page: Page): Locator =>
  page
    .getByRole('status')
    .filter({ hasText: anyOf(partOfText('Reintentar'), partOfText('Reintentar todo')) });

/** Waits until there is a connection and everything that was written has been sent. */
export async function allSent(page: Page): Promise<void> {
  await disconnected(page).waitFor({ state: 'detached' });
  await outbox(page).waitFor({ state: 'detached' });
}

/** What the outbox says of so many messages. */
export const waiting = (count: number): RegExp =>
  partOfText('{count, plural, one {# en cola} other {# en cola}}', { count });

/** The name of the channel or topic that is open. */
export const title = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name });

/** The way to the list of channels: a tab on other pages, the way back from a channel. */
export const channelsLink = (page: Page): Locator =>
  page.getByRole('link', { name: startOfText('Canales') }).first();

/** The list of channels: a page of its own on a phone, beside the open channel on a wide screen. */
export const channelList = (page: Page): Locator =>
  page.getByRole('navigation', { name: wholeText('Canales') });

/** A channel in the list: its last line may name another channel. */
export const channelRow = (page: Page, name: string): Locator =>
  channelList(page)
    .getByRole('link')
    .filter({ has: page.getByText(name, { exact: true }) });

/** A channel in the list whose last message begins with these words. */
export const channelRowSaying = (page: Page, name: string, words: string): Locator =>
  channelRow(page, name).filter({ hasText: words });

/** Stands in place of a channel that was closed to its reader. */
export const closedChannel = (page: Page): Locator =>
  page.getByRole('heading', {
    level: 1,
    name: anyOf(wholeText('Este canal ya no está para ti'), wholeText('No encontramos ese canal')),
  });

/** The way from there to the channels that are left. */
export const ownChannelsLink = (page: Page): Locator =>
  page.getByRole('link', { name: wholeText('Ver tus canales') });

/** What was written in it and never sent. */
export const unsent = (page: Page): Locator =>
  page.getByRole('region', { name: wholeText('Esto no se envió') });

/** Opens a channel as people do: from the list. */
export async function openChannel(page: Page, name: string): Promise<void> {
  await channelsLink(page).click();
  await channelRow(page, name).first().click();
  await title(page, name).waitFor();
}

export async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await sendButton(page).click();
}
