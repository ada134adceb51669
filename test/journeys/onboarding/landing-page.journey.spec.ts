import { LANDING_TEXT } from '../../../apps/web/public-pages/landing-page.js';
import { freshDatabase } from '../../support/app/database.js';
import { passwordField } from '../../support/browser/screens/sign-in.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
useJourney({ database: freshDatabase });

test.each([
  ['es-MX', 'es'],
  ['pt-BR', 'pt'],
  ['en-US', 'en'],
  ['de-DE', 'es'],
])('A visitor whose browser speaks %s gets the landing page in %s', async (locale, language) => {
  const page = await browsers.open({ locale });

  await page.goto(product.url);

  expect(new URL(page.url()).pathname).toBe(`/${language}`);
  expect(await page.getAttribute('html', 'lang')).toBe(language);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  await page.context().close();
});

test('The landing page links to the sign-in form', async () => {
  const page = await browsers.open();
  await page.goto(`${product.url}/es`);

  await page.getByRole('link', { name: LANDING_TEXT.es.enter }).click();

  await page.waitForURL('**/es/sign-in');
  expect(await passwordField(page).isVisible()).toBe(true);
});

test('After too many wrong passwords the form says how long to wait and keeps the email', async () => {
  const page = await browsers.open();
  await page.goto(`${product.url}/es/sign-in`);
  const submit = page.getByRole('main').getByRole('button', { name: 'Entrar' });
  const answered = () => page.waitForResponse('**/auth/sign-in');
  const email = `${crypto.randomUUID()}@trama.example`;
  await page.getByLabel('Correo').fill(email);
  for (let n = 0; n < 6; n++) {
    await passwordField(page).fill(`equivocada ${n}`);
    await Promise.all([answered(), submit.click()]);
  }

  const alert = page.getByRole('alert');
  await alert.filter({ hasText: 'prueba otra vez en 60 min' }).waitFor();
  expect(await alert.textContent()).toContain('«Olvidé mi contraseña»');
  expect(await page.getByLabel('Correo').inputValue()).toBe(email);
  await page.goto(`${product.url}/pt/sign-in?state=wait`);
  await alert.filter({ hasText: 'tente de novo em 60 min' }).waitFor();
  await page.context().close();
});

test('The app is prefetched while a person fills in the sign-in form, and not before', async () => {
  const page = await browsers.open();
  const isOfApp = (url: string) => /\/assets\/(app|shell|vendor|pt)-\w+/.test(url);
  const early: string[] = [];
  page.on('request', (request) => early.push(request.url()));
  await page.goto(`${product.url}/pt/sign-in`, { waitUntil: 'networkidle' });
  expect(early.filter(isOfApp)).toEqual([]);

  const files = ['app', 'shell', 'vendor', 'pt'].map((name) =>
    page.waitForResponse((one) => one.url().includes(`/assets/${name}-`) && one.ok()),
  );
  await passwordField(page).focus();
  await Promise.all(files);
  await page.context().close();
});

test('The server starts and stops without a warning while a page is open', async () => {
  const page = await browsers.open();
  await page.goto(`${product.url}/es`);

  const status = await product.end('SIGTERM');
  const ended = { status: 0, said: expect.stringMatching(/^ready \S+\nstopped\n$/) };
  expect({ status, said: product.said }).toEqual(ended);

  await product.restart();
  expect((await page.goto(`${product.url}/es`))?.status()).toBe(200);
});
