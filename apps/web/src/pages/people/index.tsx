import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { AtHand } from '../../features/profiles/at-hand';
import { useChipNames } from '../../features/profiles/chip-names';
import { Filters } from '../../features/profiles/filters';
import { Results } from '../../features/profiles/results';
import { SavedSearches } from '../../features/profiles/saved-searches';
import { SearchBox } from '../../features/profiles/search-box';
import { type Search, useSearch } from '../../features/profiles/use-search';
import { Button, ButtonLink } from '../../ui/button';
import { AddChip, FilterChips } from '../../ui/chip';
import { Page } from '../../ui/page';
import { Sheet } from '../../ui/sheet';

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
        <SearchBox search={search} onSearch={setSearch} />
        <Chosen search={search} onSearch={setSearch} />
        <div className="inline wrap">
          <SavedSearches search={search} onSearch={setSearch} />
          <ButtonLink to="/people/map" kind="text" small>
            <Trans>Dónde se trabaja en qué</Trans>
          </ButtonLink>
        </div>
        <div className="results">
          <Results key={JSON.stringify(search)} search={search} onSearch={setSearch} />
        </div>
        <p className="xs muted">
          <Trans>
            Ves a quienes decidieron mostrarse. Un campo que no ves puede estar vacío o no ser para
            ti.
          </Trans>
        </p>
      </Page>
    </div>
  );
}

/** The chips that are on; on a phone also those at hand, and the way to all of them. */
function Chosen({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useLingui();
  const nameOf = useChipNames();
  const [isOpen, setOpen] = useState(false);
  const { chips, words } = search;
  const shown = chips.map((chip) => ({ key: chip, label: nameOf(chip) }));
  if (words) shown.push({ key: 'words', label: `“${words}”` });
  const remove = (key: string) =>
    onSearch({
      chips: chips.filter((chip) => chip !== key),
      words: key === 'words' ? '' : words,
    });
  const change = (next: string[]) => onSearch({ chips: next, words });
  return (
    <>
      {shown.length > 0 && (
        <FilterChips label={t`Filtros puestos`} chips={shown} onRemove={remove} />
      )}
      <div className="strip only-m" role="group" aria-label={t`Filtros a mano`}>
        <AddChip aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Trans>Filtro</Trans>
        </AddChip>
        <AtHand chips={chips} onAdd={(chip) => change([...chips, chip])} />
      </div>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={<Trans>Filtros</Trans>}>
        <Filters isDense chips={chips} onChange={change} />
        <div className="sheet__do">
          <Button kind="primary" block onClick={() => setOpen(false)}>
            <Trans>Ver personas</Trans>
          </Button>
        </div>
      </Sheet>
    </>
  );
}
