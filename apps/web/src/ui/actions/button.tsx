import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from '../display/icon';

/** `primary` once a screen; `danger` for what destroys or locks. */
export type ButtonKind = 'primary' | 'line' | 'soft' | 'text' | 'clay' | 'danger' | 'danger-line';

interface Look {
  kind?: ButtonKind;
  small?: boolean;
  block?: boolean;
  icon?: IconName;
}

function classes({ kind = 'line', small, block }: Look, extra = ''): string {
  return `btn btn--${kind}${small ? ' btn--sm' : ''}${block ? ' btn--block' : ''} ${extra}`.trim();
}

type ButtonProps = ComponentProps<'button'> & Look & { isBusy?: boolean | undefined };

/** A button of 48 px. `isBusy` keeps its place and the focus, and stops a second press. */
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
  const look = classes(
    { ...(kind && { kind }), ...(small && { small }), ...(block && { block }) },
    className,
  );
  return (
    <button
      type="button"
      {...rest}
      className={look}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} size="s" />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  kind,
  small,
  block,
  icon,
  children,
  className,
  ...rest
}: LinkProps & Look) {
  const look = classes(
    { ...(kind && { kind }), ...(small && { small }), ...(block && { block }) },
    className,
  );
  return (
    <Link {...rest} className={look}>
      {icon && <Icon name={icon} size="s" />}
      {children}
    </Link>
  );
}

type IconButtonProps = ComponentProps<'button'> & { icon: IconName; label: string };

/** An icon alone: `label` is what is read aloud and shown on hover. */
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
