import { html, Html } from './html.js';
import { renderIcon, LOGO_SVG } from './icons.js';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from './language.js';
import { SHARED_TEXT } from './shared-text.js';

/** URLs of the built stylesheet and scripts. */
export interface PublicPageAssets {
  css: string;
  js: string;
  /** Script of the application form and status pages only. */
  join: string;
  /** Files to prefetch for the app, by language. */
  app: Readonly<Record<Language, readonly string[]>>;
  /** Classic script that runs before the page is rendered. */
  guard: string;
}

export interface PublicPage {
  language: Language;
  /** Path after the language prefix: '' or '/safety'. */
  path: string;
  title: string;
  main: Html;
  assets: PublicPageAssets;
  /** Puts the word for "error" first in the title of the document. */
  hasError?: boolean;
  /** Replaces the default bar with the brand. */
  header?: Html;
  /** Scripts besides the one that every public page loads. */
  scripts?: readonly string[];
}

/** Placeholder that the server replaces with the "fictional data" banner in the demo. */
export const DEMO_PLACEHOLDER = '<!--demo-->';
/** Placeholder that the server replaces with the operator of the instance. */
export const OPERATOR_PLACEHOLDER = '<!--operator-->';

/** Placeholder that the server replaces with the address to which people can write. */
export const CONTACT_PLACEHOLDER = '<!--contact-->';

/** Placeholder that the server replaces with a note while asking for support is paused. */
export const SUPPORT_PAUSE_PLACEHOLDER = '<!--support-pause-->';

/** Placeholder that the server replaces with the link to ask without an account, where the instance allows it. */
export const GUEST_ASKING_PLACEHOLDER = '<!--guest-asking-->';

export const guestAskingPlaceholder = (): Html => new Html(GUEST_ASKING_PLACEHOLDER);

export const supportPausePlaceholder = (): Html => new Html(SUPPORT_PAUSE_PLACEHOLDER);

export const contactPlaceholder = (): Html => new Html(CONTACT_PLACEHOLDER);

/** Value of `href` that the server replaces with the address of the quick exit. */
export const EXIT_ADDRESS_PLACEHOLDER = 'about:blank#exit';

/** Renders a whole public page: static HTML without inline scripts. */
export function renderDocument(page: PublicPage): string {
  const words = SHARED_TEXT[page.language];
  const title = `${page.hasError ? `${words.errorTitle}: ` : ''}${page.title} · Trama`;
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <script src="${page.assets.guard}"></script>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${page.assets.css}" />
        <script type="module" src="${page.assets.js}"></script>
        ${page.scripts?.map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body>
        <nav aria-label="${words.shortcuts}">
          <a class="skip" href="#main">${words.skip}</a
          ><a class="skip" href="${EXIT_ADDRESS_PLACEHOLDER}" data-exit>${words.exit}</a>
        </nav>
        ${new Html(DEMO_PLACEHOLDER)} ${page.header ?? bar(page)} ${page.main}
        ${foot(page.language)}
      </body>
    </html> `.text;
}

function bar({ language, path }: PublicPage): Html {
  return html`<header class="land__bar">
    ${brandLink(language)}${languageLinks(language, path, 'only-d')}${quickExitLink(language)}
  </header>`;
}

export function brandLink(language: Language): Html {
  return html`<a class="brand" href="/${language}" aria-label="${SHARED_TEXT[language].home}"
    >${LOGO_SVG}<span>Trama</span></a
  >`;
}

/** Quick exit link. With JavaScript, it replaces the page in the history, so that Back does not return to Trama. */
export function quickExitLink(language: Language): Html {
  return html`<a class="exit" href="${EXIT_ADDRESS_PLACEHOLDER}" data-exit
    >${renderIcon('exit', 's')}${SHARED_TEXT[language].exit}</a
  >`;
}

export function languageLinks(current: Language, path: string, look = ''): Html {
  const links = LANGUAGES.map(
    (language) =>
      html`<a
        href="/${language}${path}"
        lang="${language}"
        hreflang="${language}"
        ${new Html(language === current ? ' aria-current="true"' : '')}
        >${LANGUAGE_NAMES[language]}</a
      >`,
  );
  return html`<nav class="seg ${look}" aria-label="${SHARED_TEXT[current].languages}">
    ${links}
  </nav>`;
}

function foot(language: Language): Html {
  const words = SHARED_TEXT[language];
  return html`<footer class="foot">
    <div class="foot__who">
      ${new Html(OPERATOR_PLACEHOLDER)}
      <p>${words.footer}</p>
    </div>
    <nav aria-label="${words.foot}">
      <a href="/${language}/safety">${words.safety}</a
      ><a href="/${language}/support">${words.support}</a
      ><a href="/${language}/support/emergency">${words.emergency}</a
      ><a href="/${language}/join">${words.join}</a
      ><a href="/${language}/sign-in">${words.signIn}</a>
    </nav>
  </footer>`;
}

/** Name and contact of the operator of the instance. */
export interface PublicOperator {
  name: string;
  /** A mail address, or a URL that begins with `https://`. */
  contact: string;
}

/** Footer line about the operator. `null` means that no operator is configured. */
export function operatorLine(language: Language, operator: PublicOperator | null): Html {
  const { runBy, contact, runByNobody } = SHARED_TEXT[language];
  if (!operator) return html`<p>${runByNobody}</p>`;
  const { name } = operator;
  return html`<p>${runBy} <b>${name}</b>. ${contact}: ${contactLink(operator)}</p>`;
}

/** Paragraph with the address to which people can write. `null` means that no operator is configured. */
export function contactParagraph(language: Language, operator: PublicOperator | null): Html {
  const { writeTo, writeToNobody } = SHARED_TEXT[language];
  return operator
    ? html`<p class="contact">${writeTo} <b>${operator.name}</b>: ${contactLink(operator)}</p>`
    : html`<p class="contact">${writeToNobody}</p>`;
}

function contactLink({ contact }: PublicOperator): Html {
  if (!contact.startsWith('https://')) {
    const address = encodeURIComponent(contact).replace('%40', '@');
    return html`<a href="mailto:${address}">${contact}</a>`;
  }
  const text = contact.slice('https://'.length).replace(/\/$/, '');
  return html`<a href="${contact}" rel="external noopener noreferrer">${text}</a>`;
}

export interface PublicProblem {
  /** Id of the input with the error. */
  field?: string;
  text: string;
}

/** List of errors above the form. It takes the focus when the page opens, without JavaScript. */
export function errorSummary(
  language: Language,
  problems: readonly PublicProblem[],
  title = SHARED_TEXT[language].errorLead,
): Html | undefined {
  if (problems.length === 0) return undefined;
  const items = problems.map(({ field, text }) =>
    field ? html`<li><a href="#${field}">${text}</a></li>` : html`<li>${text}</li>`,
  );
  return html`<section
    class="errsum stack stack--1"
    role="alert"
    tabindex="-1"
    autofocus
    id="problems"
  >
    <h2>${title}</h2>
    <ul>
      ${items}
    </ul>
  </section>`;
}
