import type { Locator, Page } from 'playwright-core';
import { anyPattern, partOfText, wholeText } from '../ui-texts.js';
import { messages } from './channel.js';

/** Files attached to the message draft. With `text`, only files whose row contains it. */
export const chosenFiles = (page: Page, text = ''): Locator =>
  page
    .getByRole('list', { name: wholeText('Archivos de este mensaje') })
    .getByRole('listitem')
    .filter({ hasText: text });

const UNSENT = anyPattern(
  partOfText('En cola · se enviará al volver la señal'),
  partOfText('Enviando'),
  partOfText('No se envió'),
);

/** Files of queued messages, each with its progress. */
export const queuedFiles = (page: Page, name = ''): Locator =>
  messages(page).filter({ hasText: UNSENT }).getByRole('listitem').filter({ hasText: name });

/** Progress bars of the running uploads. */
export const uploadProgressBars = (page: Page): Locator => messages(page).getByRole('progressbar');

/** The last file of this name among the messages. Pressing it opens a picture or downloads a document. */
export const sentFile = (page: Page, name: string): Locator =>
  messages(page).getByRole('button', { name }).last();

/** A picture among the messages, after the browser has loaded it. */
export const loadedPicture = (page: Page, name: string): Locator =>
  sentFile(page, name).getByRole('img', { name });
