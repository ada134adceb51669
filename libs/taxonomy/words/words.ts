import type { Language } from '#kernel/language.js';
import { BUILT_IN, type ReadWords } from './lexicon.js';

/** Like `Lexicon.read`, with the built-in reference data only. */
export const readWords = (text: string, language: Language): ReadWords =>
  BUILT_IN.read(text, language);
