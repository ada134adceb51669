import { html } from './html.js';
import { KNOT_SVG } from './icons.js';
import type { Language } from './language.js';
import { type PublicPageAssets, renderDocument } from './page-layout.js';

const WORDS: Record<Language, { title: string; text: string; back: string }> = {
  es: {
    title: 'No encontramos esa página',
    text: 'Puede que ya no exista, que la dirección tenga un error o que no sea para tu cuenta.',
    back: 'Volver al inicio',
  },
  pt: {
    title: 'Não encontramos essa página',
    text: 'Talvez ela não exista mais, o endereço tenha um erro ou não seja para a sua conta.',
    back: 'Voltar ao início',
  },
  en: {
    title: 'We could not find that page',
    text: 'It may be gone, the address may have a mistake, or it may not be for your account.',
    back: 'Back to the start',
  },
};

/** One page for a path that never existed, was deleted or is hidden from the visitor. */
export function notFoundPage(language: Language, assets: PublicPageAssets): string {
  const words = WORDS[language];
  const main = html`<main id="main" tabindex="-1" class="page page--bare">
    <div class="empty">
      ${KNOT_SVG}
      <h1>${words.title}</h1>
      <p class="muted">${words.text}</p>
      <a class="btn btn--primary" href="/">${words.back}</a>
    </div>
  </main>`;
  return renderDocument({ language, path: '', title: words.title, main, assets });
}
