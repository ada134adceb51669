import { lazyComponent } from '../../lib/server/lazy-component';
import { loadSettingsCatalogue } from '../../lib/text/settings-catalogue';

/** Loaded with the catalogue of administrators, and only for them. */
export const OverdueSupportRow = lazyComponent(async () => {
  const [all] = await Promise.all([
    import('../../features/settings/instance/overdue-support'),
    loadSettingsCatalogue(),
  ]);
  return all.OverdueSupportRow;
});
