import { html, type Html } from '../html.js';
import { renderIcon } from '../icons.js';
import type { Language } from '../language.js';
import { errorSummary } from '../page-layout.js';
import { appealCard, sentAppealCard } from './appeal-cards.js';
import {
  statusLayout,
  isApplicationOpen,
  keepRequestCard,
  timeElement,
  type StatusPageContext,
  type StatusView,
} from './status-layout.js';
import { applicationTimeline } from './application-timeline.js';
import { STATUS_TEXT, type StatusText } from './status-text.js';

/** Submitted values that the server rejected; the page shows them again. */
interface Typed {
  answer?: string;
  appeal?: string;
}

/** Status page of an application. An unanswered question comes first. */
export function statusPage(place: StatusPageContext, view: StatusView, typed: Typed = {}): string {
  const words = STATUS_TEXT[place.language];
  const problems = [
    ...(typed.answer === undefined ? [] : [{ field: 'answer', text: words.answerLost }]),
    ...(typed.appeal === undefined ? [] : [{ field: 'appeal', text: words.appeal.lost }]),
  ];
  const open = view.questions.find((question) => question.answer === null);
  const main = html`${errorSummary(place.language, problems)}
    <div class="stack stack--2">
      ${view.answers && html`<span class="eyebrow">${words.of.replace('#', view.answers.name)}</span>`}
      <h1>${words.headings[headingOf(view)]}</h1>
    </div>
    ${view.stage === 'asked' && open && questionCard(place, view.id, open, typed.answer)}
    ${view.decision && (view.stage === 'declined' || view.isAppeal) && decisionCard(place, view)}
    ${appealCard(place, view, typed.appeal)} ${sentAppealCard(place, view)} ${promise(place, view)}
    ${applicationTimeline(place, view)} ${vouchCard(place.language, words, view)}
    ${rows(place, view)} ${hasEnded(view) && keepRequestCard(place)} ${receiptOf(place, view)}
    ${signOut(words)}`;
  return statusLayout(place, main, problems.length > 0);
}

function questionCard(
  { language }: StatusPageContext,
  id: string,
  question: { body: string; createdAt: Date },
  typed: string | undefined,
): Html {
  const words = STATUS_TEXT[language];
  const [before, after = ''] = words.from.split('#');
  return html`<section class="card card--wait stack">
    <div>
      <b>${words.question}</b>
      <p class="xs muted">${before}${timeElement(language, question.createdAt, false)}${after}</p>
    </div>
    <p class="said">${question.body}</p>
    <form class="stack" method="post" action="/${language}/join/status/answer">
      <input type="hidden" name="id" value="${id}" />
      <div class="field${typed !== undefined && ' field--error'}">
        <label for="answer">${words.answer}</label>
        ${typed !== undefined && html`<span class="error" id="answer-error">${renderIcon('alert', 's')}${words.answerLost}</span>`}
        <textarea
          class="input"
          id="answer"
          name="answer"
          rows="5"
          aria-describedby="answer-hint"
          required
        >
${typed ?? ''}</textarea>
        <span class="hint" id="answer-hint">${words.answerHint}</span>
      </div>
      <div class="btns"><button class="btn btn--primary">${words.reply}</button></div>
    </form>
  </section>`;
}

const headingOf = ({ stage, isAppeal }: StatusView) =>
  stage === 'declined' && isAppeal ? 'declinedAgain' : stage;

const MONTH = { month: 'long', year: 'numeric' } as const;

/**
 * For a declined application: shows when the applicant may apply again, and how long the declined application is
 * stored.
 */
function afterwards(
  { language }: StatusPageContext,
  { applyAgainFrom, rememberedUntil }: StatusView,
): Html | undefined {
  const words = STATUS_TEXT[language];
  if (!applyAgainFrom || !rememberedUntil) return undefined;
  const [before, after = ''] = words.againFrom.split('#');
  const month = new Intl.DateTimeFormat(language, { ...MONTH, timeZone: 'UTC' });
  return html`<p class="xs muted">
      ${before}${timeElement(language, applyAgainFrom, false)}${after}
    </p>
    <p class="xs muted">${words.remembered.replace('#', month.format(rememberedUntil))}</p>`;
}

