import type { Language } from '#kernel/language.js';
import { BUILT_IN, type ReadWords } from './lexicon.js';
import type { TermId } from './term.js';

export { PREFIX_LETTERS } from './lexicon.js';

/** As the lexicon of the reference data alone reads them. */
export const readWords = (text: string, language: Language): ReadWords =>
  BUILT_IN.read(text, language);

/** As the lexicon of the reference data alone knows them. */
export const termsWithWord = (word: string): TermId[] => BUILT_IN.withWord(word);
