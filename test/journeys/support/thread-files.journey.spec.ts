import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { DEMO_CASE_PHRASE } from '../../../apps/cli/demo/support-requests.js';
import { chooseFiles, photoFile, pdfFile } from '../../support/browser/attach-files.js';
import { storedByBrowser } from '../../support/browser/device-storage.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import {
  pageProblemsInBothModes,
  queryApi,
  setSessionCookie,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { messages, sendButton, waitForEmptyOutbox } from '../../support/browser/screens/channel.js';
import { loadedPicture, queuedFiles, sentFile } from '../../support/browser/screens/files.js';
import {
  microphoneButton,
  playForOneSecond,
  playSentButton,
  recordingBar,
  waitForRecordingTime,
} from '../../support/browser/screens/voice.js';
import { uiTextIn, wholeText } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ allowsServiceWorker: true });

async function openAs(handle: string, language: string, path: string): Promise<Page> {
  await db.query('update account set language = $1 where email = $2', [
    ...[language, demoEmailOf(handle)],
  ]);
  const page = await browsers.open();
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app${path}`);
  await waitForIdlePage(page);
  return page;
}

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'A requester sends files and a voice note in the conversation of a case, and the supporter opens them (%s)',
  async (language) => {
    const words = uiTextIn(language);
    const { rows } = await db.query<{ id: string }>(
      `select r.id from support_request r join account a on a.id = r.requester_id
       where a.email = $1 and r.stage = 'accepted' order by r.accepted_at desc`,
      [demoEmailOf('member1')],
    );
    const path = `/${rows[0]!.id}/conversation`;
    const requester = await openAs('member1', language, `/support${path}`);
    const supporter = await openAs('supporter1', language, `/cases${path}`);
    const found: string[] = [];
    const look = async (page: Page, state: string) =>
      found.push(
        ...(await pageProblemsInBothModes(page, `case-files-${language}-${state}`, language)),
      );

    const name = `Lista-${crypto.randomUUID().slice(0, 8)}.pdf`;
    await chooseFiles(requester, await pdfFile(name, 1_000));
    await chooseFiles(requester, await photoFile());
    await look(requester, 'chosen');
    expect(await storedByBrowser(requester)).not.toContain(name);
    await sendButton(requester).click();
    await waitForEmptyOutbox(requester);
    // The conversation opened at the first unread message, which may be far above the end.
    await sentFile(supporter, name).scrollIntoViewIfNeeded();
    await loadedPicture(supporter, words('Foto')).waitFor();
    await look(supporter, 'received');

    await microphoneButton(requester).click();
    const warning = requester.getByRole('dialog', { name: words('Tu voz puede identificarte') });
    await warning.waitFor();
    await look(requester, 'warning');
    await warning.getByRole('button', { name: words('Mejor escribo') }).click();
    expect(await recordingBar(requester).count()).toBe(0);
    await microphoneButton(requester).click();
    await warning.getByRole('button', { name: words('Grabar igual') }).click();
    await waitForRecordingTime(requester, 2);
    await recordingBar(requester)
      .getByRole('button', { name: wholeText('Enviar') })
      .click();
    await waitForEmptyOutbox(requester);
    const note = messages(supporter).last();
    await playForOneSecond(playSentButton(note), note);
    // The warning comes once.
    await microphoneButton(requester).click();
    await waitForRecordingTime(requester, 0);
    expect(found).toEqual([]);
    for (const page of [requester, supporter])
      expect(await storedByBrowser(page)).not.toContain(name);
  },
  180_000,
);

/** Makes a supporter accept a request. */
async function accept(requestId: string): Promise<void> {
  const supporter = await browsers.open();
  await setSessionCookie(supporter, product.url, 'supporter1');
  const act = (document: string, variables: object) =>
    queryApi(supporter, product.url, document, variables);
  await act('mutation ($id: ID!) { claimSupportRequest(id: $id) }', { id: requestId });
  await act('mutation ($id: ID!) { openSupportRequest(id: $id) { id } }', { id: requestId });
  await act('mutation ($input: AnswerSupportInput!) { acceptSupportRequest(input: $input) }', {
    input: { requestId, words: 'Hola.' },
  });
  await supporter.context().close();
}

test('A person without an account sends a file and a voice note, and the device stores nothing of them', async () => {
  const page = await browsers.open();
  await page.goto(`${product.url}/es/support/return`);
  await page.getByRole('textbox').fill(DEMO_CASE_PHRASE);
  await page.getByRole('button', { name: 'Abrir mi pedido' }).click();
  await page.waitForURL(/\/app\/support\/[0-9a-f-]{36}/);
  const [requestId] = /[0-9a-f-]{36}/.exec(page.url())!;
  await accept(requestId);
  await page.goto(`${product.url}/app/support/${requestId}/conversation`);
  const name = `Lista-${crypto.randomUUID().slice(0, 8)}.pdf`;
  await chooseFiles(page, await pdfFile(name, 1_000));
  await page.context().setOffline(true);
  await sendButton(page).click();
  await queuedFiles(page, name).waitFor();
  expect(await storedByBrowser(page)).not.toContain(name);
  await page.context().setOffline(false);
  await waitForEmptyOutbox(page);
  await sentFile(page, name).waitFor();

  const words = uiTextIn('es');
  await microphoneButton(page).click();
  await page.getByRole('button', { name: words('Grabar igual') }).click();
  await waitForRecordingTime(page, 2);
  await recordingBar(page)
    .getByRole('button', { name: wholeText('Enviar') })
    .click();
  await waitForEmptyOutbox(page);
  await playSentButton(page).waitFor();
  expect(await storedByBrowser(page)).not.toContain(name);
  expect(await storedByBrowser(page)).not.toContain('audio/webm');
}, 180_000);
