import { html, type Html } from '../html.js';
import { renderIcon } from '../icons.js';
import { timeElement, type StatusPageContext, type StatusView } from './status-layout.js';
import { STATUS_TEXT } from './status-text.js';

interface Step {
  state: 'done' | 'now' | 'next';
  title: string;
  note: Html | string;
}
type Words = (typeof STATUS_TEXT)['es']['steps'];

/** Timeline of the stages of an application. Undefined for a withdrawn application. */
export function applicationTimeline(
  { language }: StatusPageContext,
  view: StatusView,
): Html | undefined {
  if (view.stage === 'withdrawn') return undefined;
  const words = STATUS_TEXT[language];
  const received = timeElement(language, view.submittedAt, false);
  const steps: Step[] = [
    { state: 'done', title: words.steps.received, note: received },
    ...(view.isAppeal ? appealed(words.steps) : []),
    ...readings(view, words.steps),
    decision(view, words.steps),
  ];
  return html`<section class="stack">
    <h2>${words.timeline}</h2>
    <ol class="tl">
      ${steps.map(item)}
    </ol>
  </section>`;
}

const appealed = (words: Words): Step[] => [
  { state: 'done', title: words.firstDecision, note: words.firstDecisionDone },
  { state: 'done', title: words.appeal, note: words.appealDone },
];

/** Two reviews, and a third if the first two disagree. */
function readings(view: StatusView, words: Words): Step[] {
  const isSplit = view.state === 'thirdView' || view.state === 'discussion';
  const third = { title: words.third, next: words.thirdNext, now: words.thirdNow };
  const all = [
    { title: words.first, next: words.firstNext, now: words.firstNow, done: words.firstDone },
    { title: words.second, next: words.secondNext, now: words.secondNow, done: words.secondDone },
    ...(isSplit || view.reviewsWritten > 2 ? [{ ...third, done: words.thirdDone }] : []),
  ];
  return all.map(({ title, next, now, done }, before) => {
    if (view.reviewsWritten > before || view.state === 'decided') {
      return { state: 'done', title, note: done };
    }
    if (view.reviewsWritten < before) return { state: 'next', title, note: next };
    const waits = view.state === 'waitsForApplicant' ? ` ${words.waiting}` : '';
    return { state: 'now', title, note: `${view.isBeingRead ? now : next}${waits}` };
  });
}

function decision(view: StatusView, words: Words): Step {
  const title = view.isAppeal ? words.finalDecision : words.decision;
  if (view.state === 'decided') return { state: 'done', title, note: '' };
  const isNext =
    view.reviewsWritten < 2 || view.state === 'thirdView' || view.state === 'discussion';
  const notes: Partial<Record<StatusView['state'], string>> = {
    lookAgain: words.lookAgain,
    agreed: words.agreed,
    waitsForApplicant: words.waiting,
  };
  const note = (!isNext && notes[view.state]) || words.decisionNext;
  return { state: isNext ? 'next' : 'now', title, note };
}

function item({ state, title, note }: Step): Html {
  const look = state === 'next' ? '' : state;
  const current = state === 'now' && html`aria-current="step"`;
  return html`<li class="${look}" ${current}>
    <i class="tl__dot">${state === 'done' && renderIcon('check', 'xs')}</i><b>${title}</b>
    ${note !== '' && html`<span>${note}</span>`}
  </li>`;
}
