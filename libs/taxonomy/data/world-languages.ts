import { displayNames } from './display-names.js';
import { termsOf } from '../term.js';

/** Languages of the rest of the world that members are likely to share; the first are the most spoken in the region. */
const CODES =
  'es pt en fr nl ar ca cs de el eu fa gl he hi hu it ja ko pl ro ru sv tr uk wo yi yo yue zh'.split(
    ' ',
  );

const OTHER_WORDS = new Map([
  ['es', 'castellano, castelhano, castilian'],
  ['pt', 'brasileño, brasileiro'],
  ['zh', 'mandarín, mandarim, mandarin'],
]);

const es = displayNames('es', 'language');
const pt = displayNames('pt', 'language');
const en = displayNames('en', 'language');

/** Languages named by the platform's own tables. Slugs are BCP 47 codes. */
export const WORLD_LANGUAGES = termsOf(
  'language',
  CODES.map((code) => [code, es.of(code), pt.of(code), en.of(code), OTHER_WORDS.get(code)]),
);