function decisionCard(place: StatusPageContext, view: StatusView): Html {
  const words = STATUS_TEXT[place.language];
  const { decision, isAppeal, stage } = view;
  const reason = (words.reasons as Record<string, string>)[decision?.reasonClass ?? 'other'];
  return html`<section class="card stack stack--3">
    <h2 class="h3">
      ${isAppeal && stage !== 'declined' ? words.appeal.first : words.decisionTitle}
    </h2>
    <p><span class="tag">${reason ?? words.reasons.other}</span></p>
    ${decision?.words && html`<p class="said">${decision.words}</p>`}
    ${isAppeal && stage === 'declined' && html`<p>${words.appeal.final}</p>`}
    ${afterwards(place, view)}
  </section>`;
}

function promise(place: StatusPageContext, view: StatusView) {
  const { stage, answerDueAt } = view;
  const words = STATUS_TEXT[place.language];
  if (stage !== 'asked' && answerDueAt === null) return undefined;
  const isLate = answerDueAt !== null && answerDueAt < place.now;
  const [before, after = ''] = words.promiseBy.split('#');
  const by = answerDueAt && html`${before}${timeElement(place.language, answerDueAt)}${after}`;
  return html`<section class="forest weave stack stack--2">
    <div class="inline inline--3 top">
      ${renderIcon('clock')}
      <div class="stack stack--1">
        <b class="forest__title">${isLate ? words.promisePassed : words.promise}</b>
        <p class="xs muted">${isLate ? lateNote(words, view) : (by ?? words.promiseAsked)}</p>
      </div>
    </div>
  </section>`;
}

/** Explains the wait once the promised date has passed. */
function lateNote({ steps, waitsForSecond }: StatusText, view: StatusView): string {
  if (view.waitsForSecondReader) return waitsForSecond;
  if (view.state === 'thirdView' || view.state === 'discussion') return steps.thirdNext;
  if (view.state === 'agreed') return steps.agreed;
  return view.state === 'lookAgain' ? steps.lookAgain : steps.firstNext;
}

function vouchCard(language: Language, words: StatusText, view: StatusView): Html | undefined {
  if (!isApplicationOpen(view)) return undefined;
  const count = view.vouchCount;
  const said = count === 0 ? words.countNone : count === 1 ? words.countOne : words.count;
  return html`<section class="card stack stack--3" lang="${language}">
    <h2 class="h3">${words.vouches}</h2>
    <p class="muted">${words.vouchesText}</p>
    <p class="code" aria-label="${words.code}">${view.vouchCode}</p>
    <p>${said.replace('#', String(count))}</p>
  </section>`;
}

const canApplyAgain = ({ now }: StatusPageContext, { applyAgainFrom }: StatusView) =>
  applyAgainFrom !== null && applyAgainFrom <= now;

function supportLinkText({ language, support }: StatusPageContext): string {
  const words = STATUS_TEXT[language];
  if (support === 'news') return words.supportNews;
  return support === 'asked' ? words.supportAsked : words.support;
}

function rows(place: StatusPageContext, view: StatusView): Html {
  const { language } = place;
  const words = STATUS_TEXT[language];
  const link = (path: string, text: string) =>
    html`<a class="row" href="${path}"
      ><span class="grow">${text}</span>${renderIcon('next', 's')}</a
    >`;
  const row = (path: string, text: string) => link(`/${language}/${path}`, text);
  return html`<section class="card card--flush rows">
    ${view.answers && row('join/status/sent', words.sent)}
    ${canApplyAgain(place, view) && row('join', words.again)}
    ${link('/app/support', supportLinkText(place))} ${row('join/status/leave', words.leave)}
  </section>`;
}

/** Whether the application ended without an admission, so that the account ends after the retention period. */
const hasEnded = ({ stage }: StatusView) => stage === 'declined' || stage === 'withdrawn';

/** Explains what happens to the submitted data, or when it was deleted. */
function receiptOf({ language }: StatusPageContext, view: StatusView): Html {
  const words = STATUS_TEXT[language];
  const { destroyedAt, decision } = view;
  const kept = view.isAppeal && isApplicationOpen(view) ? words.appeal.kept : words.destroyed;
  if (!destroyedAt) return html`<p class="xs muted">${kept}</p>`;
  const [before, after = ''] = words.receipt.text.split('#');
  return html`<section class="card stack stack--2">
    <h2 class="h3">${words.receipt.title}</h2>
    <p>${before}${timeElement(language, destroyedAt, false)}${after}</p>
    ${decision && html`<p class="xs muted">${words.receipt.kept}</p>`}
  </section>`;
}

const signOut = (words: StatusText) =>
  html`<form method="post" action="/auth/sign-out">
    <button class="btn btn--text">${words.signOut}</button>
  </form>`;
