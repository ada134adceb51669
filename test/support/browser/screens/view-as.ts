import type { Locator, Page } from 'playwright-core';
import { wholeText } from '../words.js';
import { main } from './shell.js';

/** With whose eyes one looks: a level, a group, or a person. */
export const viewAs = (page: Page, name: string | RegExp): Locator =>
  main(page)
    .getByRole('group', { name: wholeText('Ver como') })
    .getByRole('button', { name });

/** A field of one's own profile, as the other sees it. */
export const field = (page: Page, label: string): Locator =>
  main(page).getByRole('region', { name: wholeText(label) });

/** Opens the choice of who sees a field. */
export const audienceButton = (of: Locator): Locator => of.getByRole('button', { expanded: false });

/** How far under the button that opened them the choices of who sees a field begin, in pixels. */
export async function gapUnderAudience(of: Locator): Promise<number> {
  const opener = (await of.getByRole('button', { expanded: true }).boundingBox())!;
  const choices = (await of.getByRole('group').first().boundingBox())!;
  return choices.y - (opener.y + opener.height);
}

/** The kinds of the fields of which the page says this, in the order of the alphabet. */
export const fieldKinds = (page: Page, state: 'Se ve' | 'No se ve'): Promise<string[]> =>
  page
    .locator('[data-field]')
    .filter({ has: page.getByText(wholeText(state)) })
    .evaluateAll((fields) => fields.map((one) => one.getAttribute('data-field')!).sort());
