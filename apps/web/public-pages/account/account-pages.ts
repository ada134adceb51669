import { ACCOUNT_TEXT, type AccountProblem } from './account-text.js';
import { renderFormField } from '../form-field.js';
import { html, type Html } from '../html.js';
import { renderIcon } from '../icons.js';
import type { Language } from '../language.js';
import {
  type PublicPageAssets,
  renderDocument,
  errorSummary,
  languageLinks,
} from '../page-layout.js';

/** Error keys of the server, by input name. */
export type FieldProblems = Readonly<Record<string, string>>;

interface PageContext {
  language: Language;
  assets: PublicPageAssets;
}

/**
 * Context of a page that a mailed link opens. Its form posts the secret of the link, so that the secret appears in no
 * other URL.
 */
export interface LinkPageContext extends PageContext {
  token: string;
  problems?: FieldProblems;
}

/**
 * Form that requests a link to choose another password. The answer is the same whether or not an account has the
 * address.
 */
export function forgotPasswordPage({ language, assets }: PageContext, isSent: boolean): string {
  const { forgot, email, signIn } = ACCOUNT_TEXT[language];
  const path = '/forgot';
  if (isSent) {
    const sent = `${path}?state=sent`;
    return page({ language, assets, path: sent, title: forgot.sentTitle, hasNote: true }, [
      html`<p>${forgot.sent}</p>`,
      html`<a class="out" href="/${language}/sign-in">${signIn}</a>`,
    ]);
  }
  const input = renderFormField({ ...EMAIL, label: email });
  return page({ language, assets, path, title: forgot.title }, [
    html`<p>${forgot.text}</p>`,
    html`<form class="stack" method="post" action="/${language}/forgot">
      ${input}${submit(forgot.send)}
    </form>`,
    html`<a class="out" href="/${language}/sign-in">${signIn}</a>`,
  ]);
}

export function resetPasswordPage(place: LinkPageContext): string {
  const { reset } = ACCOUNT_TEXT[place.language];
  return linkPage(place, '/reset', reset, [newPasswordField(place)]);
}

export function confirmAddressPage(place: LinkPageContext): string {
  return linkPage(place, '/confirm', ACCOUNT_TEXT[place.language].confirm, []);
}

export function addressConfirmedPage({ language, assets }: PageContext): string {
  const { confirm, signIn } = ACCOUNT_TEXT[language];
  return page({ language, assets, path: '/confirm', title: confirm.doneTitle, hasNote: true }, [
    html`<p>${confirm.done}</p>`,
    html`<a class="btn btn--primary" href="/app">${signIn}</a>`,
  ]);
}

/** Page for the owner of an address that an account will lose or has lost. */
export function keepAddressPage(place: LinkPageContext): string {
  return linkPage(place, '/keep', ACCOUNT_TEXT[place.language].keep, []);
}

/**
 * Confirms that the account keeps its address. The secret in the form lets the owner choose another password at once.
 */
export function addressKeptPage(place: LinkPageContext): string {
  const { keep, reset } = ACCOUNT_TEXT[place.language];
  const words = { title: keep.doneTitle, text: keep.done, save: reset.save };
  return linkPage(place, '/reset', words, [newPasswordField(place)]);
}

export interface SetUpValues {
  name?: string;
  email?: string;
}

/**
 * Context of the page that sets up an account with a duty. A staff account also needs a code: one person sends the
 * link, another the code.
 */
export interface SetUpPageContext extends LinkPageContext {
  needsCode: boolean;
}

export function setUpAccountPage(place: SetUpPageContext, values: SetUpValues = {}): string {
  const { setUp, ...words } = ACCOUNT_TEXT[place.language];
  const text = place.needsCode ? setUp.seatText : setUp.text;
  return linkPage(place, '/set-up', { ...setUp, text }, [
    ...(place.needsCode ? [codeField(place)] : []),
    renderFormField({
      id: 'name',
      label: words.name,
      hint: words.nameHint,
      error: errorOf(place, 'name'),
      value: values.name,
      autocomplete: 'nickname',
      maxLength: 60,
    }),
    renderFormField({
      ...EMAIL,
      label: words.email,
      hint: words.emailHint,
      error: errorOf(place, 'email'),
      value: values.email,
    }),
    newPasswordField(place),
  ]);
}

function newPasswordField(place: LinkPageContext): Html {
  const { password, passwordHint } = ACCOUNT_TEXT[place.language];
  const error = errorOf(place, 'password');
  return renderFormField({ ...PASSWORD, label: password, hint: passwordHint, error });
}

/** Input for the code. After an error it is rendered empty, as password fields are. */
function codeField(place: SetUpPageContext): Html {
  const { code, codeHint } = ACCOUNT_TEXT[place.language].setUp;
  const error = errorOf(place, 'code');
  return renderFormField({
    id: 'code',
    label: code,
    hint: codeHint,
    error,
    autocomplete: 'off',
    maxLength: 60,
  });
}

/** One page for a link that was used, has expired or never existed. */
export function linkInvalidPage({ language, assets }: PageContext): string {
  const { over } = ACCOUNT_TEXT[language];
  return page({ language, assets, path: '/forgot', title: over.title }, [
    html`<p>${over.text}</p>`,
    html`<a class="btn btn--primary" href="/${language}/forgot">${over.again}</a>`,
  ]);
}

const EMAIL = { id: 'email', type: 'email', autocomplete: 'username', maxLength: 254 } as const;
const PASSWORD = {
  id: 'password',
  type: 'password',
  autocomplete: 'new-password',
  maxLength: 512,
} as const;

function errorOf({ language, problems = {} }: LinkPageContext, name: string): string | undefined {
  const key = problems[name];
  if (key === undefined) return undefined;
  const words = ACCOUNT_TEXT[language].problems;
  return words[key as AccountProblem] ?? words.blank;
}

interface FormWords {
  title: string;
  text: string;
  save: string;
}

function linkPage(place: LinkPageContext, path: string, words: FormWords, inputs: readonly Html[]) {
  const { language, assets, token, problems = {} } = place;
  const found = Object.keys(problems).map((name) => ({
    field: name,
    text: errorOf(place, name) ?? '',
  }));
  const head = { language, assets, path: `${path}?t=${token}`, title: words.title };
  return page({ ...head, summary: errorSummary(language, found) }, [
    html`<p>${words.text}</p>`,
    html`<form class="stack" method="post" action="/${language}${path}">
      <input type="hidden" name="t" value="${token}" />${inputs}${submit(words.save)}
    </form>`,
  ]);
}

const submit = (words: string) =>
  html`<button class="btn btn--primary btn--block" type="submit">${words}</button>`;

interface Head extends PageContext {
  path: string;
  title: string;
  summary?: Html | undefined;
  /** Shows a check mark beside the title, for a completed action. */
  hasNote?: boolean;
}

function page({ language, assets, path, title, summary, hasNote }: Head, parts: readonly Html[]) {
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--form stack stack--5">
    <div class="only-m">${languageLinks(language, path)}</div>
    ${summary}
    <h1>${hasNote && html`<span class="ok">${renderIcon('check')}</span> `}${title}</h1>
    ${parts}
  </main>`;
  return renderDocument({ language, path, title, main, assets, hasError: summary !== undefined });
}
