import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Look = 'info' | 'ok' | 'warn' | 'danger' | 'e2ee';
const ICONS: Record<Look, IconName> = {
  info: 'info',
  ok: 'check',
  warn: 'offline',
  danger: 'alert',
  e2ee: 'lock',
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

/** The line above a channel that says who can read it. */
export function ModeBanner({
  icon = 'people',
  isEncrypted,
  children,
  link,
}: {
  icon?: IconName;
  isEncrypted?: boolean;
  children: ReactNode;
  link?: ReactNode;
}) {
  return (
    <div className={isEncrypted ? 'mode mode--e2ee' : 'mode'}>
      <Icon name={isEncrypted ? 'lock' : icon} size="xs" />
      {children}
      {link}
    </div>
  );
}
