import { Asking } from '../../support/browser/joining.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';

onStage();

const NOTE = 'Aprendimos a editar sonido en el mismo taller.';

/** A member makes a link with the keys alone; gives its path. */
async function linkByKeys(handle: string): Promise<string> {
  const page = await browsers.open();
  await signIn(page, product.url, handle);
  await page.goto(`${product.url}/app/me/invitations`);
  await settled(page);
  await page.locator('[name=note]').focus();
  await page.keyboard.type(NOTE);
  await page.keyboard.press('Enter');
  await page.locator('#link-title').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('link-title');
  const link = (await page.locator('.mono').textContent())!;
  expect(await faultsOf(page, 'invitation-link', 'es')).toEqual([]);
  await page.getByRole('button', { name: 'Ya lo di' }).click();
  expect(await page.content()).not.toContain(link);
  await page.context().close();
  return new URL(link).pathname + new URL(link).search;
}

test('A member makes a link, one person applies with it, and whoever opened it too applies without', async () => {
  const path = await linkByKeys('member1');
  const [first, late] = [
    new Asking(await browsers.open(), product.url, 'es'),
    new Asking(await browsers.open(), product.url, 'es'),
  ];
  for (const asking of [first, late]) {
    await asking.start(path);
    await asking.answer('Con enlace', true);
    expect(await asking.page.textContent('main')).toContain(NOTE);
  }
  await first.next();
  expect(await first.words()).toHaveLength(12);

  await late.next();
  await late.page.locator('#problems').waitFor();
  expect(await late.page.textContent('#problems')).toContain('no se puede usar');
  expect(await late.page.evaluate(() => document.activeElement?.id)).toBe('problems');
  expect(await late.page.textContent('main')).toContain(NOTE);
  expect(await faultsOf(late.page, 'invitation-over', 'es')).toEqual([]);
  await late.next();
  expect(await late.words()).toHaveLength(12);

  const again = await browsers.open({ javaScriptEnabled: false });
  await again.goto(product.url + path);
  expect(await again.textContent('[data-invited]')).toContain('Este enlace no se puede usar');
  expect(await again.content()).not.toContain(NOTE);
}, 120_000);
