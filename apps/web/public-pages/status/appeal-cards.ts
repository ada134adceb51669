import { html, type Html } from '../html.js';
import { renderIcon } from '../icons.js';
import {
  isApplicationOpen,
  timeElement,
  type StatusPageContext,
  type StatusView,
} from './status-layout.js';
import { STATUS_TEXT } from './status-text.js';

/**
 * Card shown after a decline: explains the appeal, its deadline and who decides it. Undefined when the applicant cannot
 * appeal.
 */
export function appealCard(
  { language }: StatusPageContext,
  { id, appealUntil, isHeardLater }: StatusView,
  typed: string | undefined,
): Html | undefined {
  const { appeal: words } = STATUS_TEXT[language];
  if (appealUntil === null) return undefined;
  const [before, after = ''] = words.until.split('#');
  const isLost = typed !== undefined;
  return html`<section class="card stack">
    <h2 class="h3">${words.title}</h2>
    <p>${before}${timeElement(language, appealUntil)}${after}</p>
    ${isHeardLater && html`<p class="muted">${words.laterIf}</p>`}
    <form class="stack" method="post" action="/${language}/join/status/appeal">
      <input type="hidden" name="id" value="${id}" />
      <div class="field${isLost && ' field--error'}">
        <label for="appeal">${words.label}</label>
        ${isLost && html`<span class="error" id="appeal-error">${renderIcon('alert', 's')}${words.lost}</span>`}
        <textarea
          class="input"
          id="appeal"
          name="appeal"
          rows="5"
          aria-describedby="appeal-hint"
          required
        >
${typed ?? ''}</textarea>
        <span class="hint" id="appeal-hint">${words.hint}</span>
      </div>
      <div class="btns"><button class="btn btn--primary">${words.send}</button></div>
    </form>
  </section>`;
}

/** Card shown while an appeal is being decided: the text of the appeal, and a note if moderators are missing. */
export function sentAppealCard(
  { language }: StatusPageContext,
  view: StatusView,
): Html | undefined {
  const { appeal: words } = STATUS_TEXT[language];
  if (!view.appeal || !isApplicationOpen(view)) return undefined;
  return html`<section class="card stack stack--3">
    <h2 class="h3">${words.sent}</h2>
    <p class="said">${view.appeal}</p>
    ${view.isHeardLater && html`<p>${words.later}</p>`}
  </section>`;
}
