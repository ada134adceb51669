import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useConnection } from '../../../lib/server/connection';
import { problemText } from '../../../lib/server/errors';
import {
  discardQueuedMessage,
  type QueuedMessage,
  retryOutbox,
  useOutbox,
} from '../../../lib/device/outbox';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { RelativeTimeText } from '../../../ui/display/relative-time';
import { OutboxBar } from '../../../ui/display/connection-status';
import { feedPath } from '../feed/feed-path';
import '../messages/error-texts';
import { useLastStoredAt } from '../feed/use-stored-counts';

/** How many messages of a channel are stored on this device. */
export function StoredCountNote({ count }: { count: number | undefined }) {
  if (count === undefined) return <Trans>No está en este dispositivo</Trans>;
  return <Plural value={count} one="# mensaje guardado" other="# mensajes guardados" />;
}

/** Shown above the channel list while offline: what the viewer can still do. */
export function OfflineNote() {
  const isOffline = useConnection() === 'offline';
  const at = useLastStoredAt(isOffline);
  if (!isOffline) return null;
  return (
    <p className="muted">
      {at && (
        <>
          <Trans>
            Lo último que recibiste: <RelativeTimeText at={at} />.
          </Trans>{' '}
        </>
      )}
      <Trans>Puedes leer y escribir; se enviará al volver la señal.</Trans>
    </p>
  );
}

/** Status of all outbox entries, in all channels. */
export function OutboxStatus() {
  const queued = useOutbox();
  if (queued.length === 0) return null;
  return <OutboxBar queued={queued} onRetry={retryOutbox} />;
}

/**
 * Lists outbox entries that the server rejected, with the reason and a button to discard each. They appear even when
 * their channel can no longer be opened.
 */
export function RejectedMessages() {
  const refused = useOutbox().filter(({ state }) => state === 'failed');
  if (refused.length === 0) return null;
  return (
    <ul className="card stack stack--3">
      {refused.map((one) => (
        <Refused key={one.clientId} queued={one} />
      ))}
    </ul>
  );
}

function Refused({ queued }: { queued: QueuedMessage }) {
  const { t } = useLingui();
  const { body, problem } = queued;
  const name = body || t`Un archivo`;
  return (
    <li className="stack stack--1">
      <span className="clamp">{name}</span>
      <span className="xs muted">
        <Trans>No se envió.</Trans> {problem && problemText(problem)}
      </span>
      <span className="inline">
        <ButtonLink kind="text" small to={feedPath(queued)}>
          <Trans>Ver</Trans>
        </ButtonLink>
        <Button
          kind="text"
          small
          aria-label={t`Descartar: ${name}`}
          onClick={() => void discardQueuedMessage(queued)}
        >
          <Trans>Descartar</Trans>
        </Button>
      </span>
    </li>
  );
}

/** Replaces a feed that is not stored on this device, while offline. */
export function NotStoredOffline() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`No está en este dispositivo`}>
      <Trans>Sus mensajes se ven en cuanto vuelva la señal.</Trans>
    </EmptyState>
  );
}
