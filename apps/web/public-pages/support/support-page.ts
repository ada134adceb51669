import { html, type Html } from '../html.js';
import { renderIcon } from '../icons.js';
import type { Language } from '../language.js';
import {
  contactPlaceholder,
  guestAskingPlaceholder,
  languageLinks,
  type PublicPageAssets,
  renderDocument,
  supportPausePlaceholder,
} from '../page-layout.js';
import { EMERGENCY_PATH } from './emergency-page.js';
import { RETURN_PATH } from './return-page.js';
import { SUPPORT_TEXT } from './support-text.js';

/** Path after the language prefix. */
export const SUPPORT_PATH = '/support';

/** Explains the support programme: for whom, in what, how, what happens to data, and how to ask. */
export function supportPage(language: Language, assets: PublicPageAssets): string {
  const { title, lead, danger, dangerNote, parts, asking } = SUPPORT_TEXT[language];
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--text stack stack--5">
    <div class="only-m">${languageLinks(language, SUPPORT_PATH)}</div>
    <div class="stack stack--2">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
    </div>
    <section class="card card--wait stack stack--2" aria-label="${danger}">
      <p>${dangerNote}</p>
      <div class="btns">
        <a class="btn btn--primary" href="/${language}${EMERGENCY_PATH}" data-keep
          >${renderIcon('phone', 's')}${danger}</a
        >
      </div>
    </section>
    ${supportPausePlaceholder()} ${parts.map(section)}
    ${section({ ...asking, after: html`${guestAskingPlaceholder()}${contactPlaceholder()}` })}
    <a class="out" href="/${language}${RETURN_PATH}">${SUPPORT_TEXT[language].comeBack}</a>
  </main>`;
  return renderDocument({ language, path: SUPPORT_PATH, title, main, assets });
}

/** Tells that nobody can ask inside Trama now. */
export function supportPauseNote(language: Language): Html {
  return html`<section class="card stack stack--1">
    <p><b>${SUPPORT_TEXT[language].pause}</b></p>
  </section>`;
}

/** The way to ask without an account. */
export function guestAskingNote(language: Language): Html {
  const { guest } = SUPPORT_TEXT[language];
  return html`<p>${guest.text}</p>
    <div class="btns">
      <a class="btn btn--line" href="/app/guest/support/ask?lang=${language}">${guest.ask}</a>
    </div>`;
}

function section(part: {
  readonly title: string;
  readonly text?: string;
  readonly lines?: readonly string[];
  readonly after?: Html;
}): Html {
  return html`<section class="prose">
    <h2>${part.title}</h2>
    ${part.text && html`<p>${part.text}</p>`}
    ${
      part.lines &&
      html`<ul>
        ${part.lines.map((line) => html`<li>${line}</li>`)}
      </ul>`
    }
    ${part.after}
  </section>`;
}
