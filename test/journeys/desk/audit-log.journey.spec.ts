import { buffer as wholeOf } from 'node:stream/consumers';
import { PHONE_VIEWPORT } from '../../support/browser/browser.js';
import { dropAuditProtection } from '../../support/app/audit-entries.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';

useJourney();

const words = uiTextIn('es');

test.each([
  ['a phone', PHONE_VIEWPORT],
  ['a wide screen', { width: 1280, height: 800 }],
])(
  'An auditor on %s filters and verifies the audit log',
  async (on, viewport) => {
    const page = await browsers.open({ viewport });
    await setSessionCookie(page, product.url, 'auditor1');
    await page.goto(`${product.url}/app/audit`);
    await waitForIdlePage(page);
    await page.getByRole('button', { name: 'Filtrar' }).click();
    const filters = page.getByRole('dialog', { name: words('Filtrar') });
    await filters.getByLabel(words('Sobre qué')).selectOption('Application');
    await filters.getByLabel(words('Qué'), { exact: true }).selectOption('Application.readFile');
    expect(await pageProblems(page, `audit-filters ${on}`, 'es')).toEqual([]);
    await page.getByRole('button', { name: 'Ver', exact: true }).click();
    await page.getByText('2 filtros puestos').waitFor();
    const actors = page.getByRole('button', {
      name: words('Ver solo lo de {short}', { short: '' }),
    });
    await actors.first().click();
    await page.getByText('3 filtros puestos').waitFor();
    await waitForIdlePage(page);
    // Each entry names its actor.
    const opened = page.getByText('Abrir una postulación', { exact: true });
    expect(await opened.filter({ visible: true }).count()).toBe(await actors.count());
    expect(await actors.count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Quitar', exact: true }).click();
    await page.getByRole('button', { name: 'Comprobar ahora' }).click();
    await page.getByText('Está entero', { exact: true }).waitFor();
    expect(await pageProblems(page, `audit-whole ${on}`, 'es')).toEqual([]);
    await page.context().close();
  },
  120_000,
);

test('An auditor with a saved head sees that the end of the audit log is missing; any other file is refused', async () => {
  const page = await browsers.open();
  await setSessionCookie(page, product.url, 'auditor1');
  await page.goto(`${product.url}/app/audit`);
  await waitForIdlePage(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Guardar la huella' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^trama-\d+\.json$/);
  const head = await wholeOf(await download.createReadStream());
  const { seq } = JSON.parse(head.toString()) as { seq: number };

  const bring = async (buffer: Buffer) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: words('Comparar con otra huella') }).click(),
    ]);
    await chooser.setFiles({ name: 'huella.json', mimeType: 'application/json', buffer });
  };
  await bring(Buffer.from('nada'));
  await page.getByRole('button', { name: 'Comprobar ahora' }).click();
  await page.getByText('Ese archivo no es una huella').waitFor();

  await dropAuditProtection(db);
  await db.query('delete from audit_entry where seq > $1', [seq - 2]);
  await bring(head);
  await page.getByRole('button', { name: 'Comprobar ahora' }).click();
  await page.getByText(`faltan los registros del ${seq - 1} al ${seq}`).waitFor();
  await page.getByText('No está entero').waitFor();
  expect(await pageProblems(page, 'audit-broken', 'es')).toEqual([]);
}, 120_000);
