export const LANGUAGES = ['es', 'pt', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Record<Language, string> = {
  es: 'Español',
  pt: 'Português',
  en: 'English',
};

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** Returns the supported language with the highest weight in an Accept-Language header, else Spanish. */
export function preferredLanguage(header = ''): Language {
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return { code: tag.slice(0, 2).toLowerCase(), q: q === undefined ? 1 : Number(q), at };
    });
  wanted.sort((a, b) => b.q - a.q || a.at - b.at);
  return (
    (wanted.find(({ code, q }) => q > 0 && isLanguage(code))?.code as Language | undefined) ?? 'es'
  );
}
