import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useHold } from '../../lib/device/use-panic';
import { lockNow } from '../../lib/device/wipe';
import { Icon } from '../display/icon';
import { ShieldMenu } from './shield-menu';

/** The way to lock: a press opens the sheet, holding it locks. Also for pages with a bar of their own. */
export function ShieldButton() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { isHolding, handlers } = useHold(() => void lockNow());
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
