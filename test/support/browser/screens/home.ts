import type { Locator, Page } from 'playwright-core';
import { partOfText, wholeText } from '../words.js';

/** Announces what was filled in and has not left this device. */
export const waitingForms = (page: Page): Locator =>
  page.getByRole('heading', { name: wholeText('Sin enviar todavía') });

/** A form that waits to be sent, by the name of whom it is about. */
export const waitingForm = (page: Page, about: string): Locator =>
  page.getByRole('listitem').filter({ hasText: about });

/** Says that the one form that waited was refused. */
export const refusedForms = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: partOfText(REFUSED, { failed: 1 }) });
const REFUSED = '{failed, plural, one {# no se envió} other {# no se enviaron}}';
