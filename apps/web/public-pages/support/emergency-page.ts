import { html, Html } from '../html.js';
import { renderIcon } from '../icons.js';
import type { Language } from '../language.js';
import {
  contactPlaceholder,
  languageLinks,
  type PublicPageAssets,
  renderDocument,
} from '../page-layout.js';
import {
  type EmergencyGroup,
  type EmergencyTerritory,
  type EmergencyText,
  emergencyTextIn,
  groupEmergencyLines,
  telephoneUrl,
  territoriesOf,
} from './emergency-groups.js';
import { EMERGENCY_TEXT } from './emergency-text.js';

/** Path after the language prefix. */
export const EMERGENCY_PATH = '/support/emergency';

/** Query parameter with the chosen territory. */
export const TERRITORY_PARAMETER = 'territory';

export interface EmergencyPageLine {
  readonly name: EmergencyText;
  readonly purpose: EmergencyText;
  readonly hours: EmergencyText;
  /** Names in the language of the page. */
  readonly languages: readonly string[];
  readonly territory: EmergencyTerritory | null;
  readonly phone: string;
}

export interface EmergencyPageContext {
  readonly language: Language;
  readonly assets: PublicPageAssets;
  /** Undefined if the server could not load the list. */
  readonly lines: readonly EmergencyPageLine[] | undefined;
  readonly reviewedAt: Date | null;
  /** Id of the chosen territory, from the URL. */
  readonly chosen: string | undefined;
}

/** The emergency list. Every number can be called and read without JavaScript. */
export function emergencyPage(context: EmergencyPageContext): string {
  const { language, assets, lines = [], chosen } = context;
  const words = EMERGENCY_TEXT[language];
  const groups = groupEmergencyLines(lines, chosen, language);
  // With `data-cached`, the script of the page looks for a list that is newer than the one in the cache. A page that does
  // not have the list lacks it, so that it never replaces one that has.
  const isLoaded = context.lines !== undefined;
  const main = html`<main
    id="main"
    tabindex="-1"
    ${new Html(isLoaded ? 'data-cached' : '')}
    class="page page--bare page--text stack stack--5"
  >
    <div class="only-m">${languageLinks(language, EMERGENCY_PATH)}</div>
    <div class="stack stack--2">
      <h1>${words.title}</h1>
      ${lines.length > 0 && html`<p class="lead">${words.lead}</p>`}
    </div>
    ${lines.length === 0 ? noLines(language, isLoaded) : choice(context)}
    ${groups.map((group, at) => groupSection(language, group, at === 0))}
    <p class="xs muted">${reviewed(context)} ${words.privacy}</p>
    <a class="out" href="/${language}/support">${words.support}</a>
  </main>`;
  return renderDocument({ language, path: EMERGENCY_PATH, title: words.title, main, assets });
}

/** Links that put one territory first. Absent if no line belongs to a territory. */
function choice({ language, lines = [], chosen }: EmergencyPageContext): Html | undefined {
  const territories = territoriesOf(lines, language);
  if (territories.length === 0) return undefined;
  const { choose, everywhere } = EMERGENCY_TEXT[language];
  const isKnown = territories.some(({ id }) => id === chosen);
  const link = (text: string, query: string, isCurrent: boolean): Html =>
    isCurrent
      ? html`<a href="/${language}${EMERGENCY_PATH}${query}" aria-current="true">${text}</a>`
      : html`<a href="/${language}${EMERGENCY_PATH}${query}">${text}</a>`;
  return html`<nav class="emg__choice" aria-label="${choose}">
    <b>${choose}</b>
    ${territories.map(({ id, name }) =>
      link(name, `?${TERRITORY_PARAMETER}=${encodeURIComponent(id)}`, id === chosen),
    )}
    ${link(everywhere, '', !isKnown)}
  </nav>`;
}

function groupSection(
  language: Language,
  { territory, lines }: EmergencyGroup<EmergencyPageLine>,
  isFirst: boolean,
): Html {
  return html`<section class="stack stack--3">
    <h2>${territory ? territory.name : EMERGENCY_TEXT[language].wholeRegion}</h2>
    <ul class="stack stack--3">
      ${lines.map((line, at) => lineItem(language, line, isFirst && at === 0))}
    </ul>
  </section>`;
}

/** A line with its number. Only the first line of the page has a filled button. */
function lineItem(language: Language, line: EmergencyPageLine, isFirst: boolean): Html {
  const words = EMERGENCY_TEXT[language];
  const name = emergencyTextIn(line.name, language).text;
  return html`<li class="card stack stack--3">
    <div>
      <h3 class="row__t">${textOf(line.name, language)}</h3>
      <p class="row__s">
        ${textOf(line.purpose, language)} · ${textOf(line.hours, language)} ·
        ${line.languages.join(', ')}
      </p>
      <b class="num emg__n">${line.phone}</b>
    </div>
    <div class="btns">
      <a
        class="btn ${isFirst ? 'btn--primary' : 'btn--line'}"
        href="${telephoneUrl(line.phone)}"
        aria-label="${words.call}: ${name}, ${line.phone}"
        >${renderIcon('phone', 's')}${words.call}</a
      ><button
        type="button"
        class="btn btn--line"
        data-copy-text="${line.phone}"
        data-done="${words.copied}"
        aria-label="${words.copy}: ${name}"
        hidden
      >
        ${words.copy}
      </button>
    </div>
  </li>`;
}

/** Marks the language of a text that is missing in the language of the page. */
function textOf(all: EmergencyText, language: Language): Html {
  const { text, lang } = emergencyTextIn(all, language);
  return lang === language ? html`${text}` : html`<span lang="${lang}">${text}</span>`;
}

function reviewed({ language, reviewedAt }: EmergencyPageContext): Html | undefined {
  if (!reviewedAt) return undefined;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const day = reviewedAt.toISOString().slice(0, 10);
  return html`${EMERGENCY_TEXT[language].reviewed}
    <time datetime="${day}">${format.format(reviewedAt)}</time>.`;
}

function noLines(language: Language, isLoaded: boolean): Html {
  const { empty, emptyNote, unavailable, unavailableNote } = EMERGENCY_TEXT[language];
  return html`<div class="stack stack--2">
    <h2>${isLoaded ? empty : unavailable}</h2>
    <p>${isLoaded ? emptyNote : unavailableNote}</p>
    ${contactPlaceholder()}
  </div>`;
}
