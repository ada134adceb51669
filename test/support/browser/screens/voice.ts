import type { Locator, Page } from 'playwright-core';
import { ANY_VALUE, wholeText } from '../ui-texts.js';
import { waitUntil } from '../../wait-until.js';
import { chosenFiles } from './files.js';

export const microphoneButton = (page: Page): Locator =>
  page.getByRole('button', { name: wholeText('Grabar nota de voz') });

/** The recording bar, shown in place of the composer. */
export const recordingBar = (page: Page): Locator =>
  page.getByRole('group', { name: wholeText('Nota de voz') });

/** Records until the timer shows at least this many seconds. */
export async function waitForRecordingTime(page: Page, seconds: number): Promise<void> {
  const timer = recordingBar(page).getByRole('timer');
  await waitUntil(`Fewer than ${seconds} seconds were recorded`, async () => {
    const [, shownMinutes, shownSeconds] = /(\d+):(\d\d)/.exec(await timer.innerText()) ?? [];
    return Number(shownMinutes) * 60 + Number(shownSeconds) >= seconds;
  });
}

/** Button that plays a recorded voice note before it is sent. */
export const playDraftButton = (page: Page): Locator =>
  chosenFiles(page).getByRole('button', {
    name: wholeText('Escuchar la nota de voz antes de enviarla'),
  });

/** Button that plays the voice note of a message. */
export const playSentButton = (within: Page | Locator): Locator =>
  within.getByRole('button', {
    name: wholeText('Escuchar la nota de voz de {authorName}, {0}', {
      authorName: ANY_VALUE,
      0: ANY_VALUE,
    }),
  });

/** Playback position of a voice note, in seconds. */
export const playbackPosition = (within: Page | Locator): Locator =>
  within.getByRole('slider', { name: wholeText('Posición') });

/** Plays a voice note and waits until one second has been played. */
export async function playForOneSecond(play: Locator, within: Page | Locator): Promise<void> {
  await play.click();
  await waitUntil('The voice note does not play', async () => {
    return Number(await playbackPosition(within).inputValue()) >= 1;
  });
}

/** Pauses a voice note, unless it has already ended. */
export const pausePlayback = (within: Locator): Promise<void> =>
  within
    .getByRole('button', { name: wholeText('Pausar') })
    .evaluateAll((all) => all.forEach((button) => (button as HTMLElement).click()));
