import type { Locator, Page } from 'playwright-core';
import { startOfText } from '../ui-texts.js';
import { buttonNamed, linkNamed, mainContent, openSheet } from './page-layout.js';

/** On a person's page: button that opens the introduction request. */
export const requestIntroductionButton = (page: Page): Locator =>
  buttonNamed(mainContent(page), 'Pedir presentación').first();

/** In the request sheet: the note to the other person. */
export const requestNoteField = (page: Page): Locator => openSheet(page).getByRole('textbox');

/** In the request sheet: button that sends the request. */
export const sendRequestButton = (page: Page): Locator =>
  buttonNamed(openSheet(page), 'Pedir presentación');

/** On the page of a person with a pending request: link to that request. */
export const sentRequestLink = (page: Page): Locator =>
  mainContent(page).getByRole('link', { name: startOfText('Presentación pedida') });

/** An introduction request or suggestion that waits for an answer, by its text. */
export const pendingRequestCard = (page: Page, text: string): Locator =>
  mainContent(page).getByRole('article').filter({ hasText: text });

/** A request in a list, by the other person's name. */
export const listedRequest = (page: Page, name: string): Locator =>
  mainContent(page).getByRole('link').filter({ hasText: name });

export const acceptButton = (page: Page): Locator => buttonNamed(page, 'Aceptar');

/** Link to the conversation of two allies. */
export const conversationLink = (page: Page): Locator =>
  linkNamed(mainContent(page), 'Ir a la conversación');
