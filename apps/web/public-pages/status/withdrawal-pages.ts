import { html } from '../html.js';
import { phraseErrorSummary, phraseField, type RefusedPhrase } from '../phrase-field.js';
import { LOST_RECEIPT_PATH } from './lost-receipt-page.js';
import { LOST_RECEIPT_TEXT } from './lost-receipt-text.js';
import {
  statusLayout,
  isApplicationOpen,
  keepRequestCard,
  type StatusPageContext,
  type StatusView,
} from './status-layout.js';
import { STATUS_TEXT } from './status-text.js';

/** Page with two ways to withdraw. The effect of each one is explained before its button. */
export function withdrawPage(place: StatusPageContext, view: StatusView): string {
  const { language } = place;
  const words = STATUS_TEXT[language];
  const way = (act: 'withdraw' | 'delete', text: string, label: string) =>
    html`<section class="card stack">
      <p>${text}</p>
      <form method="post" action="/${language}/join/status/${act}">
        <input type="hidden" name="id" value="${view.id}" />
        <button class="btn btn--danger-line btn--block">${label}</button>
      </form>
    </section>`;
  const main = html`<h1>${words.leaveTitle}</h1>
    ${keepRequestCard(place)}
    ${isApplicationOpen(view) && !view.isAppeal && way('withdraw', words.withdrawText, words.withdraw)}
    ${isApplicationOpen(view) && view.isAppeal && way('withdraw', words.appeal.withdrawText, words.appeal.withdraw)}
    ${way('delete', words.removeText, words.remove)}
    <a class="btn btn--line btn--block" href="/${language}/join/status">${words.stay}</a>`;
  return statusLayout(place, main);
}

/** Page shown after the application and the session were deleted. */
export function applicationDeletedPage(place: StatusPageContext): string {
  const words = STATUS_TEXT[place.language];
  return statusLayout(
    place,
    html`<h1>${words.gone}</h1>
      <p class="lead">${words.goneText}</p>
      <a class="btn btn--line" href="/${place.language}">Trama</a>`,
  );
}

/** Form to return to an application with the recovery phrase. */
export function recoveryPhrasePage(place: StatusPageContext, refused?: RefusedPhrase): string {
  const { language } = place;
  const { back } = STATUS_TEXT[language];
  const main = html`${phraseErrorSummary(language, back, refused)}
    <div class="stack stack--2">
      <h1>${back.title}</h1>
      <p class="lead">${back.lead}</p>
    </div>
    <form class="stack" method="post" action="/${language}/join/status">
      ${phraseField(language, back, refused)}
      <button class="btn btn--primary btn--block">${back.open}</button>
    </form>
    <div class="stack stack--1">
      <a class="out" href="/${language}${LOST_RECEIPT_PATH}">${LOST_RECEIPT_TEXT[language].title}</a
      ><a class="out" href="/${language}/sign-in">${back.signIn}</a
      ><a class="out" href="/${language}/join">${back.apply}</a>
    </div>`;
  return statusLayout(place, main, refused !== undefined);
}
