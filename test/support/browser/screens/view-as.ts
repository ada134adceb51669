import type { Locator, Page } from 'playwright-core';
import { wholeText } from '../ui-texts.js';
import { mainContent } from './page-layout.js';

/** An option of the profile preview: an audience level, a group or a person. */
export const viewAsOption = (page: Page, name: string | RegExp): Locator =>
  mainContent(page)
    .getByRole('group', { name: wholeText('Ver como') })
    .getByRole('button', { name });

/** A field of the member's own profile, as the chosen viewer sees it. */
export const profileField = (page: Page, label: string): Locator =>
  mainContent(page).getByRole('region', { name: wholeText(label) });

/** Button that opens the audience choice of a field. */
export const audienceButton = (of: Locator): Locator => of.getByRole('button', { expanded: false });

/** Distance in pixels between the audience button and the choices below it. */
export async function gapBelowAudienceButton(of: Locator): Promise<number> {
  const opener = (await of.getByRole('button', { expanded: true }).boundingBox())!;
  const choices = (await of.getByRole('group').first().boundingBox())!;
  return choices.y - (opener.y + opener.height);
}

/** Returns the kinds of all fields that are visible, or of all that are not, in alphabetical order. */
export const fieldsByVisibility = (page: Page, state: 'Se ve' | 'No se ve'): Promise<string[]> =>
  page
    .locator('[data-field]')
    .filter({ has: page.getByText(wholeText(state)) })
    .evaluateAll((fields) => fields.map((one) => one.getAttribute('data-field')!).sort());
