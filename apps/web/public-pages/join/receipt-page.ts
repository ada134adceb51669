import { html, type Html } from '../html.js';
import { renderIcon } from '../icons.js';
import type { ReceiptText } from './join-text.js';
import { JOIN_TEXT } from './join-text.js';
import type { Language } from '../language.js';
import { type PublicPageAssets, renderDocument } from '../page-layout.js';

/** Shows the recovery phrase once. To continue, the applicant must confirm that they saved it. */
export function receiptCard(
  language: Language,
  words: ReceiptText,
  receipt: readonly string[],
): Html {
  return html`<section class="stack stack--5" data-receipt-card>
    <div class="stack stack--2">
      <h1 tabindex="-1">${words.title}</h1>
      <p class="lead">${words.lead}</p>
    </div>
    <div class="card stack">
      <ol class="receipt" aria-label="${words.words}">
        ${receipt.map((word) => html`<li>${word}</li>`)}
      </ol>
      <div class="btns js-only" hidden>
        <button class="btn btn--line" type="button" data-copy data-done="${words.copied}">
          ${words.copy}</button
        ><button class="btn btn--line" type="button" data-download="${words.file}">
          ${words.download}
        </button>
      </div>
    </div>
    <form class="stack" method="get" action="/${language}/join/status" data-go>
      <label class="check"
        ><input type="checkbox" required data-saved /><span>${words.written}</span></label
      >
      <p class="xs muted inline top" data-must>
        ${renderIcon('info', 's')}<span>${words.mustSave}</span>
      </p>
      <button class="btn btn--primary btn--block" type="submit">${words.go}</button>
    </form>
  </section>`;
}

/** Last page of the application form when JavaScript is off. */
export function receiptPage(
  language: Language,
  assets: PublicPageAssets,
  receipt: readonly string[],
): string {
  const words = JOIN_TEXT[language].receipt;
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--join stack stack--5">
    ${receiptCard(language, words, receipt)}
  </main>`;
  const title = words.title;
  return renderDocument({ language, path: '/join', title, main, assets, scripts: [assets.join] });
}
