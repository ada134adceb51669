import type { Language } from '#kernel/language.js';
import type { TermRow } from '../term.js';

/** The names of languages or countries from `Intl.DisplayNames`, with a capital letter for use as labels. */
export function displayNames(language: Language, type: 'language' | 'region') {
  const names = new Intl.DisplayNames(language, { type, fallback: 'code' });
  return {
    of(code: string): string {
      const name = names.of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    },
  };
}

const es = displayNames('es', 'language');
const pt = displayNames('pt', 'language');
const en = displayNames('en', 'language');

/** A language by its BCP 47 code, with names from `Intl.DisplayNames`. */
export const languageTermRow = (code: string, words?: string): TermRow => [
  code,
  es.of(code),
  pt.of(code),
  en.of(code),
  words,
];
