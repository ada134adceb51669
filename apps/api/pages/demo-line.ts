import { isLanguage } from '../../web/public-pages/language.js';
import { DEMO_PLACE } from '../../web/public-pages/layout.js';
import { WORDS } from '../../web/public-pages/words.js';

/** A page of the demo world says that its data are fictional. */
export function withDemoLine(page: string): string {
  const code = /<html lang="(\w+)"/.exec(page)?.[1];
  const { demo } = WORDS[isLanguage(code) ? code : 'es'];
  return page
    .replace('<html ', `<html data-demo="${demo}" `)
    .replace(DEMO_PLACE, `<p class="demo" role="note">${demo}</p>`);
}
