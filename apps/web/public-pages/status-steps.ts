import { html, type Html } from './html.js';
import { icon } from './icons.js';
import { moment, type StatusPlace, type StatusView } from './status-parts.js';
import { STATUS_WORDS } from './status-words.js';

interface Step {
  state: 'done' | 'now' | 'next';
  title: string;
  note: Html | string;
}

/** The stages that an application goes through. Nothing for one that was taken back. */
export function timelineOf({ language }: StatusPlace, view: StatusView): Html | undefined {
  if (view.stage === 'withdrawn') return undefined;
  const words = STATUS_WORDS[language];
  const received = moment(language, view.submittedAt, false);
  const steps: Step[] = [
    { state: 'done', title: words.steps.received, note: received },
    ...(view.isAppeal ? appealed(words.steps) : []),
    reading(view, 1, words.steps),
    reading(view, 2, words.steps),
    {
      state: isDecided(view) ? 'done' : view.reviewsWritten >= 2 ? 'now' : 'next',
      title: view.isAppeal ? words.steps.finalDecision : words.steps.decision,
      note: isDecided(view) ? '' : words.steps.decisionNext,
    },
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

const isDecided = ({ stage }: StatusView) => stage === 'accepted' || stage === 'declined';

type Words = (typeof STATUS_WORDS)['es']['steps'];

function reading(view: StatusView, number: 1 | 2, words: Words): Step {
  const title = number === 1 ? words.first : words.second;
  const [next, now, done] =
    number === 1
      ? [words.firstNext, words.firstNow, words.firstDone]
      : [words.secondNext, words.secondNow, words.secondDone];
  if (view.reviewsWritten >= number || isDecided(view)) return { state: 'done', title, note: done };
  if (view.reviewsWritten < number - 1) return { state: 'next', title, note: next };
  const waits = view.stage === 'asked' ? ` ${words.waiting}` : '';
  return { state: 'now', title, note: `${view.isBeingRead ? now : next}${waits}` };
}

function item({ state, title, note }: Step): Html {
  const look = state === 'next' ? '' : state;
  const current = state === 'now' && html`aria-current="step"`;
  return html`<li class="${look}" ${current}>
    <i class="tl__dot">${state === 'done' && icon('check', 'xs')}</i><b>${title}</b>
    ${note !== '' && html`<span>${note}</span>`}
  </li>`;
}
