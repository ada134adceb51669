import { Trans, useLingui } from '@lingui/react/macro';
import type { ComponentProps } from 'react';
import { ClearFilters, FilterBar } from '../../features/profiles/directory/filter-bar';
import { Filters } from '../../features/profiles/directory/filters';
import { OrderChoice } from '../../features/profiles/directory/order-choice';
import { ResultCount, PeopleResults } from '../../features/profiles/directory/people-results';
import { SavedSearches, SaveSearch } from '../../features/profiles/saved-searches/saved-searches';
import { SearchBox } from '../../features/profiles/directory/search-box';
import { hasFilters, widenSearch } from '../../features/profiles/directory/search-url';
import { useRemoveFilters } from '../../features/profiles/directory/use-remove-filters';
import { useDirectorySearch } from '../../features/profiles/directory/use-directory-search';
import { useTwoPanes } from '../../lib/page/use-pane-count';
import { ButtonLink } from '../../ui/actions/button';
import { DirectoryTabs } from '../../ui/page/directory-tabs';
import { Page } from '../../ui/page/page';

/** Member directory: finds people by work, place and language. */
export default function DirectoryPage() {
  const { t } = useLingui();
  const isWide = useTwoPanes();
  const [search, setSearch] = useDirectorySearch();
  const setChips = (chips: string[]) => setSearch({ ...search, chips });
  const asked = { search, onSearch: setSearch };
  const removeFilters = useRemoveFilters(search, setSearch);
  const order = (
    <OrderChoice order={search.order} onChange={(next) => setSearch({ ...search, order: next })} />
  );
  const isIdle = !hasFilters(search);
  return (
    <div className="split">
      <aside className="filters only-d" aria-label={t`Filtros`}>
        <Filters chips={search.chips} onChange={setChips} />
      </aside>
      <Page className="stack finding">
        <div className="finding__head">
          <h1>
            <Trans>Gente</Trans>
          </h1>
          <DirectoryTabs />
        </div>
        <SearchBox {...asked} />
        <FilterBar {...asked} order={order} done={<Trans>Ver personas</Trans>}>
          {isIdle ? <SavedSearches {...asked} isChip /> : <SaveSearch search={search} />}
        </FilterBar>
        <div className={isIdle ? 'inline wrap found found--idle' : 'inline wrap found'}>
          <ResultCount search={search} />
          <span className="only-d">{order}</span>
          <ClearFilters {...asked} />
          {isIdle && isWide && <OtherWays {...asked} />}
        </div>
        <div className="results">
          <PeopleResults
            key={JSON.stringify(search)}
            search={search}
            onLess={() => removeFilters(widenSearch(search))}
          />
        </div>
        {!isIdle && <OtherWays {...asked} />}
        {isIdle && !isWide && <WorkMapLink />}
        <WhomOneSees />
      </Page>
    </div>
  );
}

/** Links to saved searches and to the work map. */
function OtherWays(asked: ComponentProps<typeof SavedSearches>) {
  return (
    <div className="inline wrap finds">
      <SavedSearches {...asked} />
      <WorkMapLink />
    </div>
  );
}

function WorkMapLink() {
  return (
    <span className="finds">
      <ButtonLink to="/people/map" kind="text" small>
        <Trans>Dónde se trabaja en qué</Trans>
      </ButtonLink>
    </span>
  );
}

function WhomOneSees() {
  return (
    <p className="xs muted">
      <Trans>
        Ves a quienes decidieron mostrarse. Un campo que no ves puede estar vacío o no ser para ti.
      </Trans>
    </p>
  );
}
