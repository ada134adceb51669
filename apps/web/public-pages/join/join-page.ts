import { html, type Html } from '../html.js';
import { renderIcon } from '../icons.js';
import { JoinAnswers, type JoinErrors, type JoinValues } from './join-inputs.js';
import { type QuestionContext, QUESTION_INPUTS, type JoinTerms } from './join-questions.js';
import { JOIN_TEXT, type JoinText, type JoinQuestion, JOIN_QUESTIONS } from './join-text.js';
import type { Language } from '../language.js';
import {
  type PublicPageAssets,
  renderDocument,
  errorSummary,
  quickExitLink,
  languageLinks,
} from '../page-layout.js';
import { receiptCard } from './receipt-page.js';
import { SHARED_TEXT } from '../shared-text.js';

export interface JoinPageContext {
  language: Language;
  assets: PublicPageAssets;
  terms: JoinTerms;
  /** Set when the page was opened with an invitation: valid or expired. */
  invitation?: 'good' | 'over';
}

/** Returns the error text for an input and an error key of the server. */
export function joinError(words: JoinText, field: string, key: string): string {
  const { problems } = words;
  if (key === 'tooMany' || key === 'passwordCommon' || key === 'passwordWrong') {
    return problems[key];
  }
  if (key === 'mixedScripts') return problems.mixedScripts;
  const isLong = key === 'tooLong' || key === 'maxLength';
  if (isLong && field !== 'work') return problems.tooLong;
  return (problems as Record<string, string>)[field] ?? problems.other;
}

/**
 * Renders the whole application form on one page, with the introduction above it. With JavaScript, it shows one
 * question at a time. `problems` maps fields to error keys of the server; `values` are the submitted values.
 */
export function joinPage(
  place: JoinPageContext,
  values: JoinValues = defaultLanguageAnswers(place.language),
  problems: Readonly<Record<string, string>> = {},
  notice?: string,
): string {
  const { language, assets, terms } = place;
  const words = JOIN_TEXT[language];
  const errors: JoinErrors = Object.fromEntries(
    Object.entries(problems).map(([field, key]) => [field, joinError(words, field, key)]),
  );
  const asking = { language, words, terms, answers: new JoinAnswers(values, errors) };
  const found = Object.entries(errors).map(([field, text]) =>
    field === 'invitation' ? { text } : { field, text },
  );
  const hasError = found.length > 0 || notice !== undefined;
  const summary = notice ? [{ text: notice }] : found;
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--join stack stack--5">
    ${errorSummary(language, summary)} ${!hasError && start(place, words, values)} ${form(asking)}
    <template data-alert>${renderIcon('alert', 's')}</template>
    <template data-receipt>${receiptCard(language, words.receipt, [])}</template>
  </main>`;
  return renderDocument({
    language,
    path: '/join',
    title: words.title,
    main,
    assets,
    hasError,
    header: bar(language, words),
    scripts: [assets.join],
  });
}

/** Page shown while the instance accepts no applications. */
export function applicationsClosedPage(language: Language, assets: PublicPageAssets): string {
  const { closedTitle, closed, title } = JOIN_TEXT[language];
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--form stack stack--5">
    <h1>${closedTitle}</h1>
    <p class="lead">${closed}</p>
    <a class="btn btn--line" href="/${language}">${SHARED_TEXT[language].back}</a>
  </main>`;
  return renderDocument({ language, path: '/join', title, main, assets });
}

function bar(language: Language, words: JoinText): Html {
  return html`<header class="topbar">
    <a class="iconbtn" href="/${language}" data-back aria-label="${words.client.toStart}"
      >${renderIcon('back')}</a
    ><span class="topbar__title">${words.title}</span
    ><span class="end"></span>${quickExitLink(language)}
  </header>`;
}

/** Default answers to the language questions. */
export const defaultLanguageAnswers = (language: Language): JoinValues => ({
  language,
  languages: [`language:${language}`],
});

function start(
  { language, invitation }: JoinPageContext,
  words: JoinText,
  { invitation: code }: JoinValues,
): Html {
  const query = invitation === 'good' ? `?invitation=${String(code)}` : '';
  return html`<section class="stack stack--5" data-start>
    ${languageLinks(language, `/join${query}`)}
    <div class="stack stack--2">
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
    </div>
    ${invitation && invited(words.invitation[invitation])}
    <dl class="stack">
      ${words.parts.map(
        ([title, text]) =>
          html`<div>
            <dt class="h3">${title}</dt>
            <dd class="muted">${text}</dd>
          </div>`,
      )}
    </dl>
    <p class="xs inline top">
      ${renderIcon('info', 's')}<a href="/${language}/safety">${words.safety}</a>
    </p>
    <div class="actionbar" hidden>
      <button class="btn btn--primary btn--block" type="button" data-begin>${words.start}</button>
    </div>
  </section>`;
}

const invited = ([title, text]: readonly [string, string]) =>
  html`<section class="card card--wait stack stack--2" data-invited>
    <h2 class="h3">${title}</h2>
    <p>${text}</p>
  </section>`;

function form(asking: QuestionContext): Html {
  const { language, words } = asking;
  const { errorTitle, errorLead } = SHARED_TEXT[language];
  const titles = { errorTitle, summaryTitle: errorLead };
  const spoken = JSON.stringify({ ...words.client, ...titles, problems: words.problems });
  return html`<form
    class="stack stack--6"
    method="post"
    action="/join"
    novalidate
    data-join
    data-words="${spoken}"
  >
    <input type="hidden" name="lang" value="${language}" />
    <input type="hidden" name="invitation" value="${asking.answers.kept('invitation')}" />
    ${JOIN_QUESTIONS.map((question) => section(asking, question))}
    <div class="join__send">
      <button class="btn btn--primary btn--block" type="submit" data-send>${words.send}</button>
    </div>
  </form>`;
}

function section(asking: QuestionContext, question: JoinQuestion): Html {
  const { title, lead } = asking.words.questions[question];
  return html`<section class="stack join__q" data-question="${question}">
    <div class="stack stack--2">
      <h2 class="h1" tabindex="-1">${title}</h2>
      <p class="muted">${lead}</p>
    </div>
    ${QUESTION_INPUTS[question](asking)}
  </section>`;
}
