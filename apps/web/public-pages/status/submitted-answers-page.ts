import { html, type Html } from '../html.js';
import { JOIN_TEXT, type JoinQuestion } from '../join/join-text.js';
import {
  statusLayout,
  timeElement,
  type StatusPageContext,
  type StatusView,
} from './status-layout.js';
import { STATUS_TEXT } from './status-text.js';

interface Named {
  name: string;
}

/** Submitted answers, with term names in the language of the reader. */
export interface SubmittedAnswers {
  name: string;
  languages: readonly Named[];
  practices: readonly Named[];
  work: string;
  issueAreas: readonly Named[];
  territories: readonly Named[];
  hopes: string;
  knownKind: string | null;
  known: string;
  unsaid: readonly string[];
}

const UNSAID_OF: Partial<Record<JoinQuestion, string>> = { work: 'practices' };
const namesOf = (terms: readonly Named[]) => terms.map(({ name }) => name).join(', ');

/** Page with the submitted answers. */
export function submittedAnswersPage(
  place: StatusPageContext,
  answers: SubmittedAnswers,
  { questions, openedAt }: Pick<StatusView, 'questions' | 'openedAt'>,
): string {
  const { language } = place;
  const words = STATUS_TEXT[language];
  const { questions: titles, labels } = JOIN_TEXT[language];
  const kind = (labels as Record<string, string>)[answers.knownKind ?? ''] ?? '';
  const said: readonly (readonly [JoinQuestion, readonly string[]])[] = [
    ['name', [answers.name]],
    ['language', [namesOf(answers.languages)]],
    ['work', [namesOf(answers.practices), answers.work]],
    ['issueAreas', [namesOf(answers.issueAreas)]],
    ['territory', [namesOf(answers.territories)]],
    ['hopes', [answers.hopes]],
    ['known', [kind, answers.known]],
  ];
  const rows = said.map(([question, parts]) => {
    const isUnsaid = answers.unsaid.includes(UNSAID_OF[question] ?? question);
    return row(titles[question].title, isUnsaid ? [words.unsaid] : parts);
  });
  const asked = questions
    .filter(({ answer }) => answer !== null)
    .map(({ body, answer }) => row(body, [answer ?? '']));
  return statusLayout(
    place,
    html`<div class="stack stack--2">
        <h1>${words.sent}</h1>
        <p class="muted">${words.sentLead}</p>
      </div>
      <dl>${rows} ${asked} ${openings(place, openedAt)}</dl>
      <a class="btn btn--line" href="/${language}/join/status">${words.title}</a>`,
  );
}

/** Lists the duty and the time of each access to the application, never the account. */
function openings({ language }: StatusPageContext, openedAt: readonly Date[]): Html | undefined {
  if (openedAt.length === 0) return undefined;
  return html`<div class="qa">
    <dt>${STATUS_TEXT[language].opened}</dt>
    ${openedAt.map((at) => html`<dd>${timeElement(language, at)}</dd>`)}
  </div>`;
}

function row(title: string, parts: readonly string[]): Html {
  return html`<div class="qa">
    <dt>${title}</dt>
    ${parts.filter((part) => part !== '').map((part) => html`<dd class="said">${part}</dd>`)}
  </div>`;
}
