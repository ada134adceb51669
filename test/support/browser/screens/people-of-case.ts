import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../../apps/cli/demo/people/people.js';
import { browsers, db, product } from '../journey-setup.js';
import { setSessionCookie, waitForIdlePage } from '../page-checks.js';
import { type Language, partOfText, startOfText, wholeText } from '../ui-texts.js';
import { sendButton, sentMessage } from './channel.js';
import { mainContent } from './page-layout.js';

export interface DemoCase {
  readonly id: string;
  readonly number: number;
}

/** The accepted case of a demo member about this kind of support. */
export async function acceptedCaseOf(handle: string, kind: string): Promise<DemoCase> {
  const { rows } = await db.query<DemoCase>(
    `select r.id, r.number from support_request r join account a on a.id = r.requester_id
     where a.email = $1 and r.kind = $2 and r.stage = 'accepted'`,
    [demoEmailOf(handle), kind],
  );
  return rows[0]!;
}

/** The home page of a demo account. */
export async function openHomeAs(handle: string, language: Language = 'es'): Promise<Page> {
  const speaking = [language, demoEmailOf(handle)];
  await db.query('update account set language = $1 where email = $2', speaking);
  const page = await browsers.open();
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app`);
  await waitForIdlePage(page);
  return page;
}

/** Goes from any page with tabs to a case by the list of support. */
export async function openListedCase(page: Page, { number }: DemoCase): Promise<void> {
  await page
    .getByRole('link', { name: startOfText('Apoyo') })
    .last()
    .click();
  await mainContent(page)
    .getByRole('link', { name: new RegExp(String(number)) })
    .click();
  await page
    .getByRole('heading', { level: 1 })
    .and(mainContent(page).getByRole('heading'))
    .first()
    .waitFor();
  await waitForIdlePage(page);
}

/** Chooses a person of the directory in the open sheet. */
export async function pickPerson(page: Page, name: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: wholeText('Elige a una persona') });
  await sheet.getByLabel(wholeText('Nombre')).fill(name);
  await sheet.getByRole('button', { name: wholeText('Buscar') }).click();
  await sheet.getByRole('button', { name }).click();
}

/** Agrees in the open dialog. */
export const agree = (page: Page, label: string): Promise<void> =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: wholeText(label) })
    .click();

/** Waits for the message at the bottom that confirms an act. */
export const confirmed = (page: Page, text: string): Promise<void> =>
  page.getByText(partOfText(text)).first().waitFor();

/** Writes in the open thread, whose field has this label, and waits until it is stored. */
export async function writeInThread(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: wholeText(label) }).fill(text);
  await sendButton(page).click();
  await sentMessage(page, text).waitFor();
}
