import type { Page } from 'playwright-core';
import { DEMO_COALITION } from '../../../../apps/cli/demo/coalition.js';
import { db, product } from '../journey-setup.js';
import { queryApi, setSessionCookie } from '../page-checks.js';
import { startOfText, wholeText } from '../ui-texts.js';
import { buttonNamed, linkNamed, mainContent, openSheet } from './page-layout.js';

/** A line that a steward adds to the agreements, and the summary of this change. */
export interface AgreementsChange {
  readonly rule: string;
  readonly summary: string;
}

/** Writes a version with one more line and the shortest grace, beginning at the page of the agreements. */
export async function writeVersion(page: Page, { rule, summary }: AgreementsChange): Promise<void> {
  await linkNamed(page, 'Escribir una versión nueva').click();
  const text = page.getByRole('textbox', { name: wholeText('Acuerdos') });
  await text.fill(`${await text.inputValue()}\n${rule}`);
  await page.getByLabel(startOfText('Qué cambia, en pocas palabras')).fill(summary);
  await page.getByLabel(wholeText('Plazo para aceptar')).selectOption('7');
}

/** Publishes the version that is written on the page. */
export async function publishVersion(page: Page): Promise<void> {
  await buttonNamed(page, 'Publicar la versión').click();
  await buttonNamed(openSheet(page), 'Publicar ahora').click();
  await page.getByRole('status').getByText(startOfText('Versión publicada')).waitFor();
}

/** Waits until the page of the agreements shows the summary and the added line of a change. */
export async function changeIsShown(page: Page, { rule, summary }: AgreementsChange) {
  await mainContent(page).getByText(summary).waitFor();
  await mainContent(page).getByRole('insertion').filter({ hasText: rule }).waitFor();
}

/** Consents to the version that the page shows. */
export async function consent(page: Page): Promise<void> {
  await buttonNamed(page, 'Acepto').click();
  await page.getByRole('status').getByText(startOfText('Aceptaste los acuerdos')).waitFor();
}

const PUBLISH =
  'mutation ($input: PublishAgreementsInput!) { publishAgreements(input: $input) { id } }';

/** A coalition steward publishes changed agreements of the demo's coalition, without the screens. */
export async function publishCoalitionAgreements(page: Page, handle: string): Promise<void> {
  const sql = 'select id from "group" where slug = $1';
  const { rows } = await db.query<{ id: string }>(sql, [DEMO_COALITION.slug]);
  const change = { text: 'Preguntamos antes de citar.', summary: 'Las citas.', graceDays: 7 };
  await setSessionCookie(page, product.url, handle);
  const input = { groupId: rows[0]!.id, basedOn: 1, ...change };
  await queryApi(page, product.url, PUBLISH, { input });
}
