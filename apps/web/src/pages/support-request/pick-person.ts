import { loadPeopleCatalogue } from '../../lib/text/language';
import { lazyComponent } from '../../lib/server/lazy-component';

/** Chooses a person of the directory. Loaded with its catalogue. */
export const PickPerson = lazyComponent(async () => {
  const [all] = await Promise.all([
    import('../../features/profiles/person/person-picker'),
    loadPeopleCatalogue(),
  ]);
  return all.PersonPicker;
});
