import { i18n, type Messages } from '@lingui/core';
import { storeLocalSetting, readLocalSetting } from '../device/local-settings';

export const LANGUAGES = ['es', 'pt', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Catalogues = Record<Language, () => Promise<{ messages: Messages }>>;
const EVERYBODYS: Catalogues = {
  es: () => import('../../locales/es.po'),
  pt: () => import('../../locales/pt.po'),
  en: () => import('../../locales/en.po'),
};
/** Catalogue of pages for accounts with duties; see `locales/of-duties.json`. */
const DUTY_CATALOGUES: Catalogues = {
  es: () => import('../../locales/duties/es.po'),
  pt: () => import('../../locales/duties/pt.po'),
  en: () => import('../../locales/duties/en.po'),
};
/** Catalogue of pages about people; see `locales/of-people.json`. */
const PEOPLE_CATALOGUES: Catalogues = {
  es: () => import('../../locales/people/es.po'),
  pt: () => import('../../locales/people/pt.po'),
  en: () => import('../../locales/people/en.po'),
};
/** Catalogue of the parts of a channel that load later; see `locales/of-channel.json`. */
const CHANNEL_CATALOGUES: Catalogues = {
  es: () => import('../../locales/channel/es.po'),
  pt: () => import('../../locales/channel/pt.po'),
  en: () => import('../../locales/channel/en.po'),
};
/** Catalogue of search, keyboard shortcuts, account and inbox; see `locales/of-frame.json`. */
const FRAME_CATALOGUES: Catalogues = {
  es: () => import('../../locales/frame/es.po'),
  pt: () => import('../../locales/frame/pt.po'),
  en: () => import('../../locales/frame/en.po'),
};
const spoken = new Set([EVERYBODYS]);
const told = new Map<Catalogues, Set<Language>>();

export function isLanguage(text: string | undefined | null): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/**
 * Language before the account is loaded: the stored choice, else the browser's first supported language, else Spanish.
 */
export function initialLanguage(): Language {
  const chosen = readLocalSetting('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'es';
}

/** Loads the catalogue of a language, switches the page to it and stores it for the next start. */
export async function activateLanguage(language: Language): Promise<void> {
  if (i18n.locale === language) return;
  const catalogues = await Promise.all([...spoken].map((catalogue) => catalogue[language]()));
  for (const { messages } of catalogues) i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
  storeLocalSetting('language', language);
}

/**
 * Returns a function that loads one more catalogue in the current language. After that, `activateLanguage` also loads this
 * catalogue.
 */
export const catalogueLoader = (of: Catalogues) => async (): Promise<void> => {
  spoken.add(of);
  const said = told.get(of) ?? new Set();
  told.set(of, said);
  for (let language = currentLanguage(); !said.has(language); language = currentLanguage()) {
    const { messages } = await of[language]();
    i18n.load(language, messages);
    said.add(language);
  }
};
export const loadDutyCatalogue = catalogueLoader(DUTY_CATALOGUES);
export const loadPeopleCatalogue = catalogueLoader(PEOPLE_CATALOGUES);
export const loadChannelCatalogue = catalogueLoader(CHANNEL_CATALOGUES);
export const loadFrameCatalogue = catalogueLoader(FRAME_CATALOGUES);

export function currentLanguage(): Language {
  return isLanguage(i18n.locale) ? i18n.locale : 'es';
}
