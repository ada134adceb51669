import type { Language } from '#kernel/language.js';

/** The platform's own names of languages or countries, with a capital so that they can stand alone as labels. */
export function displayNames(language: Language, type: 'language' | 'region') {
  const names = new Intl.DisplayNames(language, { type, fallback: 'code' });
  return {
    of(code: string): string {
      const name = names.of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    },
  };
}
