import { Plural, Trans } from '@lingui/react/macro';
import { Icon } from '../../../ui/display/icon';

/** The way up to what came first since one was last here. */
export function JumpToUnread({ onJump }: { onJump: () => void }) {
  return (
    <button type="button" className="pill pill--top" onClick={onJump}>
      <Icon name="up" size="xs" />
      <Trans>Ir al primero sin leer</Trans>
    </button>
  );
}

/** The way down to what came while one was reading above. */
export function NewBelow({ count, onJump }: { count: number; onJump: () => void }) {
  return (
    <div role="status">
      {count > 0 && (
        <button type="button" className="pill pill--end" onClick={onJump}>
          <Icon name="down" size="xs" />
          <Plural value={count} one="# mensaje nuevo" other="# mensajes nuevos" />
        </button>
      )}
    </div>
  );
}
