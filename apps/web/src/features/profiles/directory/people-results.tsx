import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { requestProblemOf, problemText } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import type { PeopleQuery } from '../../../gql/types';
import { Button } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadMore } from '../../../ui/page/load-more';
import { PersonCard } from '../../../ui/people/person-card';
import { Skeleton } from '../../../ui/display/skeleton';
import { useLanguageTags } from './chip-names';
import { hasFilters, type DirectorySearch } from './search-url';
import { usePeople } from './use-people';

interface ResultsProps {
  search: DirectorySearch;
  /** Removes a filter. */
  onLess: () => void;
  after?: string | null;
  /** Number of results on the previous pages. */
  above?: number;
}

/** Maximum number of results of a search, as on the server. */
const MOST = 50;

/** One page of people, which loads the next page on demand. */
export function PeopleResults({ search, onLess, after = null, above = 0 }: ResultsProps) {
  const [hasMore, setMore] = useState(false);
  const [{ data, error, fetching }, refetch] = usePeople(search, after);
  useNews(['directory', 'profile'], () => refetch({ requestPolicy: 'network-only' }));
  const problem = requestProblemOf(error);
  if (problem) {
    return (
      <EmptyState title={<Trans>No pudimos buscar</Trans>} actions={<Again onClick={refetch} />}>
        {problemText(problem)}
      </EmptyState>
    );
  }
  if (!data) return <Skeleton rows={4} />;
  const { items, nextCursor, isWithheld } = data.people;
  if (items.length === 0 && after === null && !isWithheld)
    return <Nobody search={search} onLess={onLess} />;
  const shown = above + items.length;
  return (
    <>
      {items.map((person) => (
        <Found key={person.id} person={person} />
      ))}
      {isWithheld && <Enough />}
      {hasMore && nextCursor ? (
        <PeopleResults search={search} onLess={onLess} after={nextCursor} above={shown} />
      ) : (
        <LoadMore
          hasMore={nextCursor !== null && !isWithheld}
          isBusy={fetching}
          onMore={() => setMore(true)}
        />
      )}
      {nextCursor === null && shown >= MOST && <Most />}
    </>
  );
}

/** Number of results, announced to screen readers. Empty once the daily limit of profile views is reached. */
export function ResultCount({ search }: { search: DirectorySearch }) {
  const [{ data, fetching }] = usePeople(search);
  const people = hasFilters(search) && !fetching ? data?.people : undefined;
  return (
    <p role="status" className="num">
      {people && !people.isWithheld && (
        <b>
          <Count found={people.items.length} hasMore={people.nextCursor !== null} />
        </b>
      )}
    </p>
  );
}

function Count({ found, hasMore }: { found: number; hasMore: boolean }) {
  if (found === 0) return <Trans>Sin resultados</Trans>;
  if (hasMore) return <Trans>Más de {found} personas</Trans>;
  return <Plural value={found} one="# persona" other="# personas" />;
}

type Item = PeopleQuery['people']['items'][number];
const line = (terms: readonly { shortName: string }[]) =>
  terms.map(({ shortName }) => shortName).join(', ');

function Found({ person }: { person: Item }) {
  const { id, name, colour, avatar, takesRequests, territories, practices } = person;
  const languageTags = useLanguageTags();
  return (
    <PersonCard
      to={`/people/${id}`}
      id={id}
      name={name ?? ''}
      colour={colour}
      avatar={avatar}
      takesRequests={takesRequests}
      territory={line(territories)}
      practices={line(practices)}
      languages={languageTags(person)}
    />
  );
}

function Again({ onClick }: { onClick: () => void }) {
  return (
    <Button onClick={onClick}>
      <Trans>Reintentar</Trans>
    </Button>
  );
}

/**
 * Shown when the daily limit of profile views is reached: the reason, what still works, and how to narrow the search.
 */
function Enough() {
  return (
    <EmptyState title={<Trans>Por hoy ya viste a mucha gente</Trans>}>
      <Trans>
        Hay un máximo al día para que nadie pueda copiar el directorio. A quienes ya viste hoy los
        sigues viendo; a los demás, otra vez mañana.
      </Trans>
    </EmptyState>
  );
}

/** Shown after the maximum number of results: how to narrow the search. */
function Most() {
  return (
    <p className="small muted">
      <Trans>
        Una búsqueda muestra 50 personas como máximo. Para encontrar a otras, agrega un tema, un
        territorio, una lengua o una palabra.
      </Trans>
    </p>
  );
}

/** Shown without results: suggests a wider search. It does not disclose whether hidden people match. */
function Nobody({ search, onLess }: Pick<ResultsProps, 'search' | 'onLess'>) {
  return (
    <EmptyState
      title={<Trans>No hay nadie con esos filtros</Trans>}
      actions={
        hasFilters(search) && (
          <Button onClick={onLess}>
            <Trans>Quitar el último filtro</Trans>
          </Button>
        )
      }
    >
      <Trans>Ves a quienes decidieron mostrarse. Prueba con menos filtros.</Trans>
    </EmptyState>
  );
}
