/** The languages of the interface. */
export const Language = { es: 'es', pt: 'pt', en: 'en' } as const;
export type Language = (typeof Language)[keyof typeof Language];

export const LANGUAGES: readonly Language[] = ['es', 'pt', 'en'];

export const isLanguage = (text: unknown): text is Language =>
  (LANGUAGES as readonly unknown[]).includes(text);
