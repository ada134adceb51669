import type { Page } from 'playwright-core';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import { browsers, db, product, useJourney } from '../../support/browser/journey-setup.js';
import { type UiText, uiTextIn } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

const PUBLIC = {
  es: { ask: 'Pedir apoyo sin cuenta', open: 'Abrir mi pedido' },
  pt: { ask: 'Pedir apoio sem conta', open: 'Abrir meu pedido' },
  en: { ask: 'Ask without an account', open: 'Open my request' },
} as const;

/** Answers the questions after the first page. Returns the number of taps. */
async function answerQuestions(page: Page, words: UiText): Promise<number> {
  let taps = 0;
  const tap = async (role: 'link' | 'button', name: string) => {
    taps += 1;
    await page
      .getByRole(role, { name: words(name) })
      .first()
      .click();
  };
  await tap('link', 'No, podemos ir con calma');
  taps += 1;
  await page.getByRole('radio').nth(4).check();
  await tap('button', 'Continuar');
  await page.getByRole('textbox').fill('Cuidar las cuentas de la radio.');
  await tap('button', 'Continuar');
  await tap('button', 'Saltar'); // the attempts so far
  await tap('button', 'Continuar'); // languages
  await tap('button', 'Saltar'); // a safe way
  await page.getByRole('heading', { name: words('Revisa tu pedido') }).waitFor();
  return taps;
}

const storedDrafts = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('trama');
    const db = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result);
    });
    if (!db.objectStoreNames.contains('drafts')) return 0;
    const all = db.transaction('drafts').objectStore('drafts').count();
    return new Promise<number>((done) => {
      all.onsuccess = () => done(all.result);
    });
  });

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'A person without an account asks on a phone, saves the phrase and comes back with it (%s)',
  async (language) => {
    const words = uiTextIn(language);
    await db.query('truncate rate_limit');
    const page = await browsers.open();
    await page.goto(`${product.url}/${language}/support`);
    await page.getByRole('link', { name: PUBLIC[language].ask }).click();
    await page.getByRole('heading', { name: words('¿Hay peligro ahora?') }).waitFor();
    const taps = 1 + (await answerQuestions(page, words));
    expect(await storedDrafts(page)).toBe(0);
    const found = await pageProblems(page, `guest-check-${language}`, language);
    await page.getByRole('button', { name: words('Enviar el pedido') }).click();
    const heading = page.getByRole('heading', { name: words('Guarda la frase de tu caso') });
    await heading.and(page.locator(':focus')).waitFor();
    found.push(...(await pageProblems(page, `guest-phrase-${language}`, language)));
    // The page is not left before the phrase is saved.
    await page.getByRole('button', { name: words('Ver mi pedido') }).click();
    await page
      .getByText(words('Copia, descarga o imprime la frase, o escribe su última palabra.'))
      .waitFor();
    await page.goBack();
    await heading.waitFor();
    const phrase = await page.locator('.receipt li').allTextContents();
    expect(phrase).toHaveLength(12);
    await page.getByRole('textbox').fill(phrase.at(-1)!.toUpperCase());
    await page.getByRole('button', { name: words('Ver mi pedido') }).click();
    // Sending, the last word and going on.
    expect(taps + 3).toBeLessThanOrEqual(16);
    await page.waitForURL(/\/app\/support\/[\w-]{36}$/);
    await page.getByRole('heading', { name: words('Lo que escribiste') }).waitFor();
    await waitForIdlePage(page);
    found.push(...(await pageProblems(page, `guest-case-${language}`, language)));
    expect(await page.getByRole('navigation').getByRole('link').count()).toBeLessThan(4);
    const caseUrl = page.url();
    await page.getByRole('button', { name: words('Salir'), exact: true }).click();
    await page.waitForURL(`${product.url}/${language}/support/return`);

    await page.getByRole('textbox').fill(phrase.toReversed().join(' '));
    await page.getByRole('button', { name: PUBLIC[language].open }).click();
    await page.locator('#problems').waitFor();
    await page.getByRole('textbox').fill(phrase.join(' '));
    await page.getByRole('button', { name: PUBLIC[language].open }).click();
    await page.waitForURL(caseUrl);
    await page.getByRole('heading', { name: words('Lo que escribiste') }).waitFor();
    expect(found).toEqual([]);
    const asked = await db.query('select requester_id as id from support_request where id = $1', [
      caseUrl.split('/').at(-1),
    ]);
    await page.goto(`${caseUrl}/end`);
    await page.getByRole('button', { name: words('Borrar el pedido') }).click();
    await page.waitForURL(`${product.url}/${language}/support`);
    const left = await db.query('select 1 from account where id = $1', [asked.rows[0].id]);
    expect(left.rows).toEqual([]);
  },
);
