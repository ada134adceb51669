import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/actions/button';
import { AddChip, FilterChips } from '../../../ui/display/chip';
import { Sheet } from '../../../ui/actions/sheet';
import { AtHand } from './at-hand';
import { useChipNames } from './chip-names';
import type { TermKind } from './common-terms';
import { Filters } from './filters';
import type { Search } from './search-address';

interface ChosenChipsProps {
  search: Search;
  onSearch: (search: Search) => void;
  kinds?: readonly TermKind[];
  /** The button that closes the sheet of filters. */
  done: ReactNode;
}

/** The chips that are on; on a phone also those at hand, and the way to all of them. */
export function ChosenChips({ search, onSearch, kinds, done }: ChosenChipsProps) {
  const { t } = useLingui();
  const nameOf = useChipNames();
  const [isOpen, setOpen] = useState(false);
  const { chips, words } = search;
  const shown = chips.map((chip) => ({ key: chip, label: nameOf(chip) }));
  if (words) shown.push({ key: 'words', label: `“${words}”` });
  const remove = (key: string) =>
    onSearch({
      ...search,
      chips: chips.filter((chip) => chip !== key),
      words: key === 'words' ? '' : words,
    });
  const change = (next: string[]) => onSearch({ ...search, chips: next });
  return (
    <>
      {shown.length > 0 && (
        <FilterChips label={t`Filtros puestos`} chips={shown} onRemove={remove} />
      )}
      <div className="strip only-m" role="group" aria-label={t`Filtros a mano`}>
        <AddChip aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Trans>Filtro</Trans>
        </AddChip>
        <AtHand chips={chips} kinds={kinds} onAdd={(chip) => change([...chips, chip])} />
      </div>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={<Trans>Filtros</Trans>}>
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
