import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';
import { SaveSearchForm } from './save-search-form';
import { SavedSearchList } from './saved-search-list';
import type { Search } from '../directory/search-address';

interface SavedSearchesProps {
  search: Search;
  onSearch: (search: Search) => void;
}

/** Keeping the search that one sees, and coming back to an earlier one. Nobody else sees them. */
export function SavedSearches({ search, onSearch }: SavedSearchesProps) {
  const [open, setOpen] = useState<'save' | 'list'>();
  const close = () => setOpen(undefined);
  const asksForSomething = search.chips.length > 0 || search.words !== '';
  return (
    <div className="inline wrap">
      {asksForSomething && (
        <Button small kind="soft" icon="plus" onClick={() => setOpen('save')}>
          <Trans>Guardar esta búsqueda</Trans>
        </Button>
      )}
      <Button small kind="text" aria-haspopup="dialog" onClick={() => setOpen('list')}>
        <Trans>Búsquedas guardadas</Trans>
      </Button>
      <Sheet isOpen={open === 'save'} onClose={close} title={<Trans>Guardar esta búsqueda</Trans>}>
        <SaveSearchForm search={search} onDone={close} />
      </Sheet>
      <Sheet isOpen={open === 'list'} onClose={close} title={<Trans>Búsquedas guardadas</Trans>}>
        <SavedSearchList
          onOpen={(asked) => {
            close();
            onSearch({ ...search, ...asked });
          }}
        />
      </Sheet>
    </div>
  );
}
