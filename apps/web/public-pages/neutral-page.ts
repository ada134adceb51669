import { createHash } from 'node:crypto';
import { html, Html } from './html.js';
import type { Language } from './language.js';

interface NeutralWords {
  title: string;
  what: string;
  rows: readonly [what: string, measure: string][];
  oven: string;
  heats: readonly [what: string, degrees: string][];
}

const WORDS: Record<Language, NeutralWords> = {
  es: {
    title: 'Medidas de cocina',
    what: 'Medida',
    rows: [
      ['1 taza', '240 ml'],
      ['½ taza', '120 ml'],
      ['1 cucharada', '15 ml'],
      ['1 cucharadita', '5 ml'],
      ['1 taza de harina', '125 g'],
      ['1 taza de azúcar', '200 g'],
      ['1 taza de arroz', '185 g'],
      ['1 libra', '454 g'],
    ],
    oven: 'Horno',
    heats: [
      ['Suave', '150 °C'],
      ['Medio', '180 °C'],
      ['Fuerte', '220 °C'],
    ],
  },
  pt: {
    title: 'Medidas de cozinha',
    what: 'Medida',
    rows: [
      ['1 xícara', '240 ml'],
      ['½ xícara', '120 ml'],
      ['1 colher de sopa', '15 ml'],
      ['1 colher de chá', '5 ml'],
      ['1 xícara de farinha', '125 g'],
      ['1 xícara de açúcar', '200 g'],
      ['1 xícara de arroz', '185 g'],
      ['1 libra', '454 g'],
    ],
    oven: 'Forno',
    heats: [
      ['Baixo', '150 °C'],
      ['Médio', '180 °C'],
      ['Alto', '220 °C'],
    ],
  },
  en: {
    title: 'Kitchen measures',
    what: 'Measure',
    rows: [
      ['1 cup', '240 ml'],
      ['½ cup', '120 ml'],
      ['1 tablespoon', '15 ml'],
      ['1 teaspoon', '5 ml'],
      ['1 cup of flour', '125 g'],
      ['1 cup of sugar', '200 g'],
      ['1 cup of rice', '185 g'],
      ['1 pound', '454 g'],
    ],
    oven: 'Oven',
    heats: [
      ['Low', '150 °C'],
      ['Medium', '180 °C'],
      ['High', '220 °C'],
    ],
  },
};

const STYLE = `:root{color-scheme:light dark}
body{max-width:30rem;margin:0 auto;padding:1rem;font:1.0625rem/1.5 Georgia,serif}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
table{width:100%;border-collapse:collapse}
th,td{padding:.5rem 0;border-bottom:1px solid #8886;text-align:left;font-weight:400}
td{text-align:right}`;

/**
 * Content security policy that allows only the inline style of the page, so the page opens from the browser cache
 * alone.
 */
export const NEUTRAL_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Path of the neutral page in a language. The web app builds the same path. */
export const neutralPath = (language: Language): string => `/${language}/measures`;

/**
 * Page that the quick exit opens unless administrators set an exit address. Neither its text nor its design mentions
 * Trama.
 */
export function neutralPage(language: Language): string {
  const { title, what, rows, oven, heats } = WORDS[language];
  const table = (label: string, lines: NeutralWords['rows']) =>
    html`<table aria-label="${label}">
      ${lines.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </table>`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${table(what, rows)}
          <h2>${oven}</h2>
          ${table(oven, heats)}
        </main>
      </body>
    </html> `.text;
}
