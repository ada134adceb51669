import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useConnection } from '../../../lib/server/connection';
import { problemText } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import type { PagedList } from '../../../lib/server/use-paged-list';
import { useUnexpired } from '../../../lib/device/use-unexpired';
import { Button } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadMore } from '../../../ui/page/load-more';
import { RelativeTimeText } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { excerptOf } from './excerpt';
import './search-error-texts';
import type { FoundMessage } from './search.graphql';

interface FoundMessagesProps {
  text: string;
  found: PagedList<FoundMessage>;
  /** Widens the search by removing a filter; undefined without filters. */
  onLess: (() => void) | undefined;
}

/** Search results, newest first. */
export function FoundMessages({ text, found, onLess }: FoundMessagesProps) {
  const { problem, hasMore, isBusy, more, reload } = found;
  const items = useUnexpired(found.items, ({ message }) => message);
  // The viewer's channels and their retention may have changed.
  useNews(['channels'], reload);
  if (problem && !items) return <NotFound problem={problem} onRetry={reload} />;
  if (!items) return <Skeleton rows={5} kind="row" />;
  if (items.length === 0) return <Nothing onLess={onLess} />;
  return (
    <>
      <p className="xs muted" role="status">
        <Plural
          value={items.length}
          one="Se muestra # mensaje, del más nuevo al más viejo."
          other="Se muestran # mensajes, del más nuevo al más viejo."
        />
      </p>
      <ul className="card card--list found">
        {items.map((one) => (
          <li key={one.message.id}>
            <FoundOne {...one} text={text} />
          </li>
        ))}
      </ul>
      {problem && <p role="alert">{problemText(problem)}</p>}
      <LoadMore hasMore={hasMore} isBusy={isBusy} onMore={more} />
    </>
  );
}

type NotFoundProps = {
  problem: NonNullable<PagedList<FoundMessage>['problem']>;
  onRetry: () => void;
};

function NotFound({ problem, onRetry }: NotFoundProps) {
  const isOffline = useConnection() === 'offline' || problem.code === 'OFFLINE';
  return (
    <EmptyState
      title={
        isOffline ? (
          <Trans>Sin conexión no se puede buscar</Trans>
        ) : (
          <Trans>No pudimos buscar</Trans>
        )
      }
      actions={
        <Button onClick={onRetry}>
          <Trans>Reintentar</Trans>
        </Button>
      }
    >
      {isOffline ? (
        <Trans>
          La búsqueda se hace en el servidor. Tus últimos mensajes siguen en cada canal.
        </Trans>
      ) : (
        (problem.fields['text'] === 'tooMany' && (
          <Trans>Son demasiadas palabras. Deja las más importantes, ocho como máximo.</Trans>
        )) ||
        (problem.fields['text'] === 'blank' && <Trans>Escribe al menos una palabra.</Trans>) ||
        problemText(problem)
      )}
    </EmptyState>
  );
}

/** Shown without results. It does not disclose whether hidden messages match. */
function Nothing({ onLess }: { onLess: (() => void) | undefined }) {
  return (
    <div role="status">
      <EmptyState
        title={<Trans>No hay mensajes con eso</Trans>}
        actions={
          onLess && (
            <Button onClick={onLess}>
              <Trans>Quitar los filtros</Trans>
            </Button>
          )
        }
      >
        <Trans>Prueba con menos palabras o con otra forma de escribirlas.</Trans>
      </EmptyState>
    </div>
  );
}

function FoundOne({ message, channel, isFolded, text }: FoundMessage & { text: string }) {
  const { t } = useLingui();
  const [isShown, setShown] = useState(!isFolded);
  if (!isShown) {
    return (
      <p className="found__one">
        <button type="button" className="folded" onClick={() => setShown(true)}>
          <Trans>Mensaje de alguien que bloqueaste · mostrar</Trans>
        </button>
      </p>
    );
  }
  const { id, channelId, body, createdAt } = message;
  const gone = channel?.name ? t`Alguien que salió` : t`Una alianza de antes`;
  return (
    <Link className="found__one" to={`/channels/${channelId}?m=${id}`}>
      <span className="row__t">{message.authorName || gone}</span>
      <span className="row__s">
        {channel?.name || t`Una alianza de antes`} · <RelativeTimeText at={createdAt} />
      </span>
      <span className="found__text">
        {excerptOf(body, text).map((part, at) =>
          // oxlint-disable-next-line react/no-array-index-key -- parts of one text never change places
          part.isHit ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
        )}
      </span>
    </Link>
  );
}
