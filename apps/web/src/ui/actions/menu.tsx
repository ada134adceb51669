import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon, type IconName } from '../display/icon';
import { Modal } from './sheet';

export interface MenuItem {
  icon: IconName;
  label: string;
  onSelect: () => void;
  isDanger?: boolean;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  /** Whether more items are still loading. */
  isBusy?: boolean;
  /**
   * Position of the element that the menu belongs to. The menu opens beside it on wide screens, and from the bottom on
   * phones.
   */
  anchor: DOMRect;
  onClose: () => void;
  /** A row of buttons above the items; the left and right arrow keys move in it. */
  strip?: ReactNode;
}

const ITEM = 48;
const WIDTH = 264;
const EDGE = 12;

/** Menu of actions on one object. Arrow keys move, Enter selects, Escape closes and restores the focus. */
export function Menu({ label, items, isBusy = false, anchor, onClose, strip }: MenuProps) {
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <Modal
      className="sheet menu"
      aria-label={label}
      style={placeOf(anchor, items.length + Number(isBusy) + Number(strip !== undefined))}
      onClose={onClose}
    >
      <div className="sheet__grip" />
      <div role="menu" aria-label={label} ref={list} onKeyDown={(event) => move(event, onClose)}>
        {strip && <div className="menu__strip">{strip}</div>}
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
    </Modal>
  );
}

function move(event: KeyboardEvent<HTMLDivElement>, onClose: () => void): void {
  if (event.key === 'Tab') onClose();
  const { activeElement } = document;
  const strip = [...event.currentTarget.querySelectorAll<HTMLElement>('.menu__strip button')];
  const inStrip = strip.findIndex((button) => button === activeElement);
  const [first] = strip;
  const rows = [
    ...(first ? [first] : []),
    ...event.currentTarget.querySelectorAll<HTMLElement>('.menu__item'),
  ];
  const at = inStrip >= 0 ? 0 : rows.findIndex((row) => row === activeElement);
  const around = (list: readonly HTMLElement[], place: number) => list.at(place % list.length);
  const next: Record<string, HTMLElement | undefined> = {
    ArrowDown: around(rows, at + 1),
    ArrowUp: rows.at(at - 1),
    ArrowRight: inStrip >= 0 ? around(strip, inStrip + 1) : undefined,
    ArrowLeft: inStrip >= 0 ? strip.at(inStrip - 1) : undefined,
    Home: rows[0],
    End: rows.at(-1),
  };
  const to = next[event.key];
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function placeOf(anchor: DOMRect, count: number): CSSProperties {
  const height = count * ITEM + EDGE;
  const isBelow = anchor.bottom + height + EDGE < innerHeight;
  const top = isBelow ? anchor.bottom + 4 : Math.max(EDGE, anchor.top - height - 4);
  const left = Math.min(Math.max(EDGE, anchor.left), innerWidth - WIDTH - EDGE);
  return { '--menu-top': `${top}px`, '--menu-left': `${left}px` } as CSSProperties;
}
