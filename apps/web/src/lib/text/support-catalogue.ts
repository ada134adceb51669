import { catalogueLoader } from './language';

/** Loads the catalogue of support; see `locales/of-support.json`. The start page does not load it. */
export const loadSupportCatalogue = catalogueLoader({
  es: () => import('../../locales/support/es.po'),
  pt: () => import('../../locales/support/pt.po'),
  en: () => import('../../locales/support/en.po'),
});
