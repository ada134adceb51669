import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import type { Page } from 'playwright-core';
import { pageProblemsInBothModes } from '../../support/browser/page-checks.js';
import { openChannelForOffline as openReader } from '../../support/browser/read-channel.js';
import {
  waitForEmptyOutbox,
  channelRow,
  channelsLink,
  messages,
  sendButton,
} from '../../support/browser/screens/channel.js';
import { chosenFiles } from '../../support/browser/screens/files.js';
import {
  playForOneSecond,
  microphoneButton,
  pausePlayback,
  playDraftButton,
  playSentButton,
  playbackPosition,
  recordingBar,
  waitForRecordingTime,
} from '../../support/browser/screens/voice.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { ANY_VALUE, wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ allowsServiceWorker: true });

const reader = (handle: string) => openReader(browsers, product.url, handle, 'Traducciones');

const WORDS = [
  { language: 'es', words: 'Nos vemos el martes en la radio' },
  { language: 'pt', words: 'A gente se vê na terça, na rádio' },
  { language: 'en', words: 'See you on Tuesday at the radio' },
];

test.each(sampledLanguages(WORDS))(
  'A voice note is recorded, checked, sent, played and transcribed in $language',
  async ({ language, words }) => {
    for (const handle of ['member1', 'steward1']) {
      await db.query('update account set language = $2 where email = $1', [
        demoEmailOf(handle),
        language,
      ]);
    }
    const [page, other] = [await reader('member1'), await reader('steward1')];
    const found: string[] = [];
    const look = async (of: Page, state: string) =>
      found.push(...(await pageProblemsInBothModes(of, `voice-${language}-${state}`, language)));
    await look(page, 'composer');
    await microphoneButton(page).focus();
    await page.keyboard.press('Enter');
    await waitForRecordingTime(page, 2);
    await look(page, 'recording');
    await page.keyboard.press('Enter');
    await playDraftButton(page).waitFor();
    await look(page, 'listening');
    await playForOneSecond(playDraftButton(page), chosenFiles(page));
    const before = await playSentButton(other).count();
    await sendButton(page).click();
    await waitForEmptyOutbox(page);
    await playSentButton(other).nth(before).waitFor();
    await look(other, 'sent');
    const note = messages(other).last();
    await playForOneSecond(playSentButton(note), note);
    const speed = note.getByRole('button', {
      name: wholeText('Velocidad: {rate}', { rate: ANY_VALUE }),
    });
    await speed.click();
    expect(await speed.innerText()).toMatch(/^1[.,]5×$/);
    await pausePlayback(note);
    await playSentButton(note).waitFor();
    await playbackPosition(note).focus();
    await other.keyboard.press('Home');
    expect(await playbackPosition(note).inputValue()).toBe('0');

    await note.getByRole('button', { name: wholeText('Transcribir el audio') }).click();
    // Types by keyboard: letters typed into this text box must not trigger the feed's shortcuts.
    const box = note.getByRole('textbox', { name: wholeText('Lo que dice') });
    await box.pressSequentially(words);
    await look(other, 'writing');
    await note.getByRole('button', { name: wholeText('Guardar el texto') }).click();

    const own = messages(page).last();
    await own.getByRole('button', { name: wholeText('Leer lo que dice') }).click();
    await own.getByText(words).waitFor();
    await look(page, 'read');
    const { rows } = await db.query<{ type: string; kind: string }>(
      'select kind, type from attachment where text = $1 and message_id is not null',
      [words],
    );
    expect(rows).toEqual([{ kind: 'voice', type: 'audio/webm' }]);
    expect(found).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  },
  240_000,
);

test('A recording ends when the member releases the button, and a discarded recording leaves no data', async () => {
  const page = await reader('member2');
  const place = (await microphoneButton(page).boundingBox())!;
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await waitForRecordingTime(page, 1);
  await page.mouse.up();
  await playDraftButton(page).waitFor();
  const remove = wholeText('Quitar {name}', { name: ANY_VALUE });
  await chosenFiles(page).getByRole('button', { name: remove }).click();
  await chosenFiles(page).waitFor({ state: 'detached' });

  await microphoneButton(page).click();
  await recordingBar(page).waitFor();
  await page.keyboard.press('Escape');
  await microphoneButton(page).waitFor();
  expect(await chosenFiles(page).count()).toBe(0);
  await page.context().close();
}, 120_000);

test('A member who leaves the channel while recording finds the recording in the draft', async () => {
  const page = await reader('member2');
  await microphoneButton(page).click();
  await waitForRecordingTime(page, 1);
  await channelsLink(page).click();
  await channelRow(page, 'Traducciones').click();
  await playDraftButton(page).waitFor();
  await page.context().close();
}, 120_000);

test('The app explains that the microphone was refused, and shows no recording button on a device without a microphone', async () => {
  await db.query(`update account set language = 'es' where email = $1`, [demoEmailOf('member2')]);
  const page = await reader('member2');
  await page.evaluate(() => {
    const denied = new DOMException('denied', 'NotAllowedError');
    navigator.mediaDevices.getUserMedia = () => Promise.reject(denied);
  });
  await microphoneButton(page).click();
  const why = wholeText(
    'El navegador no deja usar el micrófono. Dale permiso a esta página en el candado de la barra de direcciones y prueba otra vez.',
  );
  await page.getByRole('alert').filter({ hasText: why }).waitFor();
  await microphoneButton(page).waitFor();

  await page.addInitScript(() => {
    navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
  });
  await page.reload();
  await page.getByRole('button', { name: wholeText('Adjuntar') }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await microphoneButton(page).count()).toBe(0);
  expect(await sendButton(page).isVisible()).toBe(true);
  await page.context().close();
}, 120_000);

test('A microphone whose permission arrives after the member left the channel is turned off', async () => {
  const page = await reader('member2');
  await page.evaluate(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      await new Promise((answer) => addEventListener('let', answer, { once: true }));
      const stream = await ask(wanted);
      Object.assign(globalThis, { given: stream });
      return stream;
    };
  });
  await microphoneButton(page).click();
  await channelsLink(page).click();
  await channelRow(page, 'Traducciones').waitFor();
  await page.evaluate(() => void dispatchEvent(new Event('let')));
  await page.waitForFunction(() => {
    const { given } = globalThis as { given?: MediaStream };
    return given?.getTracks().every(({ readyState }) => readyState === 'ended');
  });
  await page.context().close();
}, 120_000);

test('A voice note that is sent by two quick taps is sent once', async () => {
  const page = await reader('member2');
  const before = await playSentButton(page).count();
  await microphoneButton(page).click();
  await waitForRecordingTime(page, 2);
  const send = recordingBar(page).getByRole('button', { name: wholeText('Enviar') });
  await send.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await playSentButton(page).nth(before).waitFor();
  await waitForEmptyOutbox(page);
  expect(await playSentButton(page).count()).toBe(before + 1);
  expect(await chosenFiles(page).count()).toBe(0);
  await page.context().close();
}, 120_000);
