import type { Locator, Page } from 'playwright-core';
import { startOfText } from '../words.js';
import { button, link, main, sheet } from './shell.js';

/** On a person's page: opens the sheet in which one asks to be introduced. */
export const askButton = (page: Page): Locator => button(main(page), 'Pedir presentación').first();

/** In the sheet: what the other will read. */
export const noteBox = (page: Page): Locator => sheet(page).getByRole('textbox');

/** In the sheet: sends the request. */
export const sendRequest = (page: Page): Locator => button(sheet(page), 'Pedir presentación');

/** On the page of somebody who was asked: the way to the request. */
export const sentRequest = (page: Page): Locator =>
  main(page).getByRole('link', { name: startOfText('Presentación pedida') });

/** A request or a suggestion that waits for an answer, by what it says. */
export const waitingCard = (page: Page, text: string): Locator =>
  main(page).getByRole('article').filter({ hasText: text });

/** A request in a list, by whom it is about. */
export const listedRequest = (page: Page, name: string): Locator =>
  main(page).getByRole('link').filter({ hasText: name });

export const acceptButton = (page: Page): Locator => button(page, 'Aceptar');

/** The way to the conversation of two allies. */
export const conversationLink = (page: Page): Locator => link(main(page), 'Ir a la conversación');
