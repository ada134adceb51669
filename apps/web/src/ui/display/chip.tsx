import { Trans } from '@lingui/react/macro';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';

/** Toggle chip. */
export function Chip({ isOn, children, ...rest }: ComponentProps<'button'> & { isOn?: boolean }) {
  return (
    <button type="button" {...rest} className="chip" aria-pressed={isOn ?? false}>
      {children}
    </button>
  );
}

/** Chip that opens a sheet. */
export function OpenChip({ className = '', children, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={`chip chip--open ${className}`.trim()}
      aria-haspopup="dialog"
    >
      {children}
    </button>
  );
}

/** Chip with a dashed border that opens a choice. */
export function AddChip({ children, ...rest }: ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className="chip chip--add">
      <Icon name="plus" size="xs" />
      {children}
    </button>
  );
}

export interface FilterChip {
  key: string;
  label: string;
}

interface FilterChipsProps {
  label: string;
  chips: readonly FilterChip[];
  onRemove: (key: string) => void;
  children?: ReactNode;
}

/** Active filters; a press removes one. `children` follow the chips, such as an AddChip. */
export function FilterChips({ label, chips, onRemove, children }: FilterChipsProps) {
  return (
    <div className="wrap" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          className="chip"
          aria-pressed="true"
          onClick={() => onRemove(chip.key)}
        >
          <span className="chip__t">{chip.label}</span>
          <Icon name="close" size="xs" />
          <span className="vh">
            <Trans>Quitar</Trans>
          </span>
        </button>
      ))}
      {children}
    </div>
  );
}

export function Tag({ children, isLine }: { children: ReactNode; isLine?: boolean }) {
  return <span className={isLine ? 'tag tag--line' : 'tag'}>{children}</span>;
}

/** Wrapping list of tags. */
export function Tags({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <span className="wrap tags">
      {items.map((item) => (
        <Tag key={item}>{item}</Tag>
      ))}
    </span>
  );
}

interface TagListProps {
  /** Accessible name of the list. */
  label: string;
  items: readonly string[];
  isLine?: boolean;
}

/** Tags as a labelled list. Renders nothing without tags. */
export function TagList({ label, items, isLine }: TagListProps) {
  if (items.length === 0) return null;
  return (
    <ul className="wrap tags" aria-label={label}>
      {items.map((item) => (
        <li key={item} className={isLine ? 'tag tag--line' : 'tag'}>
          {item}
        </li>
      ))}
    </ul>
  );
}
