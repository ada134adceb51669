import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLongPress } from '../../lib/device/use-lock-gestures';
import { lockNow } from '../../lib/device/lock-and-exit';
import { Icon } from '../display/icon';
import { ShieldMenu } from './shield-menu';

/**
 * Button to lock the device: a press opens the menu, a long press locks at once. Pages with their own bar use it too.
 */
export function ShieldButton() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { isHolding, handlers } = useLongPress(() => void lockNow());
  return (
    <span className={isHolding ? 'holding' : undefined}>
      <button
        type="button"
        className="iconbtn iconbtn--shield"
        aria-label={t`Escudo: bloquear y salir`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        {...handlers}
      >
        <Icon name="shield" />
      </button>
      <ShieldMenu isOpen={isOpen} onClose={() => setOpen(false)} />
    </span>
  );
}
