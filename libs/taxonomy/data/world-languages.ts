import { languageTermRow } from './display-names.js';
import { createTerms } from '../term.js';

/** Languages of the rest of the world that members are likely to share, including Spanish, Portuguese and English. */
const CODES =
  'es pt en ar ca cs de el eu fa gl he hi hu it ja ko pl ro ru sv tr uk wo yi yo yue zh'.split(' ');

const OTHER_WORDS = new Map([
  ['es', 'castellano, castelhano, castilian'],
  ['pt', 'brasileño, brasileiro'],
  ['zh', 'mandarín, mandarim, mandarin'],
]);

/** Languages with names from `Intl.DisplayNames`. Slugs are BCP 47 codes. */
export const WORLD_LANGUAGES = createTerms(
  'language',
  CODES.map((code) => languageTermRow(code, OTHER_WORDS.get(code))),
);
