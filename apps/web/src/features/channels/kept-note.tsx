import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useConnection } from '../../lib/connection';
import { retryAll, useQueue } from '../../lib/outbox';
import { EmptyState } from '../../ui/empty-state';
import { Ago } from '../../ui/relative-time';
import { OutboxBar } from '../../ui/status';
import { useLastHeard } from './use-kept-counts';

/** What this device has of a channel. */
export function KeptNote({ count }: { count: number | undefined }) {
  if (count === undefined) return <Trans>No está en este dispositivo</Trans>;
  return <Plural value={count} one="# mensaje guardado" other="# mensajes guardados" />;
}

/** Above the list without a line: what can be done all the same. */
export function WithoutLine() {
  const isOffline = useConnection() === 'offline';
  const at = useLastHeard(isOffline);
  if (!isOffline) return null;
  return (
    <p className="muted">
      {at && (
        <>
          <Trans>
            Lo último que recibiste: <Ago at={at} />.
          </Trans>{' '}
        </>
      )}
      <Trans>Puedes leer y escribir; sale solo cuando vuelva la señal.</Trans>
    </p>
  );
}

/** What waits to be sent, in whichever channel. */
export function AllWaiting() {
  const queued = useQueue();
  if (queued.length === 0) return null;
  return <OutboxBar queued={queued} onRetry={retryAll} />;
}

/** In the place of a feed of which this device has nothing, without a line. */
export function NotKept() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`No está en este dispositivo`}>
      <Trans>Sus mensajes se ven en cuanto vuelva la señal.</Trans>
    </EmptyState>
  );
}
