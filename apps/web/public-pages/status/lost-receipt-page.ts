import { html, type Html } from '../html.js';
import type { Language } from '../language.js';
import { type PublicPageAssets, renderDocument, languageLinks } from '../page-layout.js';
import { LOST_RECEIPT_TEXT } from './lost-receipt-text.js';

/** Path after the language prefix. */
export const LOST_RECEIPT_PATH = '/join/lost-receipt';

/** Page for applicants who lost their recovery phrase: it lists their remaining options. */
export function lostReceiptPage(language: Language, assets: PublicPageAssets): string {
  const { title, lead, parts } = LOST_RECEIPT_TEXT[language];
  const path = LOST_RECEIPT_PATH;
  const link = ({ label, path: to }: { label: string; path: string }): Html =>
    html`<a class="out" href="/${language}${to}">${label}</a>`;
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--text stack stack--5">
    <div class="only-m">${languageLinks(language, path)}</div>
    <div class="stack stack--2">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
    </div>
    ${parts.map(
      (part) =>
        html`<section class="prose">
          <h2>${part.title}</h2>
          <ul>
            ${part.lines.map((line) => html`<li>${line.text}${line.link && link(line.link)}</li>`)}
          </ul>
        </section>`,
    )}
  </main>`;
  return renderDocument({ language, path, title, main, assets });
}
