import { Trans, useLingui } from '@lingui/react/macro';
import { ChosenChips } from '../../features/profiles/directory/chosen-chips';
import { Filters } from '../../features/profiles/directory/filters';
import { OrderChoice } from '../../features/profiles/directory/order-choice';
import { Results } from '../../features/profiles/directory/results';
import { SavedSearches } from '../../features/profiles/saved-searches/saved-searches';
import { SearchBox } from '../../features/profiles/directory/search-box';
import { useSearch } from '../../features/profiles/directory/use-search';
import { ButtonLink } from '../../ui/actions/button';
import { FindingTabs } from '../../ui/page/finding-tabs';
import { Page } from '../../ui/page/page';

/** Finding allies by what they do, where, and in which languages. */
export default function People() {
  const { t } = useLingui();
  const [search, setSearch] = useSearch();
  const setChips = (chips: string[]) => setSearch({ ...search, chips });
  return (
    <div className="split">
      <aside className="filters only-d" aria-label={t`Filtros`}>
        <Filters chips={search.chips} onChange={setChips} />
      </aside>
      <Page className="stack">
        <div className="inline between">
          <h1>
            <Trans>Gente</Trans>
          </h1>
          <ButtonLink to="/introductions" kind="text" small>
            <Trans>Presentaciones</Trans>
          </ButtonLink>
        </div>
        <FindingTabs />
        <SearchBox search={search} onSearch={setSearch} />
        <ChosenChips search={search} onSearch={setSearch} done={<Trans>Ver personas</Trans>} />
        <div className="inline wrap finds">
          <SavedSearches search={search} onSearch={setSearch} />
          <ButtonLink to="/people/map" kind="text" small>
            <Trans>Dónde se trabaja en qué</Trans>
          </ButtonLink>
        </div>
        <OrderChoice order={search.order} onChange={(order) => setSearch({ ...search, order })} />
        <div className="results">
          <Results key={JSON.stringify(search)} search={search} onSearch={setSearch} />
        </div>
        <WhomOneSees />
      </Page>
    </div>
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
