import type { ComponentProps, ReactNode } from 'react';
import { Link, type To } from 'react-router';
import { Icon, type IconName } from './icon';

/** White card. `isWaiting` adds a coloured edge: the card needs an answer of the viewer. */
export function Card({
  isWaiting,
  className = '',
  ...rest
}: ComponentProps<'section'> & { isWaiting?: boolean }) {
  return (
    <section
      {...rest}
      className={`card${isWaiting ? ' card--wait' : ''} stack ${className}`.trim()}
    />
  );
}

/** Card that contains rows. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className="card card--flush rows" aria-label={label}>
      {children}
    </section>
  );
}

interface RowProps {
  title: ReactNode;
  note?: ReactNode;
  /** Element left of the text: an IconTile or an Avatar. */
  start?: ReactNode;
  /** Element right of the text. A link shows an arrow by default. */
  end?: ReactNode;
  /** Makes the row a link. */
  to?: To;
  /** Makes the row a button. */
  onClick?: () => void;
}

/** Row of a list: a link with `to`, a button with `onClick`, else plain text. */
export function Row({ title, note, start, end, to, onClick }: RowProps) {
  const inside = (
    <>
      {start}
      <span className="grow">
        <span className="row__t">{title}</span>
        {note && <span className="row__s">{note}</span>}
      </span>
      {end ?? ((to || onClick) && <Icon name="next" size="s" />)}
    </>
  );
  if (to)
    return (
      <Link className="row" to={to}>
        {inside}
      </Link>
    );
  if (onClick)
    return (
      <button type="button" className="row" onClick={onClick}>
        {inside}
      </button>
    );
  return <div className="row">{inside}</div>;
}

/** Icon on a tint. `clay` means that it needs an answer of the viewer, `done` that it is complete. */
export function IconTile({ icon, look }: { icon: IconName; look?: 'clay' | 'plain' | 'done' }) {
  return (
    <span className={look ? `ico ico--${look}` : 'ico'}>
      <Icon name={icon} />
    </span>
  );
}

/** Dark green panel with a woven pattern; at most one per screen. */
export function ForestPanel({ children }: { children: ReactNode }) {
  return <section className="forest weave stack stack--3">{children}</section>;
}
