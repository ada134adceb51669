import { html, type Html } from '../html.js';
import { renderIcon } from '../icons.js';
import type { Language } from '../language.js';
import {
  type PublicPageAssets,
  renderDocument,
  errorSummary,
  languageLinks,
} from '../page-layout.js';

/** Values of `?state=` that the sign-in page accepts; it ignores others. */
export const SIGN_IN_PAGE_STATES = [
  'plain',
  'refused',
  'wait',
  'busy',
  'ended',
  'changed',
  'idle',
] as const;
export type SignInPageState = (typeof SIGN_IN_PAGE_STATES)[number];

interface SignInWords {
  title: string;
  email: string;
  password: string;
  enter: string;
  refused: string;
  /** With `{minutes}` for the time until another attempt is evaluated. */
  wait: string;
  busy: string;
  ended: string;
  changed: string;
  idle: string;
  offline: string;
  join: string;
  applicant: string;
  guest: string;
  forgot: string;
}

const WORDS: Record<Language, SignInWords> = {
  es: {
    title: 'Entrar',
    email: 'Correo',
    password: 'Contraseña',
    enter: 'Entrar',
    refused: 'El correo o la contraseña no coinciden. Prueba otra vez.',
    wait: 'Hubo demasiados intentos con este correo. En este dispositivo, prueba otra vez en {minutes} min. Para no esperar, elige otra contraseña con «Olvidé mi contraseña»: podrás entrar enseguida, pero solo en el dispositivo donde la elijas.',
    busy: 'Hay muchos intentos de entrar a la vez. Prueba otra vez en unos segundos. Si sigue así, pide un enlace con «Olvidé mi contraseña».',
    ended: 'Tu sesión terminó. Entra de nuevo.',
    changed: 'Guardamos tu contraseña nueva. Entra con ella.',
    idle: 'Pasó más de un año sin que entraras y tu cuenta quedó inactiva. Puedes volver: elige otra contraseña con «Olvidé mi contraseña». Vuelves con un primer mes de prueba, sin tus grupos ni tus alianzas.',
    offline: 'Sin conexión. Prueba otra vez cuando vuelva la señal.',
    join: 'Aún no tengo cuenta: postular',
    guest: '¿Pediste apoyo sin cuenta? Volver a mi pedido',
    applicant: '¿Ya postulaste? Mira cómo va con tu comprobante',
    forgot: 'Olvidé mi contraseña',
  },
  pt: {
    title: 'Entrar',
    email: 'E-mail',
    password: 'Senha',
    enter: 'Entrar',
    refused: 'O e-mail ou a senha não conferem. Tente de novo.',
    wait: 'Houve tentativas demais com este e-mail. Neste aparelho, tente de novo em {minutes} min. Para não esperar, escolha outra senha em «Esqueci minha senha»: você entra na hora, mas só no aparelho em que escolher a senha.',
    busy: 'Há muitas tentativas de entrar ao mesmo tempo. Tente de novo em alguns segundos. Se continuar assim, peça um link em «Esqueci minha senha».',
    ended: 'Sua sessão terminou. Entre de novo.',
    changed: 'Salvamos sua senha nova. Entre com ela.',
    idle: 'Passou mais de um ano sem você entrar e sua conta ficou inativa. Você pode voltar: escolha outra senha em «Esqueci minha senha». Você volta com um primeiro mês de experiência, sem seus grupos nem suas alianças.',
    offline: 'Sem conexão. Tente de novo quando o sinal voltar.',
    join: 'Ainda não tenho conta: candidatar-me',
    guest: 'Pediu apoio sem conta? Voltar ao meu pedido',
    applicant: 'Já se candidatou? Veja o andamento com seu comprovante',
    forgot: 'Esqueci minha senha',
  },
  en: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    enter: 'Sign in',
    refused: 'The email or the password is wrong. Try again.',
    wait: 'Too many attempts with this email. Try again on this device in {minutes} min. To sign in sooner, choose a new password with “I forgot my password”. You can then sign in at once, but only on the device where you choose it.',
    busy: 'Many people are trying to sign in right now. Try again in a few seconds. If it keeps happening, ask for a link with “I forgot my password”.',
    ended: 'Your session ended. Sign in again.',
    changed: 'Your new password is saved. Sign in with it.',
    idle: 'You were away for more than a year, and your account became inactive. You can come back: choose a new password with “I forgot my password”. You come back with a first month of probation, without your groups and alliances.',
    offline: 'No connection. Try again when the signal is back.',
    join: 'I have no account yet: apply',
    guest: 'Asked for support without an account? Back to my request',
    applicant: 'Already applied? Check your application with your receipt',
    forgot: 'I forgot my password',
  },
};

/** Maximum of `{minutes}`, for browsers without JavaScript, which do not learn the exact time. */
const MAX_WAIT_MINUTES = 60;

/** Sign-in form that works without JavaScript. With JavaScript, a refused attempt keeps the typed values. */
export function signInPage(
  language: Language,
  assets: PublicPageAssets,
  state: SignInPageState = 'plain',
): string {
  const words = WORDS[language];
  const hasError = state === 'refused' || state === 'wait' || state === 'busy';
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--form stack stack--5">
    <div class="only-m">${languageLinks(language, '/sign-in')}</div>
    ${hasError && errorSummary(language, [{ field: 'email', text: words[state].replace('{minutes}', String(MAX_WAIT_MINUTES)) }])}
    <h1>${words.title}</h1>
    ${(state === 'ended' || state === 'changed' || state === 'idle') && html`<div class="banner banner--info" role="status">${renderIcon('info', 's')}<span>${words[state]}</span></div>`}
    ${form(language, words, assets.app[language])}
    <div class="stack stack--1">
      <a class="out" href="/${language}/forgot">${words.forgot}</a
      ><a class="out" href="/${language}/join">${words.join}</a
      ><a class="out" href="/${language}/join/status">${words.applicant}</a
      ><a class="out" href="/${language}/support/return">${words.guest}</a>
    </div>
  </main>`;
  return renderDocument({ language, path: '/sign-in', title: words.title, main, assets, hasError });
}

function form(language: Language, words: SignInWords, app: readonly string[]): Html {
  return html`<form
    class="stack"
    method="post"
    action="/auth/sign-in"
    data-sign-in
    data-refused="${words.refused}"
    data-wait="${words.wait}"
    data-busy="${words.busy}"
    data-offline="${words.offline}"
    data-app="${app.join(' ')}"
  >
    <input type="hidden" name="lang" value="${language}" />
    <div class="field">
      <label for="email">${words.email}</label
      ><input
        class="input"
        id="email"
        name="email"
        type="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        maxlength="254"
      />
    </div>
    <div class="field">
      <label for="password">${words.password}</label
      ><input
        class="input"
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        maxlength="512"
      />
    </div>
    <button class="btn btn--primary btn--block" type="submit">${words.enter}</button>
  </form>`;
}
