import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import '../own/error-texts';
import { DeletedSearch, SavedSearchItem } from './saved-search-item';
import { SAVED_SEARCHES_QUERY, type SavedSearch } from './saved-searches.graphql';
import type { SearchFilters } from '../directory/search-url';

interface ListProps {
  onOpen: (asked: SearchFilters) => void;
}

/** The viewer's saved searches, sorted by name. */
export function SavedSearchList({ onOpen }: ListProps) {
  const [{ data, error }, execute] = useQuery({
    query: SAVED_SEARCHES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  const problem = requestProblemOf(error);
  if (problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton rows={3} />;
  return <Items saved={data.savedSearches} onOpen={onOpen} onChanged={again} />;
}

interface ItemsProps extends ListProps {
  saved: readonly SavedSearch[];
  onChanged: () => void;
}

/** A deleted search keeps its place with an undo button until the list closes. */
function Items({ saved, onOpen, onChanged }: ItemsProps) {
  const { t, i18n } = useLingui();
  const [gone, setGone] = useState<readonly SavedSearch[]>([]);
  const isGone = (id: string) => gone.some((one) => one.id === id);
  const back = (id: string) => {
    setGone(gone.filter((one) => one.id !== id));
    onChanged();
  };
  const all = [...saved.filter(({ id }) => !isGone(id)), ...gone];
  if (all.length === 0) return <None />;
  const { compare } = new Intl.Collator(i18n.locale);
  const item = (one: SavedSearch) =>
    isGone(one.id) ? (
      <DeletedSearch key={one.id} saved={one} onBack={() => back(one.id)} />
    ) : (
      <SavedSearchItem
        key={one.id}
        saved={one}
        onOpen={onOpen}
        onGone={() => setGone([...gone, one])}
      />
    );
  return (
    <ul className="stack" aria-label={t`Búsquedas guardadas`}>
      {all.toSorted((a, b) => compare(a.name, b.name)).map(item)}
    </ul>
  );
}

function None() {
  return (
    <p className="muted">
      <Trans>
        Todavía no guardaste ninguna. Busca algo y toca “Guardar esta búsqueda”. Nadie más las ve.
      </Trans>
    </p>
  );
}
