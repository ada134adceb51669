import { html, type Html } from './html.js';
import type { Language } from './language.js';
import { type PublicPageAssets, renderDocument, languageLinks } from './page-layout.js';
import { SAFETY_TEXT, type SafetySection } from './safety-text.js';

/**
 * Explains how Trama protects people, the limits of that protection, who can read which data, and how to leave. The
 * landing page links here as the proof of its promises.
 */
export function safetyPage(language: Language, assets: PublicPageAssets): string {
  const { title, lead, parts } = SAFETY_TEXT[language];
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--text stack stack--5">
    <div class="only-m">${languageLinks(language, '/safety')}</div>
    <div class="stack stack--2">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
    </div>
    ${parts.map(part)}
  </main>`;
  return renderDocument({ language, path: '/safety', title, main, assets });
}

function part({ id, title, lines }: SafetySection): Html {
  return html`<section class="prose" id="${id}">
    <h2>${title}</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}
