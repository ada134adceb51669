import { catalogueLoader, loadDutyCatalogue } from './language';

const loadOwn = catalogueLoader({
  es: () => import('../../locales/settings/es.po'),
  pt: () => import('../../locales/settings/pt.po'),
  en: () => import('../../locales/settings/en.po'),
});

/** Loads the catalogue of the pages of administrators; see `locales/of-settings.json`. They also show parts of other duties. */
export const loadSettingsCatalogue = async (): Promise<void> => {
  await Promise.all([loadDutyCatalogue(), loadOwn()]);
};
