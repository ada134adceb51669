import type { Language } from '#kernel/language.js';
import { BUILT_IN_LEXICON, type RecognisedTerms } from './lexicon.js';

/** Like `Lexicon.read`, with the built-in reference data only. */
export const recogniseTerms = (text: string, language: Language): RecognisedTerms =>
  BUILT_IN_LEXICON.read(text, language);
