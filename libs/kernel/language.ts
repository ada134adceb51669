/** The languages that people read Trama in. */
export const Language = { es: 'es', pt: 'pt', en: 'en' } as const;
export type Language = (typeof Language)[keyof typeof Language];

export const LANGUAGES: readonly Language[] = ['es', 'pt', 'en'];

/** Whether a text names one of the languages. */
export const isLanguage = (text: unknown): text is Language =>
  (LANGUAGES as readonly unknown[]).includes(text);
