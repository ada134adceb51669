import type { Locator, Page } from 'playwright-core';
import { ANY, wholeText } from '../words.js';
import { until } from '../../until.js';
import { chosenFiles } from './files.js';

export const microphone = (page: Page): Locator =>
  page.getByRole('button', { name: wholeText('Grabar nota de voz') });

/** What stands in place of the composer while it records. */
export const recording = (page: Page): Locator =>
  page.getByRole('group', { name: wholeText('Nota de voz') });

/** Records until the clock shows this. */
export const untilRecorded = (page: Page, time: string): Promise<void> =>
  recording(page).getByRole('timer').filter({ hasText: time }).waitFor();

/** Plays a voice note that was recorded and not sent yet. */
export const playDraft = (page: Page): Locator =>
  chosenFiles(page).getByRole('button', {
    name: wholeText('Escuchar la nota de voz antes de enviarla'),
  });

/** Plays a voice note of a message. */
export const playSent = (within: Page | Locator): Locator =>
  within.getByRole('button', {
    name: wholeText('Escuchar la nota de voz de {authorName}, {0}', { authorName: ANY, 0: ANY }),
  });

/** Where in a voice note its listener is, in seconds. */
export const position = (within: Page | Locator): Locator =>
  within.getByRole('slider', { name: wholeText('Posición') });

/** Plays a voice note, and waits until a second of it was heard. */
export async function listen(play: Locator, within: Page | Locator): Promise<void> {
  await play.click();
  await until('The voice note does not play', async () => {
    return Number(await position(within).inputValue()) >= 1;
  });
}

/** Pauses a voice note, unless it has come to its end by itself. */
export const pause = (within: Locator): Promise<void> =>
  within
    .getByRole('button', { name: wholeText('Pausar') })
    .evaluateAll((all) => all.forEach((button) => (button as HTMLElement).click()));
