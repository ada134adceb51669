import { readFileSync } from 'node:fs';
import { PHONE } from '../../support/browser/browser.js';
import { openTheTable } from '../../support/app/audit.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

test.each([
  ['a phone', PHONE],
  ['a wide screen', { width: 1280, height: 800 }],
])(
  'An auditor on %s narrows the record, and takes its head along',
  async (on, viewport) => {
    const page = await browsers.open({ viewport });
    await signIn(page, product.url, 'auditor1');
    await page.goto(`${product.url}/app/audit`);
    await settled(page);
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.locator('select[name=subjectType]').selectOption('Application');
    await page.locator('select[name=act]').selectOption('Application.readFile');
    expect(await faultsOf(page, `audit-filters ${on}`, 'es')).toEqual([]);
    await page.getByRole('button', { name: 'Ver', exact: true }).click();
    await page.getByText('2 filtros puestos').waitFor();
    await page.locator('.linklike:visible').first().click();
    await page.getByText('3 filtros puestos').waitFor();
    await settled(page);
    const titles = await page.locator('tbody th:visible, .row__t:visible').allTextContents();
    expect(new Set(titles)).toEqual(new Set(['Abrir una postulación']));
    await page.getByRole('button', { name: 'Quitar', exact: true }).click();
    await page.getByRole('button', { name: 'Comprobar ahora' }).click();
    await page.getByText('Está entero', { exact: true }).waitFor();
    expect(await faultsOf(page, `audit-whole ${on}`, 'es')).toEqual([]);
    await page.context().close();
  },
  120_000,
);

test('A cut end shows against the head that the auditor kept, and a file that is none is refused', async () => {
  const page = await browsers.open();
  await signIn(page, product.url, 'auditor1');
  await page.goto(`${product.url}/app/audit`);
  await settled(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Guardar la huella' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^trama-\d+\.json$/);
  const head = readFileSync(await download.path());
  const { seq } = JSON.parse(head.toString()) as { seq: number };

  const bring = (buffer: Buffer) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'huella.json', mimeType: 'application/json', buffer });
  await bring(Buffer.from('nada'));
  await page.getByRole('button', { name: 'Comprobar ahora' }).click();
  await page.getByText('Ese archivo no es una huella').waitFor();

  await openTheTable(db);
  await db.query('delete from audit_entry where seq > $1', [seq - 2]);
  await bring(head);
  await page.getByRole('button', { name: 'Comprobar ahora' }).click();
  await page.getByText(`faltan los registros del ${seq - 1} al ${seq}`).waitFor();
  await page.getByText('No está entero').waitFor();
  expect(await faultsOf(page, 'audit-broken', 'es')).toEqual([]);
}, 120_000);
