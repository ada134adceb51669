import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type Connection, useConnection } from '../../lib/server/connection';
import type { SendQueueItem } from '../../lib/device/send-queue';
import { Button } from '../actions/button';
import { Icon } from './icon';

interface ConnectionPillProps {
  state: Connection;
  /** Number of messages that wait for a connection. */
  count: number;
}

/** Connection state as text; offline, the number of waiting messages. */
export function ConnectionPill({ state, count }: ConnectionPillProps) {
  const { t } = useLingui();
  const words = { online: t`En línea`, connecting: t`Reconectando`, offline: t`Sin conexión` };
  return (
    <span className={state === 'online' ? 'conn' : 'conn conn--off'} role="status">
      <Icon name={state === 'online' ? 'online' : 'offline'} size="s" />
      <span className="conn__words">
        {words[state]}
        {state !== 'online' && count > 0 && (
          <>
            {' · '}
            <Plural value={count} one="# en cola" other="# en cola" />
          </>
        )}
      </span>
    </span>
  );
}

interface OutboxBarProps {
  queued: readonly SendQueueItem[];
  onRetry: () => void;
}

/**
 * Connection state and queued messages; empty when connected and nothing is queued. On wide screens, the top bar alone
 * shows the connection state.
 */
export function OutboxBar({ queued, onRetry }: OutboxBarProps) {
  const line = useConnection();
  const failed = queued.filter(({ state }) => state === 'failed').length;
  const count = queued.length - failed;
  const isDown = line !== 'online';
  if (count + failed === 0 && !isDown) return null;
  const isAlone = count + failed === 0;
  return (
    <div
      className={`outbox${failed > 0 ? ' outbox--failed' : ''}${isAlone ? ' only-m' : ''}`}
      role="status"
    >
      <Icon name={isDown ? 'offline' : failed > 0 ? 'alert' : 'clock'} size="s" />
      <span>
        {isDown && (
          <span className="conn--off">
            {line === 'offline' ? <Trans>Sin conexión</Trans> : <Trans>Reconectando</Trans>}
          </span>
        )}
        {isDown && !isAlone && ' · '}
        {count > 0 && <Plural value={count} one="# en cola" other="# en cola" />}
        {count > 0 && failed > 0 && ' · '}
        {failed > 0 && <Plural value={failed} one="# no se envió" other="# no se enviaron" />}
      </span>
      {!isAlone && (
        <Button kind="text" small className="outbox__retry" onClick={onRetry}>
          {failed > 1 ? <Trans>Reintentar todo</Trans> : <Trans>Reintentar</Trans>}
        </Button>
      )}
    </div>
  );
}
