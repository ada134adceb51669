import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { SEAL_KEY_FILE } from '../../support/app/database.js';
import { faultsOf, settled } from '../../support/browser/looks.js';
import { freshDatabase } from '../../support/app/database.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';
import { ROOT } from '../../support/repository.js';
onStage({ database: freshDatabase });

const PASSWORD = 'piedra-rio-viento-luz-7';

/** The operator founds the instance; gives the path of each seat's link, by its role. */
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

/** Takes a seat, by its link alone. */
async function sitDown(path: string, name: string): Promise<Page> {
  const page = await browsers.open();
  await page.goto(product.url + path);
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=email]').fill(`${name.toLowerCase()}@trama.example`);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/app/);
  await settled(page);
  return page;
}

const looksWell = async (page: Page, name: string) =>
  expect(await faultsOf(page, `founding-${name}`, 'es')).toEqual([]);

test('An instance is founded: safe defaults first, its people, and the end of it', async () => {
  const links = await found();
  const admin = await sitDown(links.administrator[0]!, 'Chaska');
  await admin.goto(`${product.url}/app/admin`);
  await admin.getByRole('heading', { name: 'La fundación está abierta' }).waitFor();
  await looksWell(admin, 'admin');
  await admin.getByRole('link', { name: 'Seguir con la fundación' }).click();
  await admin.waitForURL(/founding/);
  await admin.getByRole('button', { name: 'Cerrar la fundación' }).waitFor();
  await admin.getByText('1 de 5 personas ya tomaron su lugar').waitFor();
  const headings = await admin.locator('main h2').allTextContents();
  expect(headings[0]).toBe('Lo que ya viene puesto');
  expect(await admin.getByRole('button', { name: 'Cerrar la fundación' }).isDisabled()).toBe(true);
  await looksWell(admin, 'open');

  for (const [at, path] of links.moderator.entries()) await sitDown(path, `Lectora${at}`);
  await admin.reload();
  await admin.getByText('4 de 5 personas ya tomaron su lugar').waitFor();
  await admin.getByRole('button', { name: 'Cerrar la fundación' }).click();
  const sheet = admin.getByRole('dialog', { name: 'Confirma con tu contraseña' });
  expect(await sheet.textContent()).toContain('la fundación no se puede volver a abrir');
  await sheet.locator('#confirm-password').fill('otra-clave-larga-9');
  await sheet.getByRole('button', { name: 'Confirmar' }).click();
  await sheet.locator('[role=alert], .error').first().waitFor();
  await sheet.locator('#confirm-password').fill(PASSWORD);
  await sheet.getByRole('button', { name: 'Confirmar' }).click();
  await admin.getByText(/^Empezó el/).waitFor();
  await admin.getByText(/^Se puede postular/).waitFor();
  expect(await admin.getByRole('button', { name: 'Cerrar la fundación' }).count()).toBe(0);
  await looksWell(admin, 'closed');

  const late = await browsers.open();
  const answer = await late.goto(product.url + links.administrator[1]!);
  expect(answer?.status()).toBe(404);

  await admin.goto(`${product.url}/app/admin/settings`);
  await admin.getByRole('button', { name: /necesita 2 avales/ }).click();
  await admin.getByLabel('3', { exact: true }).check();
  await admin.getByRole('button', { name: 'Pedir aprobación' }).click();
  await admin.getByText('Falta este dato.').waitFor();
  await looksWell(admin, 'vouches');
  await admin.getByLabel('Por qué lo pides').fill('Queremos conocernos más.');
  await admin.getByRole('button', { name: 'Pedir aprobación' }).click();
  await sheet.locator('#confirm-password').fill(PASSWORD);
  await sheet.getByRole('button', { name: 'Confirmar' }).click();
  await admin.getByText('Ahora nadie puede aprobarlo').waitFor();
  await looksWell(admin, 'nobody');
}, 120_000);
