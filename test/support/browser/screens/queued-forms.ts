import type { Locator, Page } from 'playwright-core';
import { partOfText, wholeText } from '../ui-texts.js';

/** The notice about filled-in forms that have not been sent. */
export const queuedFormsNotice = (page: Page): Locator =>
  page.getByRole('heading', { name: wholeText('Sin enviar todavía') });

/** A queued form, by the name of the person whom the form is about. */
export const queuedForm = (page: Page, about: string): Locator =>
  page.getByRole('listitem').filter({ hasText: about });

/** The notice that the server refused the only queued form. */
export const refusedFormNotice = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: partOfText(REFUSED, { failed: 1 }) });
const REFUSED = '{failed, plural, one {# no se envió} other {# no se enviaron}}';
