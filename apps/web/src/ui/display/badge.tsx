import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

interface BadgeProps {
  look?: 'ok' | 'warn' | 'clay' | 'mine' | 'danger';
  icon?: IconName;
  children: ReactNode;
}

/** Short label for a state. */
export function Badge({ look, icon, children }: BadgeProps) {
  return (
    <span className={look ? `badge badge--${look}` : 'badge'}>
      {icon && <Icon name={icon} size="xs" />}
      {children}
    </span>
  );
}

/** Count after a label. Renders nothing for zero. */
export function CountBadge({ count, label }: { count: number; label?: ReactNode }) {
  if (count === 0) return null;
  return (
    <span className="count">
      {count}
      {label && <span className="vh"> {label}</span>}
    </span>
  );
}
