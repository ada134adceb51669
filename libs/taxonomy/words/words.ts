import type { Language } from '#kernel/language.js';
import { BUILT_IN, type ReadWords } from './lexicon.js';

/** As the lexicon of the reference data alone reads them. */
export const readWords = (text: string, language: Language): ReadWords =>
  BUILT_IN.read(text, language);
