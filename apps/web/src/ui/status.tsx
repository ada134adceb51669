import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from './button';
import { Icon } from './icon';

export type Connection = 'online' | 'connecting' | 'offline';

/** How the line is, in words. */
export function ConnectionPill({ state }: { state: Connection }) {
  const { t } = useLingui();
  const words = { online: t`En línea`, connecting: t`Reconectando`, offline: t`Sin conexión` };
  return (
    <span className={state === 'online' ? 'conn' : 'conn conn--off'} role="status">
      <Icon name={state === 'online' ? 'online' : 'offline'} size="s" />
      {words[state]}
    </span>
  );
}

interface OutboxBarProps {
  count: number;
  isOffline: boolean;
  onRetry?: () => void;
}

/** What waits to be sent; nothing when nothing waits. */
export function OutboxBar({ count, isOffline, onRetry }: OutboxBarProps) {
  if (count === 0) return null;
  return (
    <div className="outbox" role="status">
      <Icon name={isOffline ? 'offline' : 'clock'} size="s" />
      <span>
        {isOffline && <Trans>Sin conexión · </Trans>}
        <Plural value={count} one="# en cola" other="# en cola" />
      </span>
      {onRetry && (
        <Button kind="text" small className="outbox__retry" onClick={onRetry}>
          <Trans>Reintentar</Trans>
        </Button>
      )}
    </div>
  );
}
