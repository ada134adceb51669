import { catalogueLoader, loadChannelCatalogue } from './language';

/** Loads the catalogue of support; see `locales/of-support.json`. The start page does not load it. */
export const loadSupportCatalogue = catalogueLoader({
  es: () => import('../../locales/support/es.po'),
  pt: () => import('../../locales/support/pt.po'),
  en: () => import('../../locales/support/en.po'),
});

/** Loads the catalogues of a page of a thread, which shows texts of support and of channels. */
export const loadThreadCatalogues = async (): Promise<void> => {
  await Promise.all([loadSupportCatalogue(), loadChannelCatalogue()]);
};
