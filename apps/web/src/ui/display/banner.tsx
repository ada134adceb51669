import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Look = 'info' | 'ok' | 'warn' | 'danger';
const ICONS: Record<Look, IconName> = {
  info: 'info',
  ok: 'check',
  warn: 'offline',
  danger: 'alert',
};

interface BannerProps {
  look?: Look;
  icon?: IconName;
  title?: ReactNode;
  children?: ReactNode;
  /** Read aloud when it appears. */
  role?: 'status' | 'alert';
}

/** A notice that stays. */
export function Banner({ look, icon, title, children, role }: BannerProps) {
  return (
    <div className={look ? `banner banner--${look}` : 'banner'} role={role}>
      <Icon name={icon ?? (look ? ICONS[look] : 'info')} size="s" />
      <span>
        {title && <b>{title}</b>}
        {children}
      </span>
    </div>
  );
}

/** Why something did not work, read aloud when it comes. Nothing without a text. */
export function Problem({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Banner look="danger" role="alert">
      {text}
    </Banner>
  );
}
