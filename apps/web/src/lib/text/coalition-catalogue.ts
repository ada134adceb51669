import { catalogueLoader, loadPeopleCatalogue } from './language';

const loadOwn = catalogueLoader({
  es: () => import('../../locales/coalitions/es.po'),
  pt: () => import('../../locales/coalitions/pt.po'),
  en: () => import('../../locales/coalitions/en.po'),
});

/**
 * Loads the catalogue of coalitions; see `locales/of-coalitions.json`. Their pages also show parts of the pages about
 * people.
 */
export const loadCoalitionCatalogue = async (): Promise<void> => {
  await Promise.all([loadPeopleCatalogue(), loadOwn()]);
};
