import type { ShownSettings } from '#settings/public-settings.service.js';
import { isLanguage } from '../../web/public-pages/language.js';
import { DEMO_PLACE, OPERATOR_PLACE, operatorLine } from '../../web/public-pages/layout.js';
import { WORDS } from '../../web/public-pages/words.js';

export interface PageFacts extends ShownSettings {
  /** The demo world: every page says that its data are fictional. */
  readonly isDemo: boolean;
}

/** Puts into a built page what depends on the instance. Replacers are functions: `$` in a name means nothing to them. */
export function fillPage(page: string, { isDemo, operator }: PageFacts): string {
  const code = /<html lang="(\w+)"/.exec(page)?.[1];
  const language = isLanguage(code) ? code : 'es';
  const filled = page.replace(OPERATOR_PLACE, () => operatorLine(language, operator).text);
  if (!isDemo) return filled;
  const { demo } = WORDS[language];
  return filled
    .replace('<html ', `<html data-demo="${demo}" `)
    .replace(DEMO_PLACE, `<p class="demo" role="note">${demo}</p>`);
}
