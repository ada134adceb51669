import { LANGUAGES, type Language } from './language.js';
import { normaliseParagraphs } from './text.js';

/** A text that this instance has written in each of its languages. */
export type LocalizedText = Readonly<Record<Language, string>>;

/** Whether two texts are equal in every language. */
export const isSameLocalizedText = (one: LocalizedText, other: LocalizedText): boolean =>
  LANGUAGES.every((language) => one[language] === other[language]);

/**
 * Returns the new text, but keeps the old text in each language where only trailing white space differs. The server
 * trims the input but not the default texts.
 */
export function keepUnchangedLanguages(
  was: LocalizedText | undefined,
  is: LocalizedText,
): LocalizedText {
  const one = (language: Language) => {
    const before = was?.[language];
    const isUntouched = before !== undefined && normaliseParagraphs(before) === is[language];
    return isUntouched ? before : is[language];
  };
  return { es: one('es'), pt: one('pt'), en: one('en') };
}
