import type { Locator, Page } from 'playwright-core';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { confirmWithPassword } from '../../support/browser/screens/app.js';
import { queueItem, reviewForm, reviewReasonField } from '../../support/browser/screens/desk.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney({
  prepare: async () => {
    await db.query(`update account set language = 'es'`);
    await db.query(`delete from two_person_act`);
  },
});

const SMALL = { viewport: { width: 360, height: 740 } };
const WIDE = { viewport: { width: 1280, height: 800 } };

async function enter(handle: string, path: string, options: object = SMALL): Promise<Page> {
  const page = await browsers.open(options);
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app${path}`);
  await waitForIdlePage(page);
  return page;
}

const looksWell = async (page: Page, name: string) =>
  expect(await pageProblems(page, `desk-words-${name}`, 'es')).toEqual([]);

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** Presses Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const on = page.getByRole('button', { name, exact: true }).first();
  for (let n = 0; n < 60; n++) {
    if (await on.evaluate((button) => button === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${name}`);
}

/** Opens the first template, closes it and opens it again: a button of the template leads to each. */
async function openFirst(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: /^Cambiar: / }).first();
  const name = await open.getAttribute('aria-label');
  await open.click();
  await page.getByRole('button', { name: name!.replace('Cambiar', 'Cerrar'), exact: true }).click();
  expect(await focused(page)).toBe(name);
  await open.click();
}

