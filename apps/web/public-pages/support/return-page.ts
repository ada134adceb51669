import { html } from '../html.js';
import type { Language } from '../language.js';
import { languageLinks, type PublicPageAssets, renderDocument } from '../page-layout.js';
import { phraseErrorSummary, phraseField, type RefusedPhrase } from '../phrase-field.js';
import { RETURN_TEXT } from './return-text.js';

/** Path after the language prefix. */
export const RETURN_PATH = '/support/return';

/** Form that opens a case by its recovery phrase, also without JavaScript. The answer to a wrong phrase gives no reason. */
export function returnPage(
  language: Language,
  assets: PublicPageAssets,
  refused?: RefusedPhrase,
): string {
  const text = RETURN_TEXT[language];
  const hasError = refused !== undefined;
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--form stack stack--5">
    <div class="only-m">${languageLinks(language, RETURN_PATH)}</div>
    ${phraseErrorSummary(language, text, refused)}
    <div class="stack stack--2">
      <h1>${text.title}</h1>
      <p class="lead">${text.lead}</p>
    </div>
    <form class="stack" method="post" action="/${language}${RETURN_PATH}">
      ${phraseField(language, text, refused)}
      <button class="btn btn--primary btn--block">${text.open}</button>
    </form>
    <div class="stack stack--1">
      <a class="out" href="/${language}/support">${text.ask}</a
      ><a class="out" href="/${language}/join/status">${text.applicant}</a>
    </div>
  </main>`;
  return renderDocument({
    ...{ language, path: RETURN_PATH, title: text.title, main, assets, hasError },
  });
}
