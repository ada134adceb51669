import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { faultsOf, settled } from '../../support/browser/looks.js';
import { reader as openReader } from '../../support/browser/reading.js';
import { allSent, sendButton } from '../../support/browser/screens/channel.js';
import { dialog } from '../../support/browser/screens/channel-details.js';
import {
  chosenFiles,
  loadedPicture,
  sentFile,
  uploads,
} from '../../support/browser/screens/files.js';
import { choose, holdPieces, photo, report } from '../../support/browser/sent-files.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';
import { wordsIn } from '../../support/browser/words.js';

onStage();

const MB = 1_024 * 1_024;
const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

test.each(['es', 'pt', 'en'] as const)(
  'Files are readable and accessible in %s when chosen, on their way, sent and opened',
  async (language) => {
    await db.query('update account set language = $2 where email = $1', [
      emailOf('member1'),
      language,
    ]);
    const page = await reader('member1', 'Traducciones');
    const photoName = wordsIn(language)('Foto');
    const found: string[] = [];
    const look = async (state: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const name = `uploads-${language}-${state}-${colorScheme}`;
        found.push(...(await faultsOf(page, name, language)));
      }
    };
    const line = await holdPieces(page, 1);
    await choose(page, await report('DOC_2041_2026-11-26_18-30-00.pdf', MB));
    await choose(page, await photo(`foto-${language}.jpg`, 900, 600));
    await look('chosen');
    await sendButton(page).click();
    await uploads(page).waitFor();
    await look('under-way');
    await line.release();
    await allSent(page);
    await sentFile(page, photoName).scrollIntoViewIfNeeded();
    await loadedPicture(page, photoName).waitFor();
    await look('sent');
    await sentFile(page, photoName).click();
    await dialog(page, 'Foto').getByRole('img').waitFor();
    await look('sheet');
    expect(found).toEqual([]);
    await page.context().close();
  },
  180_000,
);

test('In saver mode no picture is loaded until a member taps it', async () => {
  await db.query(`update account set language = 'es' where email = $1`, [emailOf('member2')]);
  const page = await reader('member2', 'Verificación');
  await choose(page, await photo('mapa.jpg', 1_200, 900), await photo('plano.jpg', 1_200, 900));
  await sendButton(page).click();
  await sentFile(page, 'Foto').scrollIntoViewIfNeeded();
  await loadedPicture(page, 'Foto').waitFor();
  await page.evaluate(() => localStorage.setItem('trama.saver', 'on'));
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (/\/files\/[0-9a-f-]{36}\//.test(request.url())) loaded.push(request.url());
  });
  await page.reload();
  const picture = sentFile(page, 'Ver la foto');
  await picture.waitFor();
  expect(await picture.innerText()).toMatch(/Ver la foto · [\d.,]+ KB/);
  await settled(page);
  expect(loaded).toEqual([]);

  await picture.click();

  // Its request comes after any that the page made by itself.
  await loadedPicture(page, 'Foto').waitFor();
  expect(loaded).toHaveLength(1);
  await choose(page, await photo('ahorro.jpg', 4_000, 3_000));
  expect(await chosenFiles(page, 'ahorro.jpg').innerText()).toMatch(/\b(1?\d?\d|200) KB/);
  await page.context().close();
}, 120_000);