/** No two buttons of the page have the same name. */
async function expectDistinctButtons(page: Page): Promise<void> {
  const tree = await page.locator('main').ariaSnapshot();
  const names = [...tree.matchAll(/button "[^\n]*"/g)].map(([name]) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([]);
}

/**
 * Writes the title of a new text, which keeps the focus. Then removes both new texts: the errors of each leave the summary
 * with it.
 */
async function removeBothNew(page: Page, summary: Locator): Promise<void> {
  const links = summary.getByRole('link');
  await links.filter({ hasText: 'texto nuevo 1 · Cómo se llama · Español' }).click();
  await page.keyboard.type('Por ahora no');
  const remove = page.getByRole('button', { name: /^Quitar / }).last();
  for (const [name, left] of [
    ['Quitar texto nuevo 2', 8],
    ['Quitar Por ahora no', 1],
  ] as const) {
    await remove.and(page.getByRole('button', { name })).click();
    await waitUntil('errors of a removed text stay', async () => (await links.count()) === left);
  }
}

async function approve(page: Page, text: string): Promise<void> {
  await page.goto(`${product.url}/app/approvals`);
  await page
    .getByRole('link', { name: /Cambiar un ajuste/ })
    .first()
    .click();
  await page.getByText(text).first().waitFor();
  await looksWell(page, 'approval');
  await page.getByRole('button', { name: 'Aprobar', exact: true }).click();
  await confirmWithPassword(page);
  await page.getByText('Aprobado', { exact: true }).waitFor();
}

test('Two administrators change the checklist by keyboard, and a review written meanwhile loses nothing', async () => {
  const reader = await enter('moderator1', '/desk', WIDE);
  await queueItem(reader, 'Nayra S.').click();
  const boxes = reviewForm(reader).getByRole('checkbox');
  await boxes.nth(3).waitFor();
  for (let at = 0; at < 4; at++) await boxes.nth(at).check();
  await reader.keyboard.press('a');
  await reviewReasonField(reader).fill('Su radio se puede escuchar.');

  const ad1 = await enter('admin1', '/admin/settings');
  await ad1.getByRole('link', { name: /Lo que se mira antes de opinar/ }).click();
  await ad1.getByRole('button', { name: 'Sumar un punto' }).waitFor();
  expect(await ad1.getByRole('button', { name: /^Quitar / }).count()).toBe(3);
  await tabTo(ad1, 'Subir: No tengo conflicto de interés');
  for (let n = 0; n < 4; n++) await ad1.keyboard.press('Enter');
  expect(await focused(ad1)).toBe('Subir: No tengo conflicto de interés');
  await tabTo(ad1, 'Quitar Punto 2');
  await ad1.keyboard.press('Enter');
  await ad1.keyboard.press('Enter'); // the focus is on the back link
  await ad1.getByText('Se quita si se aprueba.').waitFor({ state: 'detached' });
  await ad1.keyboard.press('Enter');
  await ad1.getByText('Se quita si se aprueba.').waitFor();
  await tabTo(ad1, 'Sumar un punto');
  await ad1.keyboard.press('Enter');
  await ad1.keyboard.type('Leí o escuché su trabajo');
  await ad1.getByRole('button', { name: 'Pedir aprobación' }).click();
  await ad1.getByRole('heading', { name: 'Falta poco' }).waitFor();
  expect(await ad1.locator('[aria-invalid=true]').count()).toBe(3);
  await looksWell(ad1, 'checklist');
  await ad1
    .getByRole('alert')
    .getByRole('link', { name: 'Punto 5 · Português: Completa este campo.' })
    .click();
  await ad1.keyboard.type('Li ou escutei seu trabalho');
  await ad1.keyboard.press('Tab');
  await ad1.keyboard.type('I read or heard their work');
  await ad1.getByLabel('Por qué lo pides').fill('Marcábamos sin mirar.');
  await ad1.getByRole('button', { name: 'Pedir aprobación' }).click();
  await confirmWithPassword(ad1);
  await ad1.waitForURL(/approvals\/./);
  await ad1.goto(`${product.url}/app/admin/settings/checklist`);
  await ad1.getByText('Hay un cambio pedido').waitFor();
  await looksWell(ad1, 'waiting');

  await approve(await enter('admin2', '/'), 'I read or heard their work');

  await reader.keyboard.press('Control+Enter');
  await reader.getByText(/La lista cambió mientras escribías/).waitFor();
  await reader.getByLabel('Leí o escuché su trabajo').waitFor();
  await looksWell(reader, 'changed');
  expect(await reviewReasonField(reader).inputValue()).toBe('Su radio se puede escuchar.');
  expect(await boxes.first().isChecked()).toBe(true);
  await reader.keyboard.press('Control+Enter');
  await reader.getByText('Lo que se recomendó').waitFor();
  await reader.getByText('No tengo conflicto de interés').waitFor();
}, 240_000);

test('One administrator rewrites a template of reviewers and one of supporters, and another approves both', async () => {
  const ad1 = await enter('admin1', '/admin/settings');
  await ad1.getByRole('link', { name: /Textos para empezar/ }).click();
  await ad1
    .getByRole('button', { name: /^Sumar un texto: / })
    .first()
    .waitFor();
  await expectDistinctButtons(ad1);
  await openFirst(ad1);
  await ad1.getByLabel('Português').nth(1).fill('');
  const add = ad1.getByRole('button', { name: 'Sumar un texto: Para decir que no' });
  for (let n = 0; n < 2; n++) await add.click();
  await ad1.getByLabel('Por qué lo pides').fill('Se entiende mejor.');
  await ad1.getByRole('button', { name: 'Pedir aprobación' }).click();
  await ad1.getByRole('heading', { name: 'Falta poco' }).waitFor();
  // The invalid fields are the emptied template, and the reason class and six texts of each new template.
  expect(await ad1.locator('[aria-invalid=true]').count()).toBe(15);
  const summary = ad1.getByRole('alert');
  await summary
    .getByRole('link', { name: /^(?!texto nuevo).+ · Qué dice · Português: Completa este campo/ })
    .waitFor();
  await expectDistinctButtons(ad1);
  await looksWell(ad1, 'templates');
  await removeBothNew(ad1, summary);
  await ad1.getByLabel('Português').nth(1).fill('Há algo que se possa ver?');
  await ad1.getByRole('button', { name: 'Pedir aprobación' }).click();
  await confirmWithPassword(ad1);
  await ad1.waitForURL(/approvals\/./);
  await approve(await enter('admin2', '/'), 'Há algo que se possa ver?');
  await ad1.goto(`${product.url}/app/admin/settings/templates`);
  await openFirst(ad1);
  expect(await ad1.getByLabel('Português').nth(1).inputValue()).toBe('Há algo que se possa ver?');

  // The templates of supporters have the same editor.
  await ad1.goto(`${product.url}/app/admin/settings`);
  await ad1.getByRole('link', { name: /Plantillas de apoyo/ }).click();
  await ad1
    .getByRole('button', { name: /^Cambiar: / })
    .last()
    .click();
  await ad1.getByLabel('Português').last().fill('Outra rede responde melhor.');
  await ad1.getByLabel('Por qué lo pides').fill('Es más corto.');
  // The changes wait for the person, until they discard or request them.
  await ad1.getByRole('link', { name: 'Ajustes' }).first().click();
  await ad1.getByRole('link', { name: /Plantillas de apoyo/ }).click();
  await ad1.getByText('Tienes cambios sin pedir').waitFor();
  await looksWell(ad1, 'support-templates');
  const discard = ad1.getByRole('button', { name: 'Descartar todos los cambios' });
  await discard.click();
  const question = ad1.getByRole('dialog', { name: '¿Descartar todos los cambios?' });
  await question.getByRole('heading').and(ad1.locator(':focus')).waitFor();
  await question.getByRole('button', { name: 'Cancelar' }).click();
  await discard.and(ad1.locator(':focus')).click();
  await question.getByRole('button', { name: 'Descartar todo' }).click();
  await discard.waitFor({ state: 'detached' });
  await ad1.locator('#main:focus').waitFor();
  await ad1
    .getByRole('button', { name: /^Cambiar: / })
    .last()
    .click();
  expect(await ad1.getByLabel('Português').last().inputValue()).toMatch(/^Outra organização/);
  await ad1.getByLabel('Português').last().fill('Outra rede responde melhor.');
  await ad1.getByLabel('Por qué lo pides').fill('Es más corto.');
  await ad1.getByRole('button', { name: 'Pedir aprobación' }).click();
  await confirmWithPassword(ad1);
  await ad1.waitForURL(/approvals\/./);
  await approve(await enter('admin2', '/'), 'Outra rede responde melhor.');
}, 120_000);
