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
  /** ARIA role; makes screen readers announce the banner. */
  role?: 'status' | 'alert';
}

/** Notice that stays on the page. */
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

/** Error message, announced by screen readers. Renders nothing without a text. */
export function ErrorBanner({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Banner look="danger" role="alert">
      {text}
    </Banner>
  );
}
