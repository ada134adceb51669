import { catalogueLoader, loadChannelCatalogue } from './language';

/** Loads the catalogue of support; see `locales/of-support.json`. The start page does not load it. */
export const loadSupportCatalogue = catalogueLoader({
  es: () => import('../../locales/support/es.po'),
  pt: () => import('../../locales/support/pt.po'),
  en: () => import('../../locales/support/en.po'),
});

const loadCasesOnly = catalogueLoader({
  es: () => import('../../locales/cases/es.po'),
  pt: () => import('../../locales/cases/pt.po'),
  en: () => import('../../locales/cases/en.po'),
});

/** Loads the catalogues of the pages of supporters, which also show texts of support; see `locales/of-cases.json`. */
export const loadCaseCatalogues = async (): Promise<void> => {
  await Promise.all([loadSupportCatalogue(), loadCasesOnly()]);
};

/** Loads the catalogues of a page of a thread, which shows texts of support and of channels. */
export const loadThreadCatalogues = async (): Promise<void> => {
  await Promise.all([loadSupportCatalogue(), loadChannelCatalogue()]);
};
