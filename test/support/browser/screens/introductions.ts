import type { Locator, Page } from 'playwright-core';
import { startOfText } from '../ui-texts.js';
import { button, link, main, sheet } from './shell.js';

/** On a person's page: button that opens the introduction request. */
export const askButton = (page: Page): Locator => button(main(page), 'Pedir presentación').first();

/** In the request sheet: the note to the other person. */
export const noteBox = (page: Page): Locator => sheet(page).getByRole('textbox');

/** In the request sheet: button that sends the request. */
export const sendRequest = (page: Page): Locator => button(sheet(page), 'Pedir presentación');

/** On the page of a person with a pending request: link to that request. */
export const sentRequest = (page: Page): Locator =>
  main(page).getByRole('link', { name: startOfText('Presentación pedida') });

/** An introduction request or suggestion that waits for an answer, by its text. */
export const waitingCard = (page: Page, text: string): Locator =>
  main(page).getByRole('article').filter({ hasText: text });

/** A request in a list, by the other person's name. */
export const listedRequest = (page: Page, name: string): Locator =>
  main(page).getByRole('link').filter({ hasText: name });

export const acceptButton = (page: Page): Locator => button(page, 'Aceptar');

/** Link to the conversation of two allies. */
export const conversationLink = (page: Page): Locator => link(main(page), 'Ir a la conversación');
