import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type Connection, useConnection } from '../../lib/server/connection';
import type { Waits } from '../../lib/device/queue';
import { Button } from '../actions/button';
import { Icon } from './icon';

interface ConnectionPillProps {
  state: Connection;
  /** How many messages wait for the connection. */
  count: number;
}

/** How the line is, in words; without one, how many messages wait for it. */
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
  queued: readonly Waits[];
  onRetry: () => void;
}

/** How the line is and what waits for it; nothing when all is well. On wide screens the line alone stands in the top bar. */
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
