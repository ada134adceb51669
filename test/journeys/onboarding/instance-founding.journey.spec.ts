import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { ACCOUNT_TEXT } from '../../../apps/web/public-pages/account/account-text.js';
import { freshDatabase, SEAL_KEY_FILE } from '../../support/app/database.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';
import { ROOT } from '../../support/repository.js';
useJourney({ database: freshDatabase });

const words = uiTextIn('es');
const PASSWORD = 'piedra-rio-viento-luz-7';

/** Founds the instance as its operator; returns the paths of the staff invitation links by role. */
async function found(): Promise<Record<'administrator' | 'moderator', string[]>> {
  const env = {
    PATH: process.env['PATH'],
    LOG_LEVEL: 'error',
    DATABASE_URL: product.databaseUrl,
    TRAMA_DATA_DIR: product.dataDir,
    TRAMA_SEAL_KEY_FILE: SEAL_KEY_FILE,
  };
  const args = ['dist/apps/cli/main.js', 'found', '--moderators', '3'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
  const links = [...stdout.matchAll(/(administrator|moderator)\s+https?:\/\/[^/]+(\S+)/g)];
  const of = (role: string) => links.filter((link) => link[1] === role).map((link) => link[2]!);
  return { administrator: of('administrator'), moderator: of('moderator') };
}

/** Accepts a staff invitation by its link alone. */
async function acceptStaffInvitation(path: string, name: string): Promise<Page> {
  const page = await browsers.open();
  await page.goto(product.url + path);
  const text = ACCOUNT_TEXT.es;
  await page.getByLabel(text.name).fill(name);
  await page.getByLabel(text.email).fill(`${name.toLowerCase()}@trama.example`);
  await page.getByLabel(text.password).fill(PASSWORD);
  await page.getByRole('button', { name: text.setUp.save }).click();
  await page.waitForURL(/\/app/);
  await waitForIdlePage(page);
  return page;
}

/** Enters a password into the confirmation sheet and submits it. */
async function confirm(sheet: Locator, password: string): Promise<void> {
  await sheet.getByLabel(words('Tu contraseña')).fill(password);
  await sheet.getByRole('button', { name: words('Confirmar') }).click();
}

const looksWell = async (page: Page, name: string) =>
  expect(await pageProblems(page, `founding-${name}`, 'es')).toEqual([]);

test('An administrator founds an instance: keeps the safe default settings, invites the first people and closes the founding', async () => {
  const links = await found();
  const admin = await acceptStaffInvitation(links.administrator[0]!, 'Chaska');
  await admin.goto(`${product.url}/app/admin`);
  await admin.getByRole('heading', { name: words('La fundación está abierta') }).waitFor();
  await looksWell(admin, 'admin');
  await admin.getByRole('link', { name: words('Seguir con la fundación') }).click();
  await admin.waitForURL(/founding/);
  const close = admin.getByRole('button', { name: words('Cerrar la fundación') });
  await close.waitFor();
  await admin.getByText('1 de 5 personas ya tomaron su lugar').waitFor();
  const headings = await admin
    .getByRole('main')
    .getByRole('heading', { level: 2 })
    .allTextContents();
  expect(headings[0]).toBe(words('Lo que ya viene puesto'));
  expect(await close.isDisabled()).toBe(true);
  await looksWell(admin, 'open');

  for (const [at, path] of links.moderator.entries())
    await acceptStaffInvitation(path, `Lectora${at}`);
  await admin.reload();
  await admin.getByText('4 de 5 personas ya tomaron su lugar').waitFor();
  await close.click();
  const sheet = admin.getByRole('dialog', { name: words('Confirma que eres tú') });
  expect(await sheet.textContent()).toContain('la fundación no se puede volver a abrir');
  await confirm(sheet, 'otra-clave-larga-9');
  await sheet.getByText(words('No es tu contraseña. Prueba otra vez.')).waitFor();
  await confirm(sheet, PASSWORD);
  await admin.getByText(/^Empezó el/).waitFor();
  await admin.getByText(/^Se puede postular/).waitFor();
  expect(await close.count()).toBe(0);
  await looksWell(admin, 'closed');

  const late = await browsers.open();
  const answer = await late.goto(product.url + links.administrator[1]!);
  expect(answer?.status()).toBe(404);

  await admin.goto(`${product.url}/app/admin/settings`);
  await admin.getByRole('button', { name: /necesita 2 avales/ }).click();
  await admin.getByLabel('3', { exact: true }).check();
  await admin.getByRole('button', { name: words('Pedir aprobación') }).click();
  await admin.getByText(words('Completa este campo.')).waitFor();
  await looksWell(admin, 'vouches');
  await admin.getByLabel(words('Por qué lo pides')).fill('Queremos conocernos más.');
  await admin.getByRole('button', { name: words('Pedir aprobación') }).click();
  await confirm(sheet, PASSWORD);
  await admin.getByText(words('Ahora nadie puede aprobarlo')).waitFor();
  await looksWell(admin, 'nobody');
}, 120_000);
