import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/actions/button';
import { FilterChips, OpenChip } from '../../../ui/display/chip';
import { Icon } from '../../../ui/display/icon';
import { Sheet } from '../../../ui/actions/sheet';
import { SuggestedChips } from './suggested-chips';
import { useChipNames } from './chip-names';
import type { TermKind } from './common-terms';
import { Filters } from './filters';
import { hasFilters, type DirectorySearch } from './search-url';
import { useRemoveFilters } from './use-remove-filters';

interface FilterBarProps {
  search: DirectorySearch;
  onSearch: (search: DirectorySearch) => void;
  kinds?: readonly TermKind[];
  /** Label of the button that closes the sheet. */
  done: ReactNode;
  /** Shown above the filters in the sheet. */
  order?: ReactNode;
  /** Shown after the selected filters. */
  children?: ReactNode;
}

/** Scrollable row with the button for all filters, the selected ones and, on phones, the common ones. */
export function FilterBar(props: FilterBarProps) {
  const { search, onSearch, kinds, done, order, children } = props;
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { chips } = search;
  const shown = useSetFilters(search);
  const removeFilters = useRemoveFilters(search, onSearch);
  const remove = (key: string) => removeFilters(without(search, key));
  const change = (next: string[]) => onSearch({ ...search, chips: next });
  return (
    <>
      <div className={hasFilters(search) ? 'strip' : 'strip only-m'}>
        <OpenFilters count={shown.length} onClick={() => setOpen(true)} />
        {shown.length > 0 && (
          <FilterChips label={t`Filtros puestos`} chips={shown} onRemove={remove} />
        )}
        {children}
        <div className="wrap only-m" role="group" aria-label={t`Filtros a mano`}>
          <SuggestedChips chips={chips} kinds={kinds} onAdd={(chip) => change([...chips, chip])} />
        </div>
      </div>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={<Trans>Filtros</Trans>}>
        {order}
        <Filters isDense chips={chips} kinds={kinds} onChange={change} />
        <div className="sheet__do">
          <Button kind="primary" block onClick={() => setOpen(false)}>
            {done}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

const WORDS = 'words';

function useSetFilters({ chips, words }: DirectorySearch) {
  const nameOf = useChipNames();
  const shown = chips.map((chip) => ({ key: chip, label: nameOf(chip) }));
  return words ? [...shown, { key: WORDS, label: `“${words}”` }] : shown;
}

const without = (search: DirectorySearch, key: string): DirectorySearch =>
  key === WORDS
    ? { ...search, words: '' }
    : { ...search, chips: search.chips.filter((chip) => chip !== key) };

function OpenFilters({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <OpenChip className="only-m" onClick={onClick}>
      <Icon name="filters" size="s" />
      <Trans>Filtros</Trans>
      {count > 0 && (
        <span className="count">
          <span aria-hidden="true">{count}</span>
          <span className="vh">
            <Plural value={count} one="# filtro puesto" other="# filtros puestos" />
          </span>
        </span>
      )}
    </OpenChip>
  );
}

export function ClearFilters({ search, onSearch }: Pick<FilterBarProps, 'search' | 'onSearch'>) {
  const { t } = useLingui();
  const removeFilters = useRemoveFilters(search, onSearch);
  if (!hasFilters(search)) return null;
  const clear = () => removeFilters({ ...search, chips: [], words: '' }, t`Filtros quitados`);
  return (
    <Button small kind="text" className="edge" onClick={clear}>
      <Trans>Quitar todos</Trans>
    </Button>
  );
}
