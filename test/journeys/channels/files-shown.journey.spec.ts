import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { faultsOf } from '../../support/browser/looks.js';
import { reader as openReader, SETTLED_MS } from '../../support/browser/reading.js';
import { choose, holdPieces, photo, report, sendButton } from '../../support/browser/sent-files.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

const MB = 1_024 * 1_024;
const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

test.each(['es', 'pt', 'en'])(
  'In %s files look and read well, chosen, under way and sent',
  async (language) => {
    await db.query('update account set language = $2 where email = $1', [
      emailOf('member1'),
      language,
    ]);
    const page = await reader('member1', 'Traducciones');
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
    await choose(page, await photo('IMG_1.jpg', 900, 600));
    await look('chosen');
    await sendButton(page).click();
    await page.locator('.waits [role=progressbar]').waitFor();
    await look('under-way');
    await line.release();
    await page.locator('.waits').waitFor({ state: 'detached' });
    await page.locator('.files .thumb').last().scrollIntoViewIfNeeded();
    await page.locator('.files .thumb img').last().waitFor();
    await look('sent');
    await page.locator('.files .thumb').last().click();
    await page.locator('dialog .thumb img').waitFor();
    await look('sheet');
    expect(found).toEqual([]);
    await page.context().close();
  },
  180_000,
);

test('Where data is saved no picture is loaded until it is tapped', async () => {
  await db.query(`update account set language = 'es' where email = $1`, [emailOf('member2')]);
  const page = await reader('member2', 'Verificación');
  await choose(page, await photo('mapa.jpg', 1_200, 900), await photo('plano.jpg', 1_200, 900));
  await sendButton(page).click();
  await page.locator('.files .thumb').last().scrollIntoViewIfNeeded();
  await page.locator('.files .thumb img[alt="Foto"]').last().waitFor();
  await page.evaluate(() => localStorage.setItem('trama.saver', 'on'));
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (/\/files\/[0-9a-f-]{36}\//.test(request.url())) loaded.push(request.url());
  });
  await page.reload();
  const taps = page.locator('.files').last().locator('.thumb', { hasText: 'Ver la foto' });
  await taps.nth(1).waitFor();
  const tap = taps.first();
  expect(await tap.innerText()).toMatch(/Ver la foto · [\d.,]+ KB/);
  await page.waitForTimeout(SETTLED_MS);
  expect(loaded).toEqual([]);

  await tap.click();

  await page.locator('.files .thumb img[alt="Foto"]').last().waitFor();
  expect(loaded).toHaveLength(1);
  await choose(page, await photo('ahorro.jpg', 4_000, 3_000));
  expect(await page.locator('.attached__one', { hasText: 'ahorro.jpg' }).innerText()).toMatch(
    /\b(1?\d?\d|200) KB/,
  );
  await page.context().close();
}, 120_000);
