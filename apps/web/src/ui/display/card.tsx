import type { ComponentProps, ReactNode } from 'react';
import { Link, type To } from 'react-router';
import { Icon, type IconName } from './icon';

/** A white surface. `isWaiting` draws the clay edge: it waits for you. */
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

/** A card whose children are rows. */
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
  /** Left of the words: an IconTile or an Avatar. */
  start?: ReactNode;
  /** Right of the words; a link has an arrow there by itself. */
  end?: ReactNode;
  /** A link. */
  to?: To;
  /** A button. */
  onClick?: () => void;
}

/** One line of a list: a link with `to`, a button with `onClick`, else plain. */
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

/** An icon on its tint; `clay` waits for you, `done` is finished. */
export function IconTile({ icon, look }: { icon: IconName; look?: 'clay' | 'plain' | 'done' }) {
  return (
    <span className={look ? `ico ico--${look}` : 'ico'}>
      <Icon name={icon} />
    </span>
  );
}

/** The forest panel with the weave: once a screen at most. */
export function Forest({ children }: { children: ReactNode }) {
  return <section className="forest weave stack stack--3">{children}</section>;
}
