import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/actions/button';
import { AddChip, OpenChip } from '../../../ui/display/chip';
import { Sheet } from '../../../ui/actions/sheet';
import { SaveSearchForm } from './save-search-form';
import { SavedSearchList } from './saved-search-list';
import { hasFilters, type DirectorySearch } from '../directory/search-url';

interface SavedSearchesProps {
  search: DirectorySearch;
  onSearch: (search: DirectorySearch) => void;
  /** Renders a chip with a short label, for the row of filters. */
  isChip?: boolean;
}

export function SaveSearch({ search }: Pick<SavedSearchesProps, 'search'>) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!hasFilters(search)) return null;
  return (
    <>
      <AddChip aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Trans>Guardar esta búsqueda</Trans>
      </AddChip>
      <Sheet isOpen={isOpen} onClose={close} title={<Trans>Guardar esta búsqueda</Trans>}>
        <SaveSearchForm search={search} onDone={close} />
      </Sheet>
    </>
  );
}

/** Opens a saved search. Saved searches are private. */
export function SavedSearches({ search, onSearch, isChip }: SavedSearchesProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const open = () => setOpen(true);
  return (
    <>
      {isChip ? (
        <OpenChip onClick={open} aria-label={t`Búsquedas guardadas`}>
          <Trans>Guardadas</Trans>
        </OpenChip>
      ) : (
        <Button small kind="text" aria-haspopup="dialog" onClick={open}>
          <Trans>Búsquedas guardadas</Trans>
        </Button>
      )}
      <Sheet isOpen={isOpen} onClose={close} title={<Trans>Búsquedas guardadas</Trans>}>
        <SavedSearchList
          onOpen={(asked) => {
            close();
            onSearch({ ...search, ...asked });
          }}
        />
      </Sheet>
    </>
  );
}
