import { Trans } from '@lingui/react/macro';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';

/** A chip that is on or off. */
export function Chip({ isOn, children, ...rest }: ComponentProps<'button'> & { isOn?: boolean }) {
  return (
    <button type="button" {...rest} className="chip" aria-pressed={isOn ?? false}>
      {children}
    </button>
  );
}

/** A chip that opens a sheet. */
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

/** The dashed chip that opens a choice. */
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

/** The filters that are set; pressing one takes it away. `children` stand after them (an AddChip). */
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

/** Tags in a wrapping line. */
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
  /** Label of the list for screen readers. */
  label: string;
  items: readonly string[];
  isLine?: boolean;
}

/** Tags as a list with a name. Nothing without tags. */
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
