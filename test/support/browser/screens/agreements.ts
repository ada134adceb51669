import type { Page } from 'playwright-core';
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
