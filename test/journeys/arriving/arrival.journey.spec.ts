import { freshDatabase } from '../../support/app/database.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';
onStage({ database: freshDatabase });

test.each([
  ['es-MX', 'es'],
  ['pt-BR', 'pt'],
  ['en-US', 'en'],
  ['de-DE', 'es'],
])('A stranger whose browser speaks %s arrives at the page in %s', async (locale, language) => {
  const page = await browsers.open({ locale });

  await page.goto(product.url);

  expect(new URL(page.url()).pathname).toBe(`/${language}`);
  expect(await page.getAttribute('html', 'lang')).toBe(language);
  expect(await page.locator('h1').count()).toBe(1);
  await page.context().close();
});

test('The way in leads from the first page to the sign-in', async () => {
  const page = await browsers.open();
  await page.goto(`${product.url}/es`);

  await page.click('a[href="/es/sign-in"]');

  await page.waitForURL('**/es/sign-in');
  expect(await page.locator('input[type=password]').count()).toBe(1);
});

test('The product ends cleanly while a page is open', async () => {
  const page = await browsers.open();
  await page.goto(`${product.url}/es`);

  expect(await product.end('SIGTERM')).toBe(0);

  await product.restart();
  expect((await page.goto(`${product.url}/es`))?.status()).toBe(200);
});
