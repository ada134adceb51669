import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from '../display/icon';

/** `primary`: at most one per screen; `danger`: destroys data or locks the device. */
export type ButtonKind = 'primary' | 'line' | 'soft' | 'text' | 'clay' | 'danger' | 'danger-line';

interface Look {
  kind?: ButtonKind | undefined;
  small?: boolean | undefined;
  block?: boolean | undefined;
  icon?: IconName | undefined;
}

function classes({ kind = 'line', small, block }: Look, extra = ''): string {
  return `btn btn--${kind}${small ? ' btn--sm' : ''}${block ? ' btn--block' : ''} ${extra}`.trim();
}

type ButtonProps = ComponentProps<'button'> & Look & { isBusy?: boolean | undefined };

/** Button, 48 px high. While `isBusy`, it keeps its size and focus and ignores further presses. */
export function Button({
  kind,
  small,
  block,
  icon,
  isBusy,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes({ kind, small, block }, className)}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} size="s" />}
      {children}
    </button>
  );
}

export function ButtonLink({
  kind,
  small,
  block,
  icon,
  children,
  className,
  ...rest
}: LinkProps & Look) {
  return (
    <Link {...rest} className={classes({ kind, small, block }, className)}>
      {icon && <Icon name={icon} size="s" />}
      {children}
    </Link>
  );
}

type IconButtonProps = ComponentProps<'button'> & { icon: IconName; label: string };

/** Button with only an icon. `label` is its accessible name and tooltip. */
export function IconButton({ icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`iconbtn ${className}`.trim()}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
