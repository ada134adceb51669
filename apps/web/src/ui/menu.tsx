import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { Icon, type IconName } from './icon';
import { closeOnScrim, useModal } from './sheet';

export interface MenuItem {
  icon: IconName;
  label: string;
  onSelect: () => void;
  isDanger?: boolean;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  /** More may come. */
  isBusy?: boolean;
  /** What it is about, on the screen: it opens beside it on wide screens, and from the bottom on phones. */
  anchor: DOMRect;
  onClose: () => void;
}

const ITEM = 48;
const WIDTH = 264;
const EDGE = 12;

/** What can be done with one thing. Arrows move, Enter acts, Escape closes and gives the focus back. */
export function Menu({ label, items, isBusy = false, anchor, onClose }: MenuProps) {
  const { t } = useLingui();
  const dialog = useModal(true);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <dialog
      className="sheet menu"
      ref={dialog}
      aria-label={label}
      style={placeOf(anchor, items.length + Number(isBusy))}
      onClose={onClose}
      onClick={(event) => closeOnScrim(event, onClose)}
    >
      <div className="sheet__grip" />
      <div role="menu" aria-label={label} ref={list} onKeyDown={(event) => move(event, onClose)}>
        {items.map(({ icon, label: words, onSelect, isDanger }) => (
          <button
            key={words}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={isDanger ? 'menu__item menu__item--danger' : 'menu__item'}
            onClick={onSelect}
          >
            <Icon name={icon} size="s" />
            {words}
          </button>
        ))}
      </div>
      {isBusy && (
        <p className="menu__item muted" role="status">
          {t`Cargando`}
        </p>
      )}
    </dialog>
  );
}

function move(event: KeyboardEvent<HTMLDivElement>, onClose: () => void): void {
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  const next: Record<string, number> = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  };
  if (event.key === 'Tab') onClose();
  const to = next[event.key];
  if (to === undefined) return;
  event.preventDefault();
  all[to]?.focus();
}

function placeOf(anchor: DOMRect, count: number): CSSProperties {
  const height = count * ITEM + EDGE;
  const isBelow = anchor.bottom + height + EDGE < innerHeight;
  const top = isBelow ? anchor.bottom + 4 : Math.max(EDGE, anchor.top - height - 4);
  const left = Math.min(Math.max(EDGE, anchor.left), innerWidth - WIDTH - EDGE);
  return { '--menu-top': `${top}px`, '--menu-left': `${left}px` } as CSSProperties;
}
