import type { PublicSettingsView } from '#settings/settings.service.js';
import { escapeHtml } from '../../web/public-pages/html.js';
import { isLanguage } from '../../web/public-pages/language.js';
import {
  CONTACT_PLACEHOLDER,
  contactParagraph,
  DEMO_PLACEHOLDER,
  EXIT_ADDRESS_PLACEHOLDER,
  GUEST_ASKING_PLACEHOLDER,
  OPERATOR_PLACEHOLDER,
  operatorLine,
  SUPPORT_PAUSE_PLACEHOLDER,
} from '../../web/public-pages/page-layout.js';
import { neutralPath } from '../../web/public-pages/neutral-page.js';
import { guestAskingNote, supportPauseNote } from '../../web/public-pages/support/support-page.js';
import { SHARED_TEXT } from '../../web/public-pages/shared-text.js';

export interface PageTemplateValues extends PublicSettingsView {
  /** True in the demo world, where every page says that its data are fictional. */
  readonly isDemo: boolean;
}

/**
 * Fills a built page with the values of this instance. Replacers are functions, so that `$` in a value has no special
 * meaning.
 */
export function fillPageTemplate(page: string, { isDemo, ...shown }: PageTemplateValues): string {
  const code = /<html lang="(\w+)"/.exec(page)?.[1];
  const language = isLanguage(code) ? code : 'es';
  const exit = escapeHtml(shown.exitAddress ?? neutralPath(language));
  const filled = page
    .replace(OPERATOR_PLACEHOLDER, () => operatorLine(language, shown.operator).text)
    .replace(CONTACT_PLACEHOLDER, () => contactParagraph(language, shown.operator).text)
    .replace(SUPPORT_PAUSE_PLACEHOLDER, () =>
      shown.isSupportClosed ? supportPauseNote(language).text : '',
    )
    .replace(GUEST_ASKING_PLACEHOLDER, () =>
      shown.canAskWithoutAccount && !shown.isSupportClosed ? guestAskingNote(language).text : '',
    )
    .replaceAll(EXIT_ADDRESS_PLACEHOLDER, () => exit);
  if (!isDemo) return filled;
  const { demo } = SHARED_TEXT[language];
  return filled
    .replace('<html ', `<html data-demo="${demo}" `)
    .replace(
      DEMO_PLACEHOLDER,
      `<aside class="demo" aria-labelledby="demo"><p id="demo">${demo}</p></aside>`,
    );
}
