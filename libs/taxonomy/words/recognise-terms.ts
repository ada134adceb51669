import type { Language } from '#kernel/language.js';
import { BUILT_IN_LEXICON, type RecognisedTerms } from './lexicon.js';

/** Recognises terms like `Lexicon.read`, but without the synonyms of the instance. */
export const recogniseTerms = (text: string, language: Language): RecognisedTerms =>
  BUILT_IN_LEXICON.read(text, language);
