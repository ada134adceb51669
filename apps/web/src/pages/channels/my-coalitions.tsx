import { lazyComponent } from '../../lib/server/lazy-component';
import { loadCoalitionCatalogue } from '../../lib/text/coalition-catalogue';

/** The viewer's coalitions, below the list of channels. Loaded with the catalogue of its area. */
export const MyCoalitions = lazyComponent(async () => {
  const [all] = await Promise.all([
    import('../../features/coalitions/my-coalition-links'),
    loadCoalitionCatalogue(),
  ]);
  return all.MyCoalitionLinks;
});
